import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';

/** Which questions somebody has, or had, before them. Needs a system transaction; the person stands in the statement. */
@Injectable()
export class AskedVersionsRepository {
  /** Whether a paper or a round of the person asks the version; of a case, the part. An open paper is looked at first: what it asks is fetched most. */
  async asks(systemTx: Transaction, personId: string, versionId: string): Promise<boolean> {
    const rows = (await systemTx.query(
      `select from assessment.attempt a, jsonb_array_elements(a.paper -> 'questions') as asked where a.person_id = $1 and a.state = 'open' and asked ->> 'id' = $2
       union all
       select from assessment.attempt a, jsonb_array_elements(a.paper -> 'questions') as asked where a.person_id = $1 and a.state <> 'open' and asked ->> 'id' = $2
       union all
       select from assessment.practice p, jsonb_array_elements(p.questions) as asked where p.person_id = $1 and asked ->> 'id' = $2 limit 1`,
      [personId, versionId],
    )) as unknown[];
    return rows.length > 0;
  }
}
