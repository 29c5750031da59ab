import type { CivilMonth } from '@skillhall/kernel';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { type AssignmentState, type TrainingReason, windowOf } from '../../domain/index.js';

export interface HallCompletions {
  readonly unitId: string;
  readonly unitPath: string;
  /** Null in the one row of a hall where nobody has completed anything. */
  readonly month: CivilMonth | null;
  /** Counter staff of the hall today. */
  readonly staff: number;
  /** How many of them completed it for the first time in this month. */
  readonly completed: number;
}

export interface TrainingDecision {
  readonly unitId: string;
  readonly unitPath: string;
  readonly state: AssignmentState;
  readonly reason: TrainingReason;
  readonly lookedFrom: CivilMonth | null;
  readonly lookedUntil: CivilMonth | null;
  /** Of the session: held, or planned. */
  readonly month: CivilMonth;
  /** Months before it that a study leaves out; 0 after a lottery, null where nobody wrote down what was looked at. */
  readonly decisionMonths: number | null;
}

/**
 * The share of counter staff from which a hall counts as trained. Half: below it most customers still meet
 * somebody untrained, and well above it a hall would hardly ever count, since staff leave and join.
 */
export const trainedShare = 0.5;

/** `$1` paths. Where no post of a hall's people serves at a counter, all of its people count. */
const staff = `with in_scope as (
    select p.id, p.unit_id, p.unit_path, coalesce(o.counter, false) as counter
    from directory.person p
    join directory.unit u on u.id = p.unit_id and u.type = 'hall'
    left join directory.post o on o.id = p.post_id
    where p.left_on is null and exists (select from unnest($1::text[]) as top where p.unit_path >= top and p.unit_path < top || '~')),
  halls as (select unit_id, bool_or(counter) as marked from in_scope group by unit_id),
  staff as (select s.* from in_scope s join halls h using (unit_id) where s.counter or not h.marked),
  sizes as (select unit_id, unit_path, count(*)::int as staff from staff group by unit_id, unit_path)`;

/** `$2` course or null for any, `$3` time zone of the months. */
const firsts = `firsts as (
    select s.unit_id, date_trunc('month', min(e.completed_at) at time zone $3)::date as month
    from staff s join learning.enrolment e on e.person_id = s.id
    where e.completed_at is not null and ($2::uuid is null or e.course_id = $2)
    group by s.unit_id, s.id),
  monthly as (select unit_id, month, count(*)::int as completed from firsts group by unit_id, month)`;

/** `$1` paths, `$2` course. */
const inPaths = `exists (select from unnest($1::text[]) as top where a.unit_path >= top and a.unit_path < top || '~')`;
const recorded = `select a.* from learning.training_assignment a where a.course_id = $2 and a.state <> 'cancelled' and ${inPaths}`;

/** What upper floors may know of learning: counts by hall, never who. */
@Injectable()
export class LearningRecords {
  /**
   * Counter staff of today at each hall below `paths`, and how many first completed the course (null: any course)
   * in each month; a hall without completions has one row with month null. Runs in the scope of `tx`.
   */
  completionsByHallAndMonth(tx: Transaction, courseId: string | null, paths: readonly string[], timeZone = 'Asia/Shanghai'): Promise<HallCompletions[]> {
    return tx.query(
      `${staff}, ${firsts}
       select z.unit_id as "unitId", z.unit_path as "unitPath", to_char(m.month, 'YYYY-MM') as month, z.staff, coalesce(m.completed, 0) as completed
       from sizes z left join monthly m using (unit_id) order by z.unit_path, m.month`,
      [paths, courseId, timeZone],
    );
  }

  /** Counter staff of today at each hall below `paths`. */
  staffByHall(tx: Transaction, paths: readonly string[]): Promise<{ unitId: string; staff: number }[]> {
    return tx.query(`${staff} select unit_id as "unitId", staff from sizes`, [paths]);
  }

  /**
   * The month of the first session where one was recorded as held: what was intended counts, not who finished, since
   * better halls finish more. Elsewhere the month in which `trainedShare` of a hall's counter staff had completed the
   * course; other halls are absent.
   */
  firstTrainingMonthByHall(tx: Transaction, courseId: string, paths: readonly string[], timeZone = 'Asia/Shanghai'): Promise<{ unitId: string; unitPath: string; month: CivilMonth }[]> {
    return tx.query(
      `${staff}, ${firsts},
       reached as (select unit_id, month, sum(completed) over (partition by unit_id order by month) as total from monthly),
       recorded as (${recorded}),
       found as (
         select unit_id, unit_path, date_trunc('month', held_on)::date as month from recorded where state = 'held'
         union all
         select z.unit_id, z.unit_path, min(r.month) from reached r join sizes z using (unit_id)
         where r.total >= $4::float8 * z.staff and not exists (select from recorded a where a.unit_id = z.unit_id and a.state = 'held') group by z.unit_id, z.unit_path)
       select unit_id as "unitId", unit_path as "unitPath", to_char(month, 'YYYY-MM') as month from found order by unit_path`,
      [paths, courseId, timeZone, trainedShare],
    );
  }

  /** The same for every other course at once: what else halls were trained in. */
  otherTrainingMonthsByHall(tx: Transaction, courseId: string, paths: readonly string[], timeZone = 'Asia/Shanghai'): Promise<{ courseId: string; unitId: string; month: CivilMonth }[]> {
    return tx.query(
      `${staff},
       firsts as (
         select e.course_id, s.unit_id, date_trunc('month', min(e.completed_at) at time zone $3)::date as month
         from staff s join learning.enrolment e on e.person_id = s.id where e.completed_at is not null and e.course_id <> $2 group by e.course_id, s.unit_id, s.id),
       monthly as (select course_id, unit_id, month, count(*)::int as completed from firsts group by course_id, unit_id, month),
       reached as (select course_id, unit_id, month, sum(completed) over (partition by course_id, unit_id order by month) as total from monthly),
       held as (select a.course_id, a.unit_id, date_trunc('month', a.held_on)::date as month from learning.training_assignment a where a.state = 'held' and a.course_id <> $2 and ${inPaths}),
       found as (
         select course_id, unit_id, month from held
         union all
         select r.course_id, z.unit_id, min(r.month) from reached r join sizes z using (unit_id)
         where r.total >= $4::float8 * z.staff and not exists (select from held h where h.course_id = r.course_id and h.unit_id = z.unit_id) group by r.course_id, z.unit_id)
       select course_id as "courseId", unit_id as "unitId", to_char(month, 'YYYY-MM') as month from found order by course_id, unit_id`,
      [paths, courseId, timeZone, trainedShare],
    );
  }

  /** What was decided for each hall below `paths`: why it is trained, and which months the decision looked at. Cancelled ones are absent. */
  async decisions(tx: Transaction, courseId: string, paths: readonly string[]): Promise<TrainingDecision[]> {
    const rows = (await tx.query(
      `select a.unit_id as "unitId", a.unit_path as "unitPath", a.state, a.reason, to_char(a.looked_from, 'YYYY-MM') as "lookedFrom", to_char(a.looked_until, 'YYYY-MM') as "lookedUntil",
         to_char(coalesce(a.held_on, a.planned_month), 'YYYY-MM') as month from (${recorded}) as a order by a.unit_path`,
      [paths, courseId],
    )) as Omit<TrainingDecision, 'decisionMonths'>[];
    return rows.map((row) => ({ ...row, decisionMonths: windowOf(row.reason, row.lookedFrom, row.month) }));
  }
}
