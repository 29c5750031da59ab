import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { HeldAnswer, RegradedAnswer } from '../../domain/index.js';
import { gradedVersions } from './later-result.repository.js';

export type RegradeKind = 'key' | 'void';

export interface RegradeRow {
  readonly id: string;
  readonly kind: RegradeKind;
  readonly examId: string;
  readonly questionId: string;
  readonly keyRevision: number | null;
  readonly reason: string;
  readonly at: Date;
  readonly accountName: string;
  readonly attempts: number;
  readonly gained: number;
  readonly lost: number;
  readonly nowPassed: number;
  readonly nowFailed: number;
  readonly changed: number;
  /** How many papers have their new grade. */
  readonly done: number;
}

/** An answer to be graded anew, and where its attempt belongs. */
export interface HeldRow extends HeldAnswer {
  readonly quizId: string | null;
  readonly sittingId: string | null;
  readonly personId: string;
}

export interface RegradeChange {
  readonly attemptId: string;
  readonly name: string;
  readonly staffNumber: string;
  readonly unitName: string;
  readonly before: { readonly marks: number; readonly score: number; readonly passed: boolean | null };
  readonly after: { readonly marks: number; readonly score: number; readonly passed: boolean | null };
}

/** Papers that were handed in at an exam or as a quiz and hold the question; of a void one, those of its exam. */
const holding = `from assessment.attempt_result r join assessment.attempt a on a.id = r.attempt_id
  left join assessment.quiz q on q.id = a.quiz_id left join assessment.sitting s on s.id = a.sitting_id left join assessment.exam e on e.id = s.exam_id
  where case when a.source = 'paper' then a.paper -> 'questions' @> jsonb_build_array(jsonb_build_object('id', $1::uuid::text)) else $1::uuid = any(r.key_versions) end and (a.quiz_id is not null or a.sitting_id is not null) and ($2::uuid is null or e.id = $2)`;

/** The quiz or the exam lies in the scope. */
const kept = (scope: string): string => `exists (select from unnest(${scope}::text[]) as top where starts_with(coalesce(q.unit_path, e.unit_path), top))`;

const latest = `left join lateral (select * from assessment.later_result l where l.attempt_id = a.id order by version desc limit 1) l on true`;
const entry = (list: string, name: string): string => `(select x from jsonb_array_elements(${list}) as x where x ->> '${name}' = $1::uuid::text)`;

const columns = `id, kind, exam_id as "examId", question_id as "questionId", key_revision as "keyRevision", reason, at, account_name as "accountName", attempts, gained, lost,
  now_passed as "nowPassed", now_failed as "nowFailed", changed, (select count(*)::int from assessment.later_result l where l.regrade_id = g.id) as done`;

/** What grading anew reads and writes. Needs a system transaction: keys and everybody's papers. */
@Injectable()
export class RegradeRepository {
  /** Papers that hold the question and are kept where the scope does not reach. */
  async beyond(systemTx: Transaction, questionId: string, scope: readonly string[]): Promise<number> {
    const [{ count }] = (await systemTx.query(
      `select count(*)::int as count ${holding} and not ${kept('$3')}`,
      [questionId, null, scope],
    )) as [{ count: number }];
    return count;
  }

  /** All of them, found in one pass; in order, so that no two of these ever wait for each other in a circle. */
  async ids(systemTx: Transaction, questionId: string, examId: string | null): Promise<string[]> {
    const rows = (await systemTx.query(`select a.id ${holding} order by a.id`, [questionId, examId])) as { id: string }[];
    return rows.map(({ id }) => id);
  }

  async hold(systemTx: Transaction, ids: readonly string[]): Promise<void> {
    await systemTx.query('select from assessment.attempt where id = any($1) order by id for no key update', [ids]);
  }

  /** The one answer of each paper that still asks it, with the latest grade; a key is of no account where the question is void. */
  held(systemTx: Transaction, questionId: string, kind: RegradeKind, ids: readonly string[]): Promise<HeldRow[]> {
    return systemTx.query(
      `select a.id as "attemptId", a.quiz_id as "quizId", a.sitting_id as "sittingId", a.person_id as "personId", coalesce(q.pass_mark, e.pass_mark) as "passMark",
         coalesce(l.score, r.score)::float8 as score, case when l.attempt_id is null then r.passed else l.passed end as passed, coalesce(l.marks, r.marks)::float8 as marks,
         coalesce(l.max_marks, r.max_marks)::float8 as "maxMarks", coalesce(l.pending, r.pending) as pending,
         ${entry(`a.paper -> 'questions'`, 'id')} as question, ${entry('coalesce(l.answers, r.answers)', 'questionId')} as answer
       from assessment.attempt a join assessment.attempt_result r on r.attempt_id = a.id ${latest}
       left join assessment.quiz q on q.id = a.quiz_id left join assessment.sitting s on s.id = a.sitting_id left join assessment.exam e on e.id = s.exam_id
       where a.id = any($2) and coalesce(l.answers, r.answers) @> jsonb_build_array(jsonb_build_object('questionId', $1::uuid::text)) and ($3 = 'void' or not exists (select from assessment.regrade g where g.kind = 'void' and g.exam_id = e.id and g.question_id = $1::uuid)) order by a.id`,
      [questionId, ids, kind],
    );
  }

  /** New grades of many papers in one statement; the answers are changed where they lie. */
  async add(systemTx: Transaction, { id, questionId, keyRevision }: Pick<RegradeRow, 'id' | 'questionId' | 'keyRevision'>, regraded: readonly RegradedAnswer[]): Promise<void> {
    await systemTx.query(
      `insert into assessment.later_result (attempt_id, version, cause, regrade_id, score, passed, marks, max_marks, pending, answers, key_revisions)
       select a.id, coalesce(l.version, 1) + 1, 'regraded', $2, n.score, n.passed, n.marks, coalesce(l.max_marks, r.max_marks), n.pending,
         (select jsonb_agg(case when x ->> 'questionId' = $1::uuid::text then x || n.answer::jsonb else x end order by place) from jsonb_array_elements(coalesce(l.answers, r.answers)) with ordinality as t (x, place)),
         (select array_agg(case when version = $1::uuid then coalesce($3::int, revision) else revision end order by place)
           from unnest(${gradedVersions}, coalesce(l.key_revisions, r.key_revisions)) with ordinality as t (version, revision, place))
       from unnest($4::uuid[], $5::numeric[], $6::boolean[], $7::numeric[], $8::int[], $9::text[]) as n (id, score, passed, marks, pending, answer)
       join assessment.attempt a on a.id = n.id join assessment.attempt_result r on r.attempt_id = a.id ${latest}`,
      [
        ...[questionId, id, keyRevision, regraded.map(({ attemptId }) => attemptId), regraded.map(({ after }) => after.score), regraded.map(({ after }) => after.passed)],
        ...[regraded.map(({ after }) => after.marks), regraded.map(({ pending }) => pending), regraded.map(({ answer: { marks, correct, byPeople } }) => JSON.stringify({ marks, correct, byPeople }))],
      ],
    );
    await systemTx.query(
      `update assessment.answer_to_mark set settled_at = clock_timestamp() where question_id = $1 and attempt_id = any($2) and settled_at is null`,
      [questionId, regraded.filter(({ answer }) => answer.marks !== null).map(({ attemptId }) => attemptId)],
    );
  }

  async keep(systemTx: Transaction, row: Omit<RegradeRow, 'at' | 'done'>, accountId: string): Promise<void> {
    await systemTx.query(
      `insert into assessment.regrade (id, kind, exam_id, question_id, key_revision, reason, account_id, account_name, attempts, gained, lost, now_passed, now_failed, changed)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [...[row.id, row.kind, row.examId, row.questionId, row.keyRevision, row.reason, accountId, row.accountName], ...[row.attempts, row.gained, row.lost, row.nowPassed, row.nowFailed, row.changed]],
    );
  }

  async find(systemTx: Transaction, id: string): Promise<RegradeRow | null> {
    const [row] = (await systemTx.query(`select ${columns} from assessment.regrade g where id = $1`, [id])) as [RegradeRow?];
    return row ?? null;
  }

  /** Of one exam, the latest first. */
  ofExam(systemTx: Transaction, examId: string): Promise<RegradeRow[]> {
    return systemTx.query(`select ${columns} from assessment.regrade g where exam_id = $1 order by at desc, id`, [examId]);
  }

  /** Who is who of these papers. */
  async names(systemTx: Transaction, attemptIds: readonly string[]): Promise<Map<string, { name: string; staffNumber: string; unitName: string }>> {
    const rows = (await systemTx.query(
      `select a.id, p.name, p.staff_number as "staffNumber", u.name as "unitName" from assessment.attempt a join directory.person p on p.id = a.person_id join directory.unit u on u.id = a.unit_id where a.id = any($1)`,
      [attemptIds],
    )) as { id: string; name: string; staffNumber: string; unitName: string }[];
    return new Map(rows.map(({ id, ...row }) => [id, row]));
  }

  /** What a regrade did to whom, before and after; a key may have been corrected for exams and quizzes that the scope does not reach. */
  changes(systemTx: Transaction, regradeId: string, scope: readonly string[]): Promise<RegradeChange[]> {
    return systemTx.query(
      `select n.attempt_id as "attemptId", p.name, p.staff_number as "staffNumber", u.name as "unitName",
         jsonb_build_object('marks', coalesce(b.marks, r.marks), 'score', coalesce(b.score, r.score), 'passed', case when b.attempt_id is null then r.passed else b.passed end) as before,
         jsonb_build_object('marks', n.marks, 'score', n.score, 'passed', n.passed) as after
       from assessment.later_result n join assessment.attempt a on a.id = n.attempt_id join assessment.attempt_result r on r.attempt_id = a.id
       left join assessment.later_result b on b.attempt_id = n.attempt_id and b.version = n.version - 1
       join directory.person p on p.id = a.person_id join directory.unit u on u.id = a.unit_id
       left join assessment.quiz q on q.id = a.quiz_id left join assessment.sitting s on s.id = a.sitting_id left join assessment.exam e on e.id = s.exam_id
       where n.regrade_id = $1 and ${kept('$2')} order by p.staff_number`,
      [regradeId, scope],
    );
  }

  /** Regrades that this paper should have had: it was handed in, or marked, while they were under way. */
  async missed(systemTx: Transaction, attemptId: string): Promise<string[]> {
    const rows = (await systemTx.query(
      `select g.id from assessment.attempt_result r join assessment.attempt a on a.id = r.attempt_id left join assessment.sitting s on s.id = a.sitting_id ${latest}
       join assessment.regrade g on g.question_id = any(${gradedVersions}) and (g.kind = 'key' or g.exam_id = s.exam_id)
       where a.id = $1 and not exists (select from assessment.later_result n where n.attempt_id = a.id and n.regrade_id = g.id)
         and (g.kind = 'void' or g.key_revision > (coalesce(l.key_revisions, r.key_revisions))[array_position(${gradedVersions}, g.question_id)]) order by g.at`,
      [attemptId],
    )) as { id: string }[];
    return rows.map(({ id }) => id);
  }
}
