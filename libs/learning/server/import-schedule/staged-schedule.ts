import type { Transaction } from '@skillhall/platform/database';
import { copyRows, type CopyValue, type ImportContext, type ImportCounts } from '@skillhall/platform/imports';
import { Injectable } from '@nestjs/common';

const columns = ['row', 'id', 'named', 'course_id', 'unit_id', 'unit_path', 'planned_month', 'planned_on', 'reason', 'looked_from', 'looked_until', 'decided_by', 'held_on'];

const create = `create temp table staged_training (
    row integer not null, id uuid not null, named text not null, course_id uuid not null, unit_id uuid not null, unit_path text collate "C" not null, planned_month date not null,
    planned_on date, reason text not null, looked_from date, looked_until date, decided_by text not null, held_on date) on commit drop`;

const repeated = `with ranked as (select row, row_number() over (partition by course_id, unit_id order by row) as turn from staged_training)
  delete from staged_training s using ranked r where s.row = r.row and r.turn > 1 returning s.row, s.named`;

const content = (row: string): string => `${row}.planned_month, ${row}.planned_on, ${row}.reason, ${row}.looked_from, ${row}.looked_until, ${row}.decided_by, ${row}.held_on`;

/** A session that was held does not change, and one that a lottery drew is not moved by a file. */
const standing = `delete from staged_training s using learning.training_assignment a
  where a.course_id = s.course_id and a.unit_id = s.unit_id
    and ((a.state = 'held' and (${content('a')}) is distinct from (${content('s')}))
      or (a.state = 'planned' and a.lottery_id is not null and (a.planned_month, a.reason) is distinct from (s.planned_month, s.reason)))
  returning s.row, s.named`;

/** A lottery is drawn, not claimed: a study leaves no month out for one. */
const undrawn = `delete from staged_training s where s.reason = 'lottery'
    and not exists (select from learning.training_assignment a where a.course_id = s.course_id and a.unit_id = s.unit_id and a.state <> 'cancelled' and a.lottery_id is not null)
  returning s.row, s.named`;

const merge = `with changed as (
    update learning.training_assignment a set planned_month = s.planned_month, planned_on = s.planned_on, reason = s.reason, decided_by = s.decided_by, held_on = s.held_on,
      looked_from = case when a.lottery_id is null then s.looked_from end, looked_until = case when a.lottery_id is null then s.looked_until end,
      state = case when s.held_on is null then 'planned' else 'held' end, import_run_id = $1::uuid
    from staged_training s where a.course_id = s.course_id and a.unit_id = s.unit_id and a.state = 'planned' and (${content('a')}) is distinct from (${content('s')}) returning a.id),
  added as (
    insert into learning.training_assignment (id, course_id, unit_id, unit_path, state, planned_month, planned_on, reason, looked_from, looked_until, decided_by, held_on, scheduled_by, import_run_id)
    select s.id, s.course_id, s.unit_id, s.unit_path, case when s.held_on is null then 'planned' else 'held' end, ${content('s')}, $2::uuid, $1::uuid from staged_training s
    where not exists (select from learning.training_assignment a where a.course_id = s.course_id and a.unit_id = s.unit_id and a.state <> 'cancelled') returning id)
  select (select count(*)::int from added) as created, (select count(*)::int from changed) as updated, (select count(*)::int from staged_training) as total`;

/** The staging table of one run of first sessions. */
@Injectable()
export class StagedSchedule {
  async create(tx: Transaction): Promise<void> {
    await tx.query(create);
  }

  add(tx: Transaction, rows: readonly CopyValue[][]): Promise<void> {
    return copyRows(tx, 'staged_training', columns, rows);
  }

  async merge({ tx, runId, actor, reject }: ImportContext): Promise<ImportCounts> {
    for (const [code, statement] of [['repeated-hall', repeated], ['held-already', standing], ['lottery-not-drawn', undrawn]] as const) {
      const [rows] = (await tx.query(statement)) as [{ row: number; named: string }[]];
      for (const { row, named } of rows.sort((a, b) => a.row - b.row)) reject(row, 'hall', code, { text: named });
    }
    const [{ created, updated, total }] = (await tx.query(merge, [runId, actor?.accountId ?? null])) as [{ created: number; updated: number; total: number }];
    return { created, updated, unchanged: total - created - updated };
  }
}
