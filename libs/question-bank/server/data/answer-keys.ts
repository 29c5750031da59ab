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

/**
 * The keys of questions. The product's database role holds no right on their table, so this works in a system
 * transaction only: whoever opens one has checked that the key may be used (grading) or seen (authors, reviews).
 */
@Injectable()
export class AnswerKeys {
  /** Keys in the order of the version ids. */
  async of(systemTx: Transaction, versionIds: readonly string[]): Promise<AnswerKey[]> {
    const rows = (await systemTx.query(
      `select k.version_id as "versionId", coalesce(r.key, k.key) as key, coalesce(r.revision, 0) as revision,
         case when r.version_id is null then k.explanation else r.explanation end as explanation
       from question_bank.question_key k
       left join lateral (
         select * from question_bank.key_revision r where r.version_id = k.version_id order by revision desc limit 1) r on true
       where k.version_id = any($1)`,
      [versionIds],
    )) as AnswerKey[];
    const found = new Map(rows.map((row) => [row.versionId, row]));
    return versionIds.map((id) => {
      const key = found.get(id);
      if (!key) throw new Error(`question version ${id} has no key`);
      return key;
    });
  }
}
