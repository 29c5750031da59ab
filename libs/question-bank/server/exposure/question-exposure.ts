import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';

/** Counts how often questions are put to people, by day. */
@Injectable()
export class QuestionExposure {
  /** Counts one time for the question of each of these versions, parts of one case once; belongs into the transaction that puts them. */
  async add(systemTx: Transaction, versionIds: readonly string[]): Promise<void> {
    await systemTx.query(
      `insert into question_bank.exposure as e (question_id, day, times)
       select question_id, current_date, 1 from (
         select distinct question_id from question_bank.question_version where id = any($1) order by question_id) as put
       on conflict (question_id, day) do update set times = e.times + 1`,
      [versionIds],
    );
  }
}
