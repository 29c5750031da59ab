import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { Grade, LoggedAnswer, Paper, Submitter } from '../../domain/index.js';

/** An attempt that this transaction has just closed. */
export interface ClosedAttempt {
  readonly id: string;
  readonly quizId: string | null;
  readonly sittingId: string | null;
  readonly mockExamId: string | null;
  readonly personId: string;
  readonly paper: Paper;
  readonly passMark: number;
  readonly submittedAt: Date;
}

export interface NewResult {
  readonly attemptId: string;
  readonly grade: Grade;
  /** Those of the keys, in the order of the answers. */
  readonly revisions: readonly number[];
  readonly receipt: { readonly code: string; readonly digest: string };
}

/**
 * Flips the state of those that are open, and answers them. FOR UPDATE is what a save's FOR KEY SHARE waits for and holds
 * up; the update alone would not be. The time is in whole milliseconds, so that the receipt can be recomputed from it.
 */
const closing = (which: string, waiting = ''): string => `
  with held as materialized (select id from assessment.attempt where state = 'open' and ${which} order by id for update ${waiting})
  update assessment.attempt a set state = 'submitted', submitted_by = $2, submitted_at = date_trunc('milliseconds', clock_timestamp())
  from held where a.id = held.id
  returning a.id, a.quiz_id as "quizId", a.sitting_id as "sittingId", a.mock_exam_id as "mockExamId", a.person_id as "personId", a.paper, a.submitted_at as "submittedAt",
    coalesce((select pass_mark from assessment.quiz q where q.id = a.quiz_id),
      (select pass_mark from assessment.exam e where e.id = coalesce(a.mock_exam_id, (select exam_id from assessment.sitting s where s.id = a.sitting_id)))) as "passMark"`;

const statements = {
  own: closing('id = any($1) and person_id = $3'),
  ordered: closing('id = any($1)'),
  overdue: closing('id = any($1) and deadline < clock_timestamp() - make_interval(secs => $3)', 'skip locked'),
} as const;

/** What closing attempts reads and writes, of one or of many. Every method works inside a system transaction. */
@Injectable()
export class GradingRepository {
  /** Closes the person's own; nothing where it is closed already, or is somebody else's. */
  closeOwn(tx: Transaction, personId: string, id: string): Promise<ClosedAttempt[]> {
    return this.close(tx, statements.own, [[id], 'examinee', personId]);
  }

  /** Closes those that are open, whoever's they are. */
  closeOrdered(tx: Transaction, ids: readonly string[], by: Submitter): Promise<ClosedAttempt[]> {
    return this.close(tx, statements.ordered, [ids, by]);
  }

  /** Closes those that are overdue and that nobody else is closing. */
  closeOverdue(tx: Transaction, ids: readonly string[], graceSeconds: number): Promise<ClosedAttempt[]> {
    return this.close(tx, statements.overdue, [ids, 'server', graceSeconds]);
  }

  private async close(tx: Transaction, statement: string, values: unknown[]): Promise<ClosedAttempt[]> {
    const [rows] = (await tx.query(statement, values)) as [ClosedAttempt[], number];
    return rows;
  }

  /** Holds the attempt against saving and grading until the end of the transaction. */
  async lock(tx: Transaction, id: string): Promise<void> {
    await tx.query('select from assessment.attempt where id = $1 for update', [id]);
  }

  async isOwn(tx: Transaction, personId: string, id: string): Promise<boolean> {
    return ((await tx.query('select from assessment.attempt where id = $1 and person_id = $2', [id, personId])) as unknown[]).length > 0;
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

  /** What counts of the log of each attempt: for each question the highest number. Read after the attempts were closed. */
  async logs(tx: Transaction, attemptIds: readonly string[]): Promise<Map<string, LoggedAnswer[]>> {
    const rows = (await tx.query(
      `select distinct on (attempt_id, question_id) attempt_id as "attemptId", client_seq as "clientSeq", question_id as "questionId", choice
       from assessment.answer_log where attempt_id = any($1) order by attempt_id, question_id, client_seq desc`,
      [attemptIds],
    )) as (LoggedAnswer & { attemptId: string })[];
    const logs = new Map<string, LoggedAnswer[]>(attemptIds.map((id) => [id, []]));
    for (const row of rows) logs.get(row.attemptId)!.push(row);
    return logs;
  }

  async log(tx: Transaction, attemptId: string): Promise<LoggedAnswer[]> {
    return (await this.logs(tx, [attemptId])).get(attemptId)!;
  }

  /** Those that wait for marks of a question that was declared void before they came in. */
  async waitingForVoid(tx: Transaction, attemptIds: readonly string[]): Promise<string[]> {
    const rows = (await tx.query(
      `select distinct t.attempt_id as id from assessment.answer_to_mark t join assessment.regrade g on g.exam_id = t.exam_id and g.question_id = t.question_id and g.kind = 'void'
       where t.attempt_id = any($1) and t.settled_at is null`,
      [attemptIds],
    )) as { id: string }[];
    return rows.map(({ id }) => id);
  }

  async addResults(tx: Transaction, results: readonly NewResult[]): Promise<void> {
    const rows = results.map(({ attemptId, grade, revisions, receipt }) => ({
      ...{ id: attemptId, score: grade.score, passed: grade.passed, answered: grade.answered, total: grade.total, marks: grade.marks, most: grade.maxMarks, pending: grade.pending },
      ...{ answers: grade.answers, versions: grade.answers.map(({ questionId }) => questionId), revisions, code: receipt.code, digest: receipt.digest },
    }));
    await tx.query(
      `insert into assessment.attempt_result (attempt_id, score, passed, answered, total, marks, max_marks, pending, answers, key_versions, key_revisions, receipt_code, receipt_digest)
       select id, score, passed, answered, total, marks, most, pending, answers, versions, revisions, code, digest
       from jsonb_to_recordset($1::jsonb) as r (id uuid, score numeric, passed boolean, answered int, total int, marks numeric, most numeric, pending int,
         answers jsonb, versions uuid[], revisions int[], code text, digest text)`,
      [JSON.stringify(rows)],
    );
  }
}
