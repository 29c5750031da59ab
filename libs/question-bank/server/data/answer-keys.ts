import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';

export interface AnswerKey {
  readonly versionId: string;
  readonly correctKeys: string[];
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
      `select version_id as "versionId", correct_keys as "correctKeys", explanation from question_bank.question_key where version_id = any($1)`,
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
