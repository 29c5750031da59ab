import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { AttemptState, Grade, LoggedAnswer, Paper, Submitter } from '../../domain/index.js';

export interface LockedAttempt {
  readonly id: string;
  readonly quizId: string | null;
  readonly sittingId: string | null;
  readonly mockExamId: string | null;
  readonly personId: string;
  readonly state: AttemptState;
  readonly paper: Paper;
  readonly passMark: number;
}

const locked = `select a.id, a.quiz_id as "quizId", a.sitting_id as "sittingId", a.mock_exam_id as "mockExamId", a.person_id as "personId", a.state, a.paper,
    coalesce(q.pass_mark, e.pass_mark) as "passMark"
  from assessment.attempt a left join assessment.quiz q on q.id = a.quiz_id
  left join assessment.sitting s on s.id = a.sitting_id left join assessment.exam e on e.id = coalesce(s.exam_id, a.mock_exam_id) where a.id = $1`;

/** What closing an attempt reads and writes. Every method works inside a system transaction. */
@Injectable()
export class GradingRepository {
  /** The person's attempt, locked against saving until the end of the transaction. */
  async lockOwn(tx: Transaction, personId: string, id: string): Promise<LockedAttempt | null> {
    const [row] = (await tx.query(`${locked} and a.person_id = $2 for update of a`, [id, personId])) as [LockedAttempt?];
    return row ?? null;
  }

  /** The attempt, whoever's it is, locked against saving until the end of the transaction. */
  async lock(tx: Transaction, id: string): Promise<LockedAttempt | null> {
    const [row] = (await tx.query(`${locked} for update of a`, [id])) as [LockedAttempt?];
    return row ?? null;
  }

  /** The attempt if it is overdue and nobody else is closing it. */
  async lockOverdue(tx: Transaction, id: string, graceSeconds: number): Promise<LockedAttempt | null> {
    const [row] = (await tx.query(
      `${locked} and a.state = 'open' and a.deadline < clock_timestamp() - make_interval(secs => $2) for update of a skip locked`,
      [id, graceSeconds],
    )) as [LockedAttempt?];
    return row ?? null;
  }

  /** Ids of overdue attempts after `after`, in the order of the ids. */
  async overdue(tx: Transaction, graceSeconds: number, after: string, limit: number): Promise<string[]> {
    const rows = (await tx.query(
      `select id from assessment.attempt
       where state = 'open' and deadline < clock_timestamp() - make_interval(secs => $1) and id > $2 order by id limit $3`,
      [graceSeconds, after, limit],
    )) as { id: string }[];
    return rows.map(({ id }) => id);
  }

  async openAt(tx: Transaction, sittingId: string): Promise<string[]> {
    const rows = (await tx.query(`select id from assessment.attempt where sitting_id = $1 and state = 'open' order by id`, [sittingId])) as { id: string }[];
    return rows.map(({ id }) => id);
  }

  log(tx: Transaction, attemptId: string): Promise<LoggedAnswer[]> {
    return tx.query(`select client_seq as "clientSeq", question_id as "questionId", choice from assessment.answer_log where attempt_id = $1`, [attemptId]);
  }

  /** Flips the state; answers the time, in whole milliseconds so that the receipt can be recomputed from it. */
  async close(tx: Transaction, id: string, by: Submitter): Promise<Date> {
    const [rows] = (await tx.query(
      `update assessment.attempt set state = 'submitted', submitted_by = $2, submitted_at = date_trunc('milliseconds', clock_timestamp())
       where id = $1 returning submitted_at as at`,
      [id, by],
    )) as [[{ at: Date }], number];
    return rows[0].at;
  }

  /** `revisions` are those of the keys, in the order of the answers. */
  async addResult(tx: Transaction, attemptId: string, grade: Grade, revisions: readonly number[], receipt: { code: string; digest: string }): Promise<void> {
    await tx.query(
      `insert into assessment.attempt_result (attempt_id, score, passed, answered, total, marks, max_marks, pending, answers, key_versions, key_revisions, receipt_code, receipt_digest)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        ...[attemptId, grade.score, grade.passed, grade.answered, grade.total, grade.marks, grade.maxMarks, grade.pending, JSON.stringify(grade.answers)],
        ...[grade.answers.map(({ questionId }) => questionId), revisions, receipt.code, receipt.digest],
      ],
    );
  }
}
