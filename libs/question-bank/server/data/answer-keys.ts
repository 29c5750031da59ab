import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { QuestionKey } from '../../domain/index.js';

export interface AnswerKey {
  readonly versionId: string;
  readonly key: QuestionKey;
  /** 0 for the key as it was written first. */
  readonly revision: number;
  readonly explanation: string | null;
}

/** The papers of several exams at once, a few megabytes. */
const mostKept = 20_000;

const corrections = `select distinct on (version_id) version_id as "versionId", key, revision, explanation
  from question_bank.key_revision where version_id = any($1) order by version_id, revision desc`;

/**
 * The keys of questions. The product's database role holds no right on their table, so this works in a system
 * transaction only: whoever opens one has checked that the key may be used (grading) or seen (authors, reviews).
 */
@Injectable()
export class AnswerKeys {
  /** As written first. They never change, so they are read once by a process; corrections are asked for each time. */
  private readonly first = new Map<string, AnswerKey>();

  /** Keys in the order of the version ids. */
  async of(systemTx: Transaction, versionIds: readonly string[]): Promise<AnswerKey[]> {
    const unknown = [...new Set(versionIds)].filter((id) => !this.first.has(id));
    const read = new Map(unknown.length ? (await this.read(systemTx, unknown)).map((key) => [key.versionId, key]) : []);
    const corrected = new Map(((await systemTx.query(corrections, [versionIds])) as AnswerKey[]).map((key) => [key.versionId, key]));
    const keys = versionIds.map((id) => {
      const key = corrected.get(id) ?? this.first.get(id) ?? read.get(id);
      if (!key) throw new Error(`question version ${id} has no key`);
      return key;
    });
    this.keep(read);
    return keys;
  }

  private read(systemTx: Transaction, versionIds: readonly string[]): Promise<AnswerKey[]> {
    return systemTx.query(`select version_id as "versionId", key, 0 as revision, explanation from question_bank.question_key where version_id = any($1)`, [versionIds]);
  }

  /** What this transaction itself wrote may yet be rolled back: then nobody asks for it under its id again. */
  private keep(read: ReadonlyMap<string, AnswerKey>): void {
    for (const [id, key] of read) {
      if (this.first.size >= mostKept) this.first.delete(this.first.keys().next().value!);
      this.first.set(id, key);
    }
  }
}
