import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { AttemptState, GradedAnswer, LoggedAnswer, Paper, Submitter } from '../../domain/index.js';

export interface AttemptRow {
  readonly id: string;
  readonly quizId: string;
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
  readonly answered: number | null;
  readonly total: number | null;
  readonly receiptCode: string | null;
}

export interface SavedAnswerRow extends LoggedAnswer {
  readonly attemptId: string;
  readonly choice: string[];
  readonly savedAt: Date;
}

const columns = `a.id, a.quiz_id as "quizId", a.state, a.started_at as "startedAt", a.deadline, clock_timestamp() as "serverNow",
  a.deadline < clock_timestamp() - make_interval(secs => $1) as overdue,
  a.paper, a.submitted_at as "submittedAt", a.submitted_by as "submittedBy",
  r.score::float8 as score, r.passed, r.answered, r.total, r.receipt_code as "receiptCode"`;

const attempts = `select ${columns} from assessment.attempt a left join assessment.attempt_result r on r.attempt_id = a.id`;

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

  /** Starts an attempt unless one is open: then nothing happens and the answer is false. */
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

  /** Every question version on the person's open papers. */
  async askedInOpen(tx: Transaction, personId: string): Promise<Set<string>> {
    const rows = (await tx.query(
      `select asked ->> 'id' as id from assessment.attempt a, jsonb_array_elements(a.paper -> 'questions') as asked
       where a.person_id = $1 and a.state = 'open'`,
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
      `select r.answers from assessment.attempt_result r join assessment.attempt a on a.id = r.attempt_id where a.id = $1 and a.person_id = $2`,
      [id, personId],
    )) as [{ answers: GradedAnswer[] }?];
    return row?.answers ?? null;
  }
}
