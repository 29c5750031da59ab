import type { AskedVersion } from '@skillhall/question-bank/server';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';

// Mocks are drawn of what may be practised anyway, and wear nothing out.
const put = 'a.mock_exam_id is null';

/** How often papers put questions, by day. Needs a system transaction: it is counted by the clock, for nobody in particular. */
@Injectable()
export class AskedCounts {
  /** The days on which papers began, from `months` months ago on. */
  async days(systemTx: Transaction, months: number): Promise<string[]> {
    const rows = (await systemTx.query(
      `select distinct a.started_at::date::text as day from assessment.attempt a where ${put} and a.started_at >= current_date - make_interval(months => $1) order by day`,
      [months],
    )) as { day: string }[];
    return rows.map(({ day }) => day);
  }

  /** The versions that papers of a day put, a case once for all its parts. */
  of(systemTx: Transaction, day: string): Promise<AskedVersion[]> {
    return systemTx.query(
      `select "versionId", count(*)::int as times
       from (select distinct a.id, coalesce(asked ->> 'caseId', asked ->> 'id') as "versionId"
         from assessment.attempt a, jsonb_array_elements(a.paper -> 'questions') as asked
         where ${put} and a.started_at >= $1::date and a.started_at < $1::date + 1) as paper
       group by 1`,
      [day],
    );
  }
}
