import { type CivilDate, type CivilMonth, newId, type Page, pageOf, type PageRequest } from '@skillhall/kernel';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { AssignmentPlan, AssignmentState, ScheduledHall, TrainingReason } from '../../domain/index.js';

export interface AssignmentRow extends AssignmentPlan {
  readonly id: string;
  readonly courseId: string;
  readonly unitId: string;
  readonly state: AssignmentState;
  readonly heldOn: CivilDate | null;
  readonly cancelledWhy: string | null;
  readonly lotteryId: string | null;
}

export interface AssignmentCriteria {
  readonly path?: string | null;
  readonly courseId?: string | null;
  readonly state?: AssignmentState | null;
  readonly reason?: TrainingReason | null;
}

export interface HallPlace {
  readonly id: string;
  readonly path: string;
  readonly code: string;
  readonly name: string;
}

const columns = `a.id, a.course_id as "courseId", a.unit_id as "unitId", a.state, to_char(a.planned_month, 'YYYY-MM') as "plannedMonth", a.planned_on::text as "plannedOn",
  a.reason, to_char(a.looked_from, 'YYYY-MM') as "lookedFrom", to_char(a.looked_until, 'YYYY-MM') as "lookedUntil", a.decided_by as "decidedBy",
  a.held_on::text as "heldOn", a.cancelled_why as "cancelledWhy", a.lottery_id as "lotteryId"`;

const inside = (row: string): string => `exists (select from unnest($1::text[]) as top where ${row} >= top and ${row} < top || '~')`;

const filtered = `from learning.training_assignment a where ${inside('a.unit_path')}
  and ($2::text is null or (a.unit_path >= $2 and a.unit_path < $2 || '~'))
  and ($3::uuid is null or a.course_id = $3) and ($4::text is null or a.state = $4) and ($5::text is null or a.reason = $5)`;

const firstDay = (month: CivilMonth | null): string | null => (month ? `${month}-01` : null);

/** First sessions of courses at halls. Scope is handed to every query; row-level security behind it is the second wall. */
@Injectable()
export class AssignmentRepository {
  async page(tx: Transaction, scope: readonly string[], { path, courseId, state, reason }: AssignmentCriteria, request: PageRequest): Promise<Page<AssignmentRow>> {
    const values = [scope, path ?? null, courseId ?? null, state ?? null, reason ?? null];
    const nodes = (await tx.query(`select ${columns} ${filtered} order by a.planned_month desc, a.unit_path, a.id offset $6 limit $7`, [...values, request.offset, request.limit])) as AssignmentRow[];
    const [{ count }] = (await tx.query(`select count(*)::int as count ${filtered}`, values)) as [{ count: number }];
    return pageOf(nodes, count, request);
  }

  /** The sessions, locked until the end of the transaction; those out of scope are absent. */
  lock(tx: Transaction, scope: readonly string[], ids: readonly string[]): Promise<AssignmentRow[]> {
    return tx.query(`select ${columns} from learning.training_assignment a where ${inside('a.unit_path')} and a.id = any($2) order by a.id for update of a`, [scope, ids]);
  }

  /** The open halls at and below these units, once each. */
  halls(tx: Transaction, scope: readonly string[], unitIds: readonly string[]): Promise<HallPlace[]> {
    return tx.query(
      `select h.id, h.path, h.code, h.name from directory.unit h where h.type = 'hall' and h.closed_on is null and ${inside('h.path')}
         and exists (select from directory.unit u where u.id = any($2) and h.path >= u.path and h.path < u.path || '~') order by h.path`,
      [scope, unitIds],
    );
  }

  /** Those of the units that are in the scope. */
  async known(tx: Transaction, scope: readonly string[], unitIds: readonly string[]): Promise<number> {
    const [{ count }] = (await tx.query(`select count(*)::int as count from directory.unit u where u.id = any($2) and ${inside('u.path')}`, [scope, unitIds])) as [{ count: number }];
    return count;
  }

  /** Names of halls that have a first session of the course already, the first few of them. */
  async taken(tx: Transaction, courseId: string, hallIds: readonly string[]): Promise<string[]> {
    const rows = (await tx.query(
      `select u.name from learning.training_assignment a join directory.unit u on u.id = a.unit_id
       where a.course_id = $1 and a.unit_id = any($2) and a.state <> 'cancelled' order by a.unit_path limit 6`,
      [courseId, hallIds],
    )) as { name: string }[];
    return rows.map(({ name }) => name);
  }

  async add(tx: Transaction, courseId: string, halls: readonly { id: string; path: string; month?: CivilMonth }[], plan: AssignmentPlan, by: { accountId: string }, lotteryId: string | null = null): Promise<void> {
    await tx.query(
      `insert into learning.training_assignment (id, course_id, unit_id, unit_path, state, planned_month, planned_on, reason, looked_from, looked_until, decided_by, scheduled_by, lottery_id)
       select new.id, $4, new.unit, new.path, 'planned', new.month, $6, $7, $8, $9, $10, $11, $12
       from unnest($1::uuid[], $2::uuid[], $3::text[], $5::date[]) as new (id, unit, path, month)`,
      [
        ...[halls.map(() => newId()), halls.map(({ id }) => id), halls.map(({ path }) => path), courseId],
        ...[halls.map(({ month }) => firstDay(month ?? plan.plannedMonth)), plan.plannedOn, plan.reason, firstDay(plan.lookedFrom), firstDay(plan.lookedUntil)],
        ...[plan.decidedBy.trim(), by.accountId, lotteryId],
      ],
    );
  }

  async hold(tx: Transaction, ids: readonly string[], on: CivilDate): Promise<void> {
    await tx.query(`update learning.training_assignment set state = 'held', held_on = $2 where id = any($1)`, [ids, on]);
  }

  async cancel(tx: Transaction, ids: readonly string[], why: string): Promise<void> {
    await tx.query(`update learning.training_assignment set state = 'cancelled', cancelled_why = $2 where id = any($1)`, [ids, why]);
  }

  /** How many open halls there are below a node, and what is scheduled there of a course. */
  async schedule(tx: Transaction, scope: readonly string[], path: string, courseId: string): Promise<{ halls: number; scheduled: ScheduledHall[] }> {
    const [{ halls }] = (await tx.query(`select count(*)::int as halls from directory.unit h where h.type = 'hall' and h.closed_on is null and ${inside('h.path')} and h.path >= $2 and h.path < $2 || '~'`, [scope, path])) as [{ halls: number }];
    const scheduled = (await tx.query(
      `select to_char(coalesce(a.held_on, a.planned_month), 'YYYY-MM') as month, a.state, a.reason, to_char(a.looked_from, 'YYYY-MM') as "lookedFrom" ${filtered} and a.state <> 'cancelled'`,
      [scope, path, courseId, null, null],
    )) as ScheduledHall[];
    return { halls, scheduled };
  }
}
