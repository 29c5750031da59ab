import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { QuestionFace, QuestionType } from '../../domain/index.js';

/** A question as it is put to somebody: nothing here gives the answer away. */
export interface PutQuestion extends QuestionFace {
  readonly versionId: string;
  /** Of a part: the case that it belongs to, put above it. */
  readonly caseId: string | null;
}

export interface UsableQuestion {
  readonly code: string;
  readonly versionId: string;
  readonly type: QuestionType;
  readonly optionKeys: readonly string[];
}

const optionKeys = `array(select o ->> 'key' from jsonb_array_elements(v.options) with ordinality as t (o, n) order by n)`;

/** What other capabilities may read of questions. It never touches the table of keys. */
@Injectable()
export class QuestionReader {
  /** Versions by id, in the order of the ids; they never change, so old papers stay as they were. */
  async versions(tx: Transaction, versionIds: readonly string[]): Promise<PutQuestion[]> {
    const rows = (await tx.query(
      `select id as "versionId", case_id as "caseId", type, stem, media, options, prompts, blanks from question_bank.question_version where id = any($1)`,
      [versionIds],
    )) as PutQuestion[];
    const found = new Map(rows.map((row) => [row.versionId, row]));
    return versionIds.flatMap((id) => found.get(id) ?? []);
  }

  /** By what a version, or a part of a case, is found in the bank; with a scope, of questions kept there alone. */
  names(tx: Transaction, versionIds: readonly string[], scope: readonly string[] = ['']): Promise<{ versionId: string; questionId: string; code: string }[]> {
    return tx.query(
      `select v.id as "versionId", q.id as "questionId", q.code from question_bank.question_version v join question_bank.question q on q.id = v.question_id
       where v.id = any($1) and exists (select from unnest($2::text[]) as top where starts_with(q.unit_path, top))`,
      [versionIds, scope],
    );
  }

  /** For each version every version of the same question, itself among them. */
  async siblings(tx: Transaction, versionIds: readonly string[]): Promise<string[][]> {
    const rows = (await tx.query(
      `select v.id, array_agg(s.id) as siblings from question_bank.question_version v
       join question_bank.question_version s on s.question_id = v.question_id where v.id = any($1) group by v.id`,
      [versionIds],
    )) as { id: string; siblings: string[] }[];
    const found = new Map(rows.map(({ id, siblings }) => [id, siblings]));
    return versionIds.map((id) => found.get(id) ?? [id]);
  }

  /**
   * Current versions of the questions that a unit may use: its own, those of units above it, and those below it. Of a
   * case they are its parts, in order, all under its code.
   */
  async usable(tx: Transaction, unitPath: string, codes: readonly string[]): Promise<UsableQuestion[]> {
    const rows = (await tx.query(
      `select q.code, v.id as "versionId", v.type, ${optionKeys} as "optionKeys"
       from question_bank.question q
       join question_bank.question_version v on v.question_id = q.id and v.version = q.current_version and v.type <> 'case'
       where q.code = any($2) and (starts_with($1, q.unit_path) or starts_with(q.unit_path, $1))
       order by v.part`,
      [unitPath, codes],
    )) as UsableQuestion[];
    const found = new Map<string, UsableQuestion[]>();
    for (const row of rows) found.set(row.code, [...(found.get(row.code) ?? []), row]);
    return codes.flatMap((code) => found.get(code) ?? []);
  }
}
