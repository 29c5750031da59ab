import { transition } from '@skillhall/kernel';
import { AnswerKeys } from '@skillhall/question-bank/server';
import { Database, type Transaction } from '@skillhall/platform/database';
import { Outbox } from '@skillhall/platform/jobs';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { attemptGraded, attemptStates, grade, graceSeconds, receiptCode, receiptText, type Submitter } from '../../domain/index.js';
import { GradingRepository, type LockedAttempt } from '../data/grading.repository.js';

const reason = 'grading reads keys that examinees must not; the statements name the attempt and its person';
/** Below every id. */
const firstId = '00000000-0000-0000-0000-000000000000';
const pageSize = 500;

/** Closes attempts: state, grade, receipt and news in one transaction, once. */
@Injectable()
export class CloseAttempt {
  constructor(
    private readonly database: Database,
    private readonly repository: GradingRepository,
    private readonly keys: AnswerKeys,
    private readonly outbox: Outbox,
  ) {}

  /** Hands in the person's own attempt; done before, it changes nothing. False where there is none. */
  closeOwn(personId: string, attemptId: string): Promise<boolean> {
    return this.database.asSystem(reason, async (tx) => {
      const attempt = await this.repository.lockOwn(tx, personId, attemptId);
      if (attempt && transition(attemptStates, attempt.state, 'submit')) await this.close(tx, attempt, 'examinee');
      return attempt !== null;
    });
  }

  /** Hands in one attempt whose time is up, unless somebody else is about to. */
  closeOverdue(attemptId: string): Promise<boolean> {
    return this.database.asSystem(reason, async (tx) => {
      const attempt = await this.repository.lockOverdue(tx, attemptId, graceSeconds);
      if (attempt) await this.close(tx, attempt, 'server');
      return attempt !== null;
    });
  }

  /** Hands in the attempt in the transaction of whoever ordered it; false where it is not open. */
  async closeFor(tx: Transaction, attemptId: string, by: Submitter): Promise<boolean> {
    const attempt = await this.repository.lock(tx, attemptId);
    if (!attempt || !transition(attemptStates, attempt.state, 'submit')) return false;
    await this.close(tx, attempt, by);
    return true;
  }

  /** Hands in every open attempt of a sitting that has been ended. */
  async closeSitting(sittingId: string): Promise<void> {
    const ids = await this.database.asSystem(reason, (tx) => this.repository.openAt(tx, sittingId));
    const { failures } = await this.closeEach(ids, (id) => this.database.asSystem(reason, (tx) => this.closeFor(tx, id, 'invigilator')));
    if (failures.length) throw new AggregateError(failures, `${failures.length} attempts could not be handed in`);
  }

  /**
   * Hands in every attempt whose time is up; each in a transaction of its own, so that one failure holds up no other.
   * What failed is told at the end, so that the job counts as failed.
   */
  async closeAllOverdue(): Promise<number> {
    let closed = 0;
    const failures: Error[] = [];
    for (let after = firstId; ; ) {
      const ids = await this.database.asSystem(reason, (tx) => this.repository.overdue(tx, graceSeconds, after, pageSize));
      const done = await this.closeEach(ids, (id) => this.closeOverdue(id));
      closed += done.closed;
      failures.push(...done.failures);
      if (ids.length < pageSize) break;
      after = ids.at(-1)!;
    }
    if (failures.length) throw new AggregateError(failures, `${failures.length} overdue attempts could not be handed in`);
    return closed;
  }

  private async closeEach(ids: readonly string[], close: (id: string) => Promise<boolean>): Promise<{ closed: number; failures: Error[] }> {
    let closed = 0;
    const failures: Error[] = [];
    for (const id of ids) {
      try {
        if (await close(id)) closed++;
      } catch (error) {
        failures.push(new Error(`attempt ${id}`, { cause: error }));
      }
    }
    return { closed, failures };
  }

  private async close(tx: Transaction, { id, quizId, sittingId, mockExamId, personId, paper, passMark }: LockedAttempt, by: Submitter): Promise<void> {
    const submittedAt = await this.repository.close(tx, id, by);
    const log = await this.repository.log(tx, id);
    const keys = await this.keys.of(tx, paper.questions.map((question) => question.id));
    const result = grade(paper, log, new Map(keys.map(({ versionId, key }) => [versionId, key])), passMark);
    const digest = createHash('sha256').update(receiptText({ attemptId: id, submittedAt, submittedBy: by, grade: result })).digest('hex');
    await this.repository.addResult(tx, id, result, keys.map(({ revision }) => revision), { digest, code: receiptCode(digest) });
    // What people have still to mark is told when they have; a mock concerns nobody else.
    const { score, passed } = result;
    if (passed !== null && mockExamId === null) await this.outbox.publish(tx, attemptGraded.of({ attemptId: id, quizId, sittingId, personId, score, passed }), id);
  }
}
