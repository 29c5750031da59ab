import { newId } from '@skillhall/kernel';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { Paper } from '../../domain/index.js';

export interface PrintedForm {
  readonly id: string;
  readonly form: string;
  readonly paper: Paper;
}

/** Papers as they are printed. Needs a system transaction: what they ask is nobody's to see before the sitting. */
@Injectable()
export class PrintedForms {
  /** In the order of their letters. */
  of(systemTx: Transaction, sittingId: string): Promise<PrintedForm[]> {
    return systemTx.query('select id, form, paper from assessment.printed_form where sitting_id = $1 order by form', [sittingId]);
  }

  /** In the order of the sittings. */
  async ofEach(systemTx: Transaction, sittingIds: readonly string[]): Promise<(PrintedForm & { entered: number })[][]> {
    const rows = (await systemTx.query(
      `select f.sitting_id as "sittingId", f.id, f.form, f.paper, (select count(*)::int from assessment.attempt a where a.form_id = f.id) as entered
       from assessment.printed_form f where f.sitting_id = any($1) order by f.form`,
      [sittingIds],
    )) as (PrintedForm & { sittingId: string; entered: number })[];
    return sittingIds.map((id) => rows.filter(({ sittingId }) => sittingId === id));
  }

  async add(systemTx: Transaction, sittingId: string, form: string, paper: Paper, accountId: string): Promise<void> {
    await systemTx.query(
      `insert into assessment.printed_form (id, sitting_id, form, paper, created_by) values ($1, $2, $3, $4, $5) on conflict (sitting_id, form) do nothing`,
      [newId(), sittingId, form, JSON.stringify(paper), accountId],
    );
  }

  /** So that other questions are drawn; only before anybody has had one of them. */
  async drop(systemTx: Transaction, sittingId: string): Promise<void> {
    await systemTx.query('delete from assessment.printed_form where sitting_id = $1', [sittingId]);
  }
}
