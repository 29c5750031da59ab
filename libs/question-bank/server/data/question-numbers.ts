import type { Track } from '@skillhall/directory/domain';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';

/** Questions without a number of their own are counted by track: LAW-0042. */
export const prefixes: Readonly<Record<Track, string>> = { ethics: 'ETH', law: 'LAW', communication: 'COM', business: 'BIZ' };
export const digits = 4;

const highest = `select coalesce(max(substring(code from '^[A-Z]+-([0-9]{1,9})$')::int), 0) as last
  from question_bank.question where code like $1 || '-%'`;

export interface NumberedUnit {
  readonly id: string;
  readonly path: string;
}

@Injectable()
export class QuestionNumbers {
  /** The highest number given so far; the next ones are free unless somebody else takes them first. */
  async last(systemTx: Transaction, track: Track): Promise<number> {
    const [{ last }] = (await systemTx.query(highest, [prefixes[track]])) as [{ last: number }];
    return last;
  }

  written(track: Track, number: number): string {
    return `${prefixes[track]}-${String(number).padStart(digits, '0')}`;
  }

  /** A new question without any version. Null where its number is taken. */
  async create(systemTx: Transaction, id: string, code: string, unit: NumberedUnit): Promise<string | null> {
    const rows = (await systemTx.query(
      'insert into question_bank.question (id, code, unit_id, unit_path, current_version) values ($1,$2,$3,$4,0) on conflict (code) do nothing returning code',
      [id, code, unit.id, unit.path],
    )) as { code: string }[];
    return rows[0]?.code ?? null;
  }

  /** A new question under the next number that is free. */
  async createNext(systemTx: Transaction, id: string, track: Track, unit: NumberedUnit): Promise<string> {
    for (let number = (await this.last(systemTx, track)) + 1; ; number++) {
      const code = await this.create(systemTx, id, this.written(track, number), unit);
      if (code !== null) return code;
    }
  }
}
