import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { Grade, LoggedAnswer, Paper, Submitter } from '../../domain/index.js';

/** An attempt, and who says that it is theirs. */
export interface OwnAttempt {
  readonly id: string;
  readonly personId: string;
}

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
  own: closing('id = any($1) and (id, person_id) in (select * from unnest($1::uuid[], $3::uuid[]))'),
  ordered: closing('id = any($1)'),
  overdue: closing('id = any($1) and deadline < clock_timestamp() - make_interval(secs => $3)', 'skip locked'),
} as const;

/** What is long comes as lines of one text, which JSON never breaks: nothing is escaped, and each is read once, into the column itself. */
const addResults = `
  insert into assessment.attempt_result (attempt_id, score, passed, answered, total, marks, max_marks, pending, receipt_code, receipt_digest, answers, key_versions, key_revisions)
  select id, score, passed, answered, total, marks, most, pending, code, digest, answers::jsonb, versions::uuid[], revisions::integer[]
  from rows from (unnest($1::uuid[], $2::numeric[], $3::boolean[], $4::integer[], $5::integer[], $6::numeric[], $7::numeric[], $8::integer[], $9::text[], $10::text[]),
      string_to_table($11, E'\\n'), string_to_table($12, E'\\n'), string_to_table($13, E'\\n'))
    as r (id, score, passed, answered, total, marks, most, pending, code, digest, answers, versions, revisions)`;

/** What closing attempts reads and writes, of one or of many. Every method works inside a system transaction. */
@Injectable()
export class GradingRepository {
  /** Closes those of people themselves; nothing where it is closed already, or is somebody else's. */
  closeOwn(tx: Transaction, asked: readonly OwnAttempt[]): Promise<ClosedAttempt[]> {
    return this.close(tx, statements.own, [asked.map(({ id }) => id), 'examinee', asked.map(({ personId }) => personId)]);
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

  /** Of each whether the attempt is the person's. */
  async areOwn(tx: Transaction, asked: readonly OwnAttempt[]): Promise<boolean[]> {
    const rows = (await tx.query('select id, person_id as "personId" from assessment.attempt where id = any($1)', [asked.map(({ id }) => id)])) as OwnAttempt[];
    const owners = new Map(rows.map(({ id, personId }) => [id, personId]));
    return asked.map(({ id, personId }) => owners.get(id) === personId);
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

  /** The log of each attempt, as one text: thousands of rows cost more to carry than to read. Read after the attempts were closed. */
  async logs(tx: Transaction, attemptIds: readonly string[]): Promise<Map<string, LoggedAnswer[]>> {
    const rows = (await tx.query(
      `select attempt_id as id, '[' || string_agg('["' || question_id || '",' || client_seq || ',' || array_to_json(choice) || ']', ',') || ']' as log
       from assessment.answer_log where attempt_id = any($1) group by attempt_id`,
      [attemptIds],
    )) as { id: string; log: string }[];
    const logs = new Map<string, LoggedAnswer[]>(attemptIds.map((id) => [id, []]));
    for (const { id, log } of rows) logs.set(id, (JSON.parse(log) as [string, number, string[]][]).map(([questionId, clientSeq, choice]) => ({ questionId, clientSeq, choice })));
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
    const of = <T>(value: (result: NewResult) => T): T[] => results.map(value);
    const grades = <K extends keyof Grade>(column: K): Grade[K][] => of(({ grade }) => grade[column]);
    await tx.query(addResults, [
      ...[of(({ attemptId }) => attemptId), grades('score'), grades('passed'), grades('answered'), grades('total'), grades('marks'), grades('maxMarks'), grades('pending')],
      ...[of(({ receipt }) => receipt.code), of(({ receipt }) => receipt.digest)],
      of(({ grade }) => JSON.stringify(grade.answers)).join('\n'),
      of(({ grade }) => `{${grade.answers.map(({ questionId }) => questionId).join()}}`).join('\n'),
      of(({ revisions }) => `{${revisions.join()}}`).join('\n'),
    ]);
  }
}
