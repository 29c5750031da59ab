import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { Blueprint, Candidacy, CheckIn, Delivery, ReviewRules, SittingTimes } from '../../domain/index.js';
import type { Proctoring } from './sitting.repository.js';

/** A sitting and its exam as one examinee has them before them. */
export interface ExamineeSittingRow extends SittingTimes, Omit<Candidacy, 'checkIn'> {
  readonly id: string;
  readonly examId: string;
  readonly title: string;
  readonly examTitle: string;
  readonly instructions: string;
  readonly place: string | null;
  readonly delivery: Delivery;
  readonly checkIn: CheckIn;
  readonly proctoring: Proctoring;
  readonly cancelledReason: string | null;
  readonly minutes: number;
  readonly passMark: number;
  readonly blueprint: Blueprint;
  readonly review: ReviewRules;
  readonly extraMinutes: number;
  /** The database's clock, which decides. */
  readonly now: Date;
}

// `person` is what stands for the person in the statement.
const columnsFor = (person: string): string => `s.id, e.id as "examId", s.title, e.title as "examTitle", e.instructions, s.place, s.delivery, s.check_in as "checkIn", s.proctoring,
  s.opens_at as "opensAt", s.closes_at as "closesAt", s.late_entry_minutes as "lateEntryMinutes", s.cancelled_at as "cancelledAt",
  s.cancelled_reason as "cancelledReason", s.ended_at as "endedAt", e.minutes, e.pass_mark as "passMark", e.blueprint, e.review,
  e.attempts_allowed as "attemptsAllowed", a.admitted, coalesce(c.extra_minutes, 0) as "extraMinutes",
  c.checked_in_at is not null as "checkedIn", clock_timestamp() as now,
  (select count(*)::int from assessment.attempt t where t.sitting_id = s.id and t.person_id = ${person} and t.state = 'submitted') as "attemptsUsed"`;

const joinedFor = (person: string): string => `join assessment.exam e on e.id = s.exam_id
  left join assessment.sitting_candidate c on c.sitting_id = s.id and c.person_id = ${person}
  cross join lateral (select assessment.admits(s.id, ${person}) as admitted offset 0) a`;

// Not `exists`, for which all attempts of everybody may be read into a hash first.
const satBy = (person: string): string => `(select true from assessment.attempt t where t.sitting_id = s.id and t.person_id = ${person} limit 1)`;

const [columns, joined, sat] = [columnsFor('$1'), `from assessment.sitting s ${joinedFor('$1')}`, satBy('$1')];

/** Of many people ($1) at once, each the sitting ($2) beside: one that they are admitted to or have sat. */
export const ownSittings = `select i.n::int as n, ${columnsFor('i.person_id')}
  from unnest($1::uuid[], $2::uuid[]) with ordinality as i (person_id, sitting_id, n)
  join assessment.sitting s on s.id = i.sitting_id ${joinedFor('i.person_id')} where a.admitted or ${satBy('i.person_id')}`;

/** Sittings of one person; the person stands in every statement. */
@Injectable()
export class ExamineeSittings {
  /** Those ahead and running where the person is admitted, and those they have sat in the last year; the next first. */
  list(tx: Transaction, personId: string): Promise<ExamineeSittingRow[]> {
    return tx.query(
      `select ${columns} ${joined}
       where (s.closes_at > clock_timestamp() - interval '1 day' and a.admitted) or (s.closes_at > clock_timestamp() - interval '1 year' and ${sat})
       order by s.closes_at < clock_timestamp(), case when s.closes_at < clock_timestamp() then -extract(epoch from s.opens_at) else extract(epoch from s.opens_at) end, s.id limit 200`,
      [personId],
    );
  }

  async find(tx: Transaction, personId: string, id: string): Promise<ExamineeSittingRow | null> {
    const [row] = (await tx.query(`select ${columns} ${joined} where s.id = $2 and (a.admitted or ${sat})`, [personId, id])) as [ExamineeSittingRow?];
    return row ?? null;
  }

  async byIds(tx: Transaction, personId: string, ids: readonly string[]): Promise<(ExamineeSittingRow | null)[]> {
    const rows = (await tx.query(`select ${columns} ${joined} where s.id = any($2)`, [personId, ids])) as ExamineeSittingRow[];
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  }
}
