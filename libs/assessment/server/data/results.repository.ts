import { type Page, pageOf, type PageRequest } from '@skillhall/kernel';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { Submitter } from '../../domain/index.js';
import { admittedTo } from './candidate.repository.js';

/** Whose results are asked for: of one exam, in the subtrees of the reader, narrowed as they wish. */
export interface ResultsOf {
  readonly examId: string;
  readonly scope: readonly string[];
  readonly sittingId: string | null;
  readonly unitPath: string | null;
}

export const resultVerdicts = ['passed', 'failed', 'pending'] as const;
export type ResultVerdict = (typeof resultVerdicts)[number];

export interface ScoreFigures {
  readonly sat: number;
  readonly passed: number;
  readonly pending: number;
  readonly mean: number | null;
  readonly quantiles: number[] | null;
}

export interface UnitFigures extends ScoreFigures {
  readonly unitId: string;
  readonly unitName: string;
}

export interface ResultRow {
  readonly attemptId: string;
  readonly name: string;
  readonly staffNumber: string;
  readonly unitName: string;
  readonly sittingTitle: string;
  readonly startedAt: Date;
  readonly submittedAt: Date;
  readonly submittedBy: Submitter;
  readonly score: number;
  readonly marks: number;
  readonly maxMarks: number;
  readonly pending: number;
  readonly passed: boolean | null;
  readonly regraded: boolean;
}

export interface AbsentRow {
  readonly personId: string;
  readonly name: string;
  readonly staffNumber: string;
  readonly unitName: string;
  readonly sittingTitle: string;
}

export interface ExamSat {
  readonly id: string;
  readonly title: string;
  readonly passMark: number;
  readonly sat: number;
  readonly passed: number;
  readonly pending: number;
  readonly mean: number | null;
  readonly lastSat: Date;
}

const inScope = (path: string): string => `exists (select from unnest($2::text[]) as top where starts_with(${path}, top))`;

/** The result that counts: the first one, or the latest after people marked or a key was corrected. */
const latest = `left join lateral (
    select score, passed, marks, max_marks, pending, cause from assessment.later_result l where l.attempt_id = a.id order by l.version desc limit 1) l on true`;
const figures = `coalesce(l.score, r.score) as score, case when l.cause is null then r.passed else l.passed end as passed, coalesce(l.marks, r.marks) as marks,
  coalesce(l.max_marks, r.max_marks) as max_marks, coalesce(l.pending, r.pending) as pending, l.cause is not distinct from 'regraded' as regraded`;

/** Everybody once, with their last attempt. */
const sat = `sat as (
  select distinct on (a.person_id) a.id, a.person_id, a.sitting_id, a.unit_id, a.unit_path, a.started_at, a.submitted_at, a.submitted_by, ${figures}
  from assessment.attempt a join assessment.sitting s on s.id = a.sitting_id join assessment.attempt_result r on r.attempt_id = a.id ${latest}
  where s.exam_id = $1 and ${inScope('a.unit_path')} and ($3::uuid is null or a.sitting_id = $3) and ($4::text is null or starts_with(a.unit_path, $4))
  order by a.person_id, a.started_at desc)`;

const scores = `count(*)::int as sat, (count(*) filter (where passed))::int as passed, (count(*) filter (where pending > 0))::int as pending,
  round(avg(score) filter (where pending = 0), 1)::float8 as mean,
  percentile_cont(array[0, 0.25, 0.5, 0.75, 1]) within group (order by score::float8) filter (where pending = 0) as quantiles`;

/** Admitted to a sitting that is over, and sat none of the exam. */
const absent = `absent as (
  select distinct on (p.id) p.id, p.name, p.staff_number, p.unit_id, p.unit_path, s.title
  from assessment.sitting s cross join lateral (${admittedTo('s.id')}) as c (id) join directory.person p on p.id = c.id
  where s.exam_id = $1 and s.cancelled_at is null and (s.ended_at is not null or s.closes_at <= clock_timestamp())
    and ${inScope('p.unit_path')} and ($3::uuid is null or s.id = $3) and ($4::text is null or starts_with(p.unit_path, $4))
    and not exists (select from assessment.attempt a join assessment.sitting o on o.id = a.sitting_id where o.exam_id = $1 and a.person_id = p.id)
  order by p.id, s.opens_at desc)`;

const verdict = `case when pending > 0 then 'pending' when passed then 'passed' else 'failed' end`;
const people = 'from sat join directory.person p on p.id = sat.person_id';
const narrowed = `($5::text is null or position($5 in p.name) > 0 or starts_with(p.staff_number, $5)) and ($6::text is null or ${verdict} = $6)`;

const asked = ({ examId, scope, sittingId, unitPath }: ResultsOf): unknown[] => [examId, scope, sittingId, unitPath];

/**
 * Results of exams that have been sat. Needs a system transaction: whoever reads them may be in charge of people and not
 * of the exam, so the scope, which stands in every statement, is that of the people.
 */
@Injectable()
export class ResultsRepository {
  /** Exams that somebody in scope has sat, the last one first. */
  async exams(systemTx: Transaction, scope: readonly string[], search: string | null, request: PageRequest): Promise<Page<ExamSat>> {
    const rows = (await systemTx.query(
      `select e.id, e.title, e.pass_mark as "passMark", f.sat, f.passed, f.pending, f.mean, f."lastSat", (count(*) over ())::int as total
       from assessment.exam e cross join lateral (
         select count(*)::int as sat, (count(*) filter (where passed))::int as passed, (count(*) filter (where pending > 0))::int as pending,
           round(avg(score) filter (where pending = 0), 1)::float8 as mean, max(started_at) as "lastSat"
         from (
           select distinct on (a.person_id) a.started_at, ${figures}
           from assessment.sitting s join assessment.attempt a on a.sitting_id = s.id join assessment.attempt_result r on r.attempt_id = a.id ${latest}
           where s.exam_id = e.id and ${inScope('a.unit_path')} order by a.person_id, a.started_at desc) as each) as f
       where f.sat > 0 and ($1::text is null or position(lower($1) in lower(e.title)) > 0) order by f."lastSat" desc, e.id offset $3 limit $4`,
      [search, scope, request.offset, request.limit],
    )) as (ExamSat & { total: number })[];
    return pageOf(rows, rows[0]?.total ?? 0, request);
  }

  /** Null where nobody in scope has sat or should have sat it. */
  async exam(systemTx: Transaction, scope: readonly string[], id: string): Promise<{ id: string; title: string; passMark: number } | null> {
    const [row] = (await systemTx.query(
      `select e.id, e.title, e.pass_mark as "passMark" from assessment.exam e where e.id = $1 and (${inScope('e.unit_path')} or exists (
         select from assessment.sitting s join assessment.attempt a on a.sitting_id = s.id where s.exam_id = e.id and ${inScope('a.unit_path')}))`,
      [id, scope],
    )) as [{ id: string; title: string; passMark: number }?];
    return row ?? null;
  }

  sittings(systemTx: Transaction, examId: string): Promise<{ id: string; title: string; opensAt: Date; over: boolean }[]> {
    return systemTx.query(
      `select id, title, opens_at as "opensAt", assessment.sitting_over(id) as over from assessment.sitting where exam_id = $1 and cancelled_at is null order by opens_at desc, id`,
      [examId],
    );
  }

  async summary(systemTx: Transaction, of: ResultsOf): Promise<ScoreFigures & { bins: number[]; absent: number }> {
    const [row] = (await systemTx.query(
      `with ${sat}, ${absent} select ${scores}, (select count(*)::int from absent) as absent,
         array(select (select count(*)::int from sat where pending = 0 and least(9, floor(score / 10)) = bin) from generate_series(0, 9) as bin) as bins from sat`,
      asked(of),
    )) as [ScoreFigures & { bins: number[]; absent: number }];
    return row;
  }

  /** What lies right below the unit asked for, each with all below it. */
  units(systemTx: Transaction, of: ResultsOf): Promise<UnitFigures[]> {
    return systemTx.query(
      `with ${sat} select u.id as "unitId", u.name as "unitName", grouped.* from (
         select left(unit_path, length(coalesce($4, '')) + 4) as path, ${scores} from sat group by 1) as grouped
       join directory.unit u on u.path = grouped.path order by u.path`,
      asked(of),
    );
  }

  async page(systemTx: Transaction, of: ResultsOf, criteria: { search: string | null; verdict: ResultVerdict | null }, request: PageRequest): Promise<Page<ResultRow>> {
    const values = [...asked(of), criteria.search, criteria.verdict];
    const nodes = (await systemTx.query(
      `with ${sat} select sat.id as "attemptId", p.name, p.staff_number as "staffNumber", u.name as "unitName", s.title as "sittingTitle", sat.started_at as "startedAt",
         sat.submitted_at as "submittedAt", sat.submitted_by as "submittedBy", sat.score::float8 as score, sat.marks::float8 as marks, sat.max_marks::float8 as "maxMarks",
         sat.pending, sat.passed, sat.regraded
       ${people} join directory.unit u on u.id = sat.unit_id join assessment.sitting s on s.id = sat.sitting_id where ${narrowed}
       order by sat.score desc, p.staff_number offset $7 limit $8`,
      [...values, request.offset, request.limit],
    )) as ResultRow[];
    const [{ count }] = (await systemTx.query(`with ${sat} select count(*)::int as count ${people} where ${narrowed}`, values)) as [{ count: number }];
    return pageOf(nodes, count, request);
  }

  async absent(systemTx: Transaction, of: ResultsOf, request: PageRequest): Promise<Page<AbsentRow>> {
    const rows = (await systemTx.query(
      `with ${absent} select a.id as "personId", a.name, a.staff_number as "staffNumber", u.name as "unitName", a.title as "sittingTitle", (count(*) over ())::int as total
       from absent a join directory.unit u on u.id = a.unit_id order by a.unit_path, a.staff_number offset $5 limit $6`,
      [...asked(of), request.offset, request.limit],
    )) as (AbsentRow & { total: number })[];
    return pageOf(rows, rows[0]?.total ?? 0, request);
  }
}
