import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { Paper } from '../../domain/index.js';

/** Papers drawn before somebody sits them. Needs a system transaction: no role of the product may read them. */
@Injectable()
export class PaperRepository {
  async addPrepared(systemTx: Transaction, sittingId: string, number: number, papers: readonly { readonly personId: string; readonly paper: Paper }[]): Promise<void> {
    await systemTx.query(
      `insert into assessment.prepared_paper (sitting_id, person_id, number, paper)
       select $1, p, $2, d from unnest($3::uuid[], $4::jsonb[]) as t (p, d)
       on conflict (sitting_id, person_id, number) do update set paper = excluded.paper`,
      [sittingId, number, papers.map(({ personId }) => personId), papers.map(({ paper }) => JSON.stringify(paper))],
    );
  }

  async prepared(systemTx: Transaction, sittingId: string, personId: string, number: number): Promise<Paper | null> {
    const [row] = (await systemTx.query('select paper from assessment.prepared_paper where sitting_id = $1 and person_id = $2 and number = $3', [sittingId, personId, number])) as [{ paper: Paper }?];
    return row?.paper ?? null;
  }
}
