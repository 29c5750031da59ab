import { type Page, pageOf, type PageRequest } from '@skillhall/kernel';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { AttemptState, Submitter } from '../../domain/index.js';

export const candidateStates = ['absent', 'checkedIn', 'open', 'submitted', 'shutOut'] as const;
export type CandidateState = (typeof candidateStates)[number];

export interface CandidateRow {
  readonly personId: string;
  readonly staffNumber: string;
  readonly name: string;
  readonly unitName: string;
  readonly byName: boolean;
  readonly extraMinutes: number;
  readonly checkedInAt: Date | null;
  readonly note: string | null;
  readonly attempt: CandidateAttempt | null;
}

export interface CandidateAttempt {
  readonly id: string;
  readonly number: number;
  readonly state: AttemptState;
  readonly startedAt: Date;
  readonly deadline: Date;
  readonly submittedAt: Date | null;
  readonly submittedBy: Submitter | null;
  readonly answered: number;
  readonly total: number;
  readonly lastSavedAt: Date | null;
  readonly deviceLabel: string | null;
  readonly takeovers: number;
  readonly timesLeft: number;
  readonly pastes: number;
}

export type RollRow = Pick<CandidateRow, 'staffNumber' | 'name' | 'unitName' | 'byName' | 'extraMinutes' | 'note'> & {
  readonly state: CandidateState;
  readonly submittedAt: Date | null;
};

export type CandidateCounts = Record<'admitted' | 'checkedIn' | 'open' | 'submitted', number>;

export interface CandidateCriteria {
  readonly search?: string | null;
  readonly state?: CandidateState | null;
}

/** Who is admitted to the sitting that `sitting` names: by unit and post, or by name; never who is shut out by name. */
export const admittedTo = (sitting: string): string => `
  select p.id from assessment.sitting_unit_admitted u
  join directory.person p on p.unit_path >= u.unit_path and p.unit_path < u.unit_path || '~'
  where u.sitting_id = ${sitting} and (p.left_on is null or p.left_on > current_date)
    and (not exists (select from assessment.sitting_post_admitted a where a.sitting_id = ${sitting})
      or exists (select from assessment.sitting_post_admitted a where a.sitting_id = ${sitting} and a.post_id = p.post_id))
    and not exists (select from assessment.sitting_candidate c where c.sitting_id = ${sitting} and c.person_id = p.id and not c.admitted)
  union
  select c.person_id from assessment.sitting_candidate c where c.sitting_id = ${sitting} and c.admitted`;

/** Those shut out by name are listed apart: somebody must be able to let them in again. */
const shutOut = `select person_id as id from assessment.sitting_candidate where sitting_id = $1 and not admitted`;

const listed = (wanted: CandidateState | null | undefined): string => `admitted as (${wanted === 'shutOut' ? shutOut : admittedTo('$1')})`;

const latest = `latest as (
  select distinct on (person_id) * from assessment.attempt where sitting_id = $1 order by person_id, number desc)`;

const state = `case when a.state is not null then a.state when c.checked_in_at is not null then 'checkedIn' else 'absent' end`;

const people = `from admitted join directory.person p using (id)
  left join assessment.sitting_candidate c on c.sitting_id = $1 and c.person_id = p.id
  left join latest a on a.person_id = p.id`;

const narrowed = `($2::text is null or position($2 in p.name) > 0 or starts_with(p.staff_number, $2)) and ($3::text is null or $3 = 'shutOut' or ${state} = $3)`;

const events = (kind: string): string => `(select count(*)::int from assessment.attempt_event e where e.attempt_id = a.id and e.kind = '${kind}')`;

const attempt = `case when a.id is not null then jsonb_build_object('id', a.id, 'number', a.number, 'state', a.state, 'startedAt', a.started_at, 'deadline', a.deadline,
    'submittedAt', a.submitted_at, 'submittedBy', a.submitted_by, 'total', jsonb_array_length(a.paper -> 'questions'),
    'answered', (select count(*) from (
      select distinct on (question_id) cardinality(choice) as given from assessment.answer_log l where l.attempt_id = a.id order by question_id, client_seq desc) as t where given > 0),
    'lastSavedAt', (select max(saved_at) from assessment.answer_log l where l.attempt_id = a.id), 'deviceLabel', a.device_label,
    'takeovers', ${events('taken-over')}, 'timesLeft', ${events('left')}, 'pastes', ${events('pasted')}) end`;

/** The people of a sitting. Needs a system transaction: who asks has been found to run or to invigilate the sitting. */
@Injectable()
export class CandidateRepository {
  async page(systemTx: Transaction, sittingId: string, { search, state: wanted }: CandidateCriteria, request: PageRequest): Promise<Page<CandidateRow>> {
    const values = [sittingId, search?.trim() || null, wanted ?? null];
    const rows = (await systemTx.query(
      `with ${listed(wanted)}, ${latest}, chosen as (
         select p.id, ${state} as state ${people} where ${narrowed} order by p.unit_path, p.staff_number offset $4 limit $5)
       select p.id as "personId", p.staff_number as "staffNumber", p.name, u.name as "unitName", coalesce(c.admitted, false) as "byName",
         coalesce(c.extra_minutes, 0) as "extraMinutes", c.checked_in_at as "checkedInAt", c.note, ${attempt} as attempt
       from chosen join directory.person p using (id) join directory.unit u on u.id = p.unit_id
       left join assessment.sitting_candidate c on c.sitting_id = $1 and c.person_id = p.id
       left join latest a on a.person_id = p.id order by p.unit_path, p.staff_number`,
      [...values, request.offset, request.limit],
    )) as (Omit<CandidateRow, 'attempt'> & { attempt: CandidateAttempt | null })[];
    const [{ count }] = (await systemTx.query(`with ${listed(wanted)}, ${latest} select count(*)::int as count ${people} where ${narrowed}`, values)) as [{ count: number }];
    return pageOf(rows.map(({ attempt: found, ...row }) => ({ ...row, attempt: found && withDates(found) })), count, request);
  }

  /** All of them as a list to print and to keep, in the order of the table. */
  roll(systemTx: Transaction, sittingId: string, { search, state: wanted }: CandidateCriteria): Promise<RollRow[]> {
    return systemTx.query(
      `with ${listed(wanted)}, ${latest}
       select p.staff_number as "staffNumber", p.name, u.name as "unitName", coalesce(c.admitted, false) as "byName", coalesce(c.extra_minutes, 0) as "extraMinutes",
         ${wanted === 'shutOut' ? `'shutOut'` : state} as state, a.submitted_at as "submittedAt", c.note
       ${people} join directory.unit u on u.id = p.unit_id where ${narrowed}
       order by p.unit_path, p.staff_number`,
      [sittingId, search?.trim() || null, wanted ?? null],
    );
  }

  /** How many people these units and posts admit; no post named means all of them. */
  async admits(tx: Transaction, paths: readonly string[], postIds: readonly string[]): Promise<number> {
    const [{ count }] = (await tx.query(
      `select count(*)::int as count from directory.person p
       where exists (select from unnest($1::text[]) as top where p.unit_path >= top and p.unit_path < top || '~')
         and (p.left_on is null or p.left_on > current_date) and (cardinality($2::uuid[]) = 0 or p.post_id = any($2))`,
      [paths, postIds],
    )) as [{ count: number }];
    return count;
  }

  /** For each sitting, in the order of the ids. */
  countsOf(systemTx: Transaction, sittingIds: readonly string[]): Promise<CandidateCounts[]> {
    return systemTx.query(
      `with latest as (
         select distinct on (sitting_id, person_id) sitting_id, person_id, state from assessment.attempt
         where sitting_id = any($1) order by sitting_id, person_id, number desc)
       select count(p.id)::int as admitted, count(c.checked_in_at)::int as "checkedIn",
         count(*) filter (where a.state = 'open')::int as open, count(*) filter (where a.state = 'submitted')::int as submitted
       from unnest($1::uuid[]) with ordinality as w (id, n)
       left join lateral (${admittedTo('w.id')}) as p (id) on true
       left join assessment.sitting_candidate c on c.sitting_id = w.id and c.person_id = p.id
       left join latest a on a.sitting_id = w.id and a.person_id = p.id
       group by w.n order by w.n`,
      [sittingIds],
    );
  }

  async ids(systemTx: Transaction, sittingId: string): Promise<string[]> {
    return ((await systemTx.query(`with ${listed(null)} select id from admitted order by id`, [sittingId])) as { id: string }[]).map(({ id }) => id);
  }
}

const withDates = (attempt: CandidateAttempt): CandidateAttempt => {
  const date = (value: Date | null): Date | null => (value === null ? null : new Date(value));
  const { startedAt, deadline, submittedAt, lastSavedAt } = attempt;
  return { ...attempt, startedAt: new Date(startedAt), deadline: new Date(deadline), submittedAt: date(submittedAt), lastSavedAt: date(lastSavedAt) };
};
