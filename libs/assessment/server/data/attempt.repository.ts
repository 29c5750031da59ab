import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { AttemptState, GradedAnswer, LoggedAnswer, Paper, ReviewRules, Submitter } from '../../domain/index.js';

export interface AttemptRow {
  readonly id: string;
  /** Of a quiz, of a sitting, or a mock of an exam. */
  readonly quizId: string | null;
  readonly sittingId: string | null;
  readonly mockExamId: string | null;
  readonly title: string;
  /** Percent of all marks. */
  readonly passMark: number;
  readonly limited: boolean;
  /** Null where everything may be seen once the paper is in. */
  readonly review: ReviewRules | null;
  /** Nobody writes at this sitting any more; null for a quiz. */
  readonly sittingOver: boolean | null;
  readonly deviceId: string | null;
  readonly state: AttemptState;
  readonly startedAt: Date;
  readonly deadline: Date;
  readonly serverNow: Date;
  readonly overdue: boolean;
  readonly paper: Paper;
  readonly submittedAt: Date | null;
  readonly submittedBy: Submitter | null;
  readonly score: number | null;
  readonly passed: boolean | null;
  readonly marks: number | null;
  readonly maxMarks: number | null;
  readonly pending: number | null;
  readonly answered: number | null;
  readonly total: number | null;
  readonly receiptCode: string | null;
}

export interface SavedAnswerRow extends LoggedAnswer {
  readonly attemptId: string;
  readonly choice: string[];
  readonly savedAt: Date;
}

/** Of an attempt `a` with its parts; $1 seconds of grace. */
export const attemptColumns = `a.id, a.quiz_id as "quizId", a.sitting_id as "sittingId", a.mock_exam_id as "mockExamId", coalesce(q.title, e.title) as title,
  coalesce(q.pass_mark, e.pass_mark) as "passMark", a.quiz_id is null or q.time_limit_minutes is not null as limited, case when a.sitting_id is not null then e.review end as review,
  assessment.sitting_over(a.sitting_id) as "sittingOver", a.device_id as "deviceId", a.state, a.started_at as "startedAt", a.deadline, clock_timestamp() as "serverNow",
  a.deadline < clock_timestamp() - make_interval(secs => $1) as overdue,
  a.paper, a.submitted_at as "submittedAt", a.submitted_by as "submittedBy",
  coalesce(l.score, r.score)::float8 as score, case when l.attempt_id is null then r.passed else l.passed end as passed,
  coalesce(l.marks, r.marks)::float8 as marks, coalesce(l.max_marks, r.max_marks)::float8 as "maxMarks", coalesce(l.pending, r.pending) as pending,
  r.answered, r.total, r.receipt_code as "receiptCode"`;

/** The grade that counts: the first one, or the latest after people marked or a key was corrected. */
const latestResult = `left join lateral (
    select * from assessment.later_result l where l.attempt_id = a.id order by l.version desc limit 1) l on true`;

export const attemptParts = `left join assessment.quiz q on q.id = a.quiz_id
  left join assessment.sitting s on s.id = a.sitting_id
  left join assessment.exam e on e.id = coalesce(s.exam_id, a.mock_exam_id)
  left join assessment.attempt_result r on r.attempt_id = a.id ${latestResult}`;

const attempts = `select ${attemptColumns} from assessment.attempt a ${attemptParts}`;

/** Sittings on paper that run just now, to which the person is admitted and of which no paper of theirs has been typed in. */
const onPaperNow = `from assessment.sitting s where s.delivery = 'paper' and s.cancelled_at is null and s.ended_at is null
  and s.opens_at <= clock_timestamp() and s.closes_at > clock_timestamp() and assessment.admits(s.id, $1)
  and not exists (select from assessment.attempt t where t.sitting_id = s.id and t.person_id = $1)`;

/** Attempts of one person; the person stands in every statement. */
@Injectable()
export class AttemptRepository {
  async findOwn(tx: Transaction, personId: string, id: string, graceSeconds: number): Promise<AttemptRow | null> {
    const [row] = (await tx.query(`${attempts} where a.id = $3 and a.person_id = $2`, [graceSeconds, personId, id])) as [AttemptRow?];
    return row ?? null;
  }

  /** Attempts at each quiz, the latest first. */
  async ofQuizzes(tx: Transaction, personId: string, quizIds: readonly string[], graceSeconds: number): Promise<AttemptRow[][]> {
    const rows = (await tx.query(`${attempts} where a.person_id = $2 and a.quiz_id = any($3) order by a.started_at desc`, [graceSeconds, personId, quizIds])) as AttemptRow[];
    return quizIds.map((id) => rows.filter(({ quizId }) => quizId === id));
  }

  /** Attempts at each sitting, the latest first. */
  async ofSittings(tx: Transaction, personId: string, sittingIds: readonly string[], graceSeconds: number): Promise<AttemptRow[][]> {
    const rows = (await tx.query(`${attempts} where a.person_id = $2 and a.sitting_id = any($3) order by a.number desc`, [graceSeconds, personId, sittingIds])) as AttemptRow[];
    return sittingIds.map((id) => rows.filter(({ sittingId }) => sittingId === id));
  }

  async openMock(systemTx: Transaction, personId: string, examId: string, graceSeconds: number): Promise<AttemptRow | null> {
    const [row] = (await systemTx.query(`${attempts} where a.person_id = $2 and a.mock_exam_id = $3 and a.state = 'open'`, [graceSeconds, personId, examId])) as [AttemptRow?];
    return row ?? null;
  }

  /** Starts a mock of an exam unless one is open: then nothing happens. */
  async startMock(systemTx: Transaction, attempt: { id: string; examId: string; personId: string; minutes: number; paper: Paper }): Promise<void> {
    await systemTx.query(
      `insert into assessment.attempt (id, mock_exam_id, person_id, unit_id, unit_path, state, started_at, deadline, paper)
       select $1, $2, p.id, p.unit_id, p.unit_path, 'open', t.now, t.now + make_interval(mins => $4), $5
       from directory.person p, (select clock_timestamp() as now) as t where p.id = $3
       on conflict do nothing`,
      [attempt.id, attempt.examId, attempt.personId, attempt.minutes, JSON.stringify(attempt.paper)],
    );
  }

  /** Open mocks of a person with their exams. */
  openMocks(systemTx: Transaction, personId: string): Promise<{ id: string; examId: string }[]> {
    return systemTx.query(`select id, mock_exam_id as "examId" from assessment.attempt where person_id = $1 and state = 'open' and mock_exam_id is not null`, [personId]);
  }

  async sitsNow(systemTx: Transaction, personId: string): Promise<boolean> {
    const rows = (await systemTx.query(
      `select from assessment.attempt where person_id = $1 and state = 'open' and sitting_id is not null and deadline > clock_timestamp() union all select ${onPaperNow} limit 1`,
      [personId],
    )) as unknown[];
    return rows.length > 0;
  }

  /** Starts an attempt at a quiz unless one is open: then nothing happens and the answer is false. */
  async start(tx: Transaction, attempt: { id: string; quizId: string; personId: string; minutes: number; paper: Paper }): Promise<boolean> {
    const rows = (await tx.query(
      `insert into assessment.attempt (id, quiz_id, person_id, unit_id, unit_path, state, started_at, deadline, paper)
       select $1, $2, p.id, p.unit_id, p.unit_path, 'open', t.now, t.now + make_interval(mins => $4), $5
       from directory.person p, (select clock_timestamp() as now) as t where p.id = $3
       on conflict (person_id, quiz_id) where state = 'open' do nothing returning id`,
      [attempt.id, attempt.quizId, attempt.personId, attempt.minutes, JSON.stringify(attempt.paper)],
    )) as unknown[];
    return rows.length > 0;
  }

  /** The device that answers from now on; taking over is written down with the device it was taken from. */
  async claim(systemTx: Transaction, id: string, deviceId: string, label: string): Promise<void> {
    await systemTx.query(
      `with before as (select id, device_id, device_label from assessment.attempt where id = $1 for no key update),
         claimed as (update assessment.attempt a set device_id = $2, device_label = $3 from before b where a.id = b.id)
       insert into assessment.attempt_event (attempt_id, kind, device_id, detail)
       select id, case when device_id is null then 'begun' else 'taken-over' end, $2, jsonb_build_object('label', $3::text, 'from', device_label) from before`,
      [id, deviceId, label],
    );
  }

  /** Every question version on the person's open papers, and on all forms of a sitting on paper that they are to sit just now. */
  async askedInOpen(systemTx: Transaction, personId: string): Promise<Set<string>> {
    const rows = (await systemTx.query(
      `select asked ->> 'id' as id from (
         select paper from assessment.attempt where person_id = $1 and state = 'open'
         union all
         select f.paper from assessment.printed_form f where f.sitting_id in (select s.id ${onPaperNow})) as open, jsonb_array_elements(open.paper -> 'questions') as asked`,
      [personId],
    )) as { id: string }[];
    return new Set(rows.map(({ id }) => id));
  }

  /** The latest answer to each question, for each attempt. */
  async latestAnswers(tx: Transaction, attemptIds: readonly string[]): Promise<SavedAnswerRow[][]> {
    const rows = (await tx.query(
      `select distinct on (attempt_id, question_id) attempt_id as "attemptId", question_id as "questionId", choice,
         client_seq as "clientSeq", saved_at as "savedAt"
       from assessment.answer_log where attempt_id = any($1) order by attempt_id, question_id, client_seq desc`,
      [attemptIds],
    )) as SavedAnswerRow[];
    return attemptIds.map((id) => rows.filter(({ attemptId }) => attemptId === id));
  }

  async gradedAnswers(tx: Transaction, personId: string, id: string): Promise<GradedAnswer[] | null> {
    const [row] = (await tx.query(
      `select coalesce(l.answers, r.answers) as answers from assessment.attempt_result r
       join assessment.attempt a on a.id = r.attempt_id ${latestResult} where a.id = $1 and a.person_id = $2`,
      [id, personId],
    )) as [{ answers: GradedAnswer[] }?];
    return row?.answers ?? null;
  }
}
