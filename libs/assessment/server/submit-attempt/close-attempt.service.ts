import { AnswerKeys } from '@skillhall/question-bank/server';
import { Database, Gathered, togetherOrAlone, type Transaction } from '@skillhall/platform/database';
import { Outbox } from '@skillhall/platform/jobs';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { attemptGraded, grade, graceSeconds, receiptCode, receiptText, type Submitter } from '../../domain/index.js';
import { regradeLateJob } from '../regrade/regrade.job-type.js';
import { type ClosedAttempt, GradingRepository, type NewResult, type OwnAttempt } from '../data/grading.repository.js';

const reason = 'grading reads keys that examinees must not; the statements name the attempt and its person';
/** Below every id. */
const firstId = '00000000-0000-0000-0000-000000000000';
/** Handed in together: some thousand answers. */
const togetherSize = 100;
/** While the database writes one lot, the next is graded. */
const lotsAtOnce = 3;
/** Papers that people hand in at the same moment. */
const ownLimits = { mostTogether: 50, mostInFlight: 2 };
/** Ids only, so that whole examinations fit. */
const pageSize = 20_000;

/** Of each whether it was closed by this. */
type Close = (ids: readonly string[]) => Promise<readonly boolean[]>;
interface Done {
  readonly closed: number;
  readonly failures: readonly Error[];
}

/** Closes attempts: state, grade, receipt and news in one transaction, once. */
@Injectable()
export class CloseAttempt implements OnModuleDestroy {
  private readonly own = new Gathered((asked: readonly OwnAttempt[]) => togetherOrAlone(asked, (some) => this.closeOwnOf(some)), ownLimits);

  constructor(
    private readonly database: Database,
    private readonly repository: GradingRepository,
    private readonly keys: AnswerKeys,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Hands in the person's own attempt, together with those of others who do so at the same moment; done before, it
   * changes nothing. False where there is none.
   */
  closeOwn(personId: string, attemptId: string): Promise<boolean> {
    return this.own.ask({ id: attemptId, personId });
  }

  /** Those that have been asked for are handed in before the process ends. */
  onModuleDestroy(): Promise<void> {
    return this.own.idle();
  }

  /** Hands in one attempt whose time is up, unless somebody else is about to. */
  async closeOverdue(attemptId: string): Promise<boolean> {
    return (await this.closeOverdueOf([attemptId]))[0]!;
  }

  /** Hands in the attempt in the transaction of whoever ordered it; false where it is not open. */
  async closeFor(tx: Transaction, attemptId: string, by: Submitter): Promise<boolean> {
    const closed = await this.repository.closeOrdered(tx, [attemptId], by);
    await this.settle(tx, closed, by);
    return closed.length > 0;
  }

  /** Hands in every open attempt of a sitting that has been ended. */
  async closeSitting(sittingId: string): Promise<void> {
    const ids = await this.database.asSystem(reason, (tx) => this.repository.openAt(tx, sittingId));
    const { failures } = await this.closeInLots(ids, (some) =>
      this.database.asSystem(reason, async (tx) => {
        const closed = await this.repository.closeOrdered(tx, some, 'invigilator');
        await this.settle(tx, closed, 'invigilator');
        return isAmong(some, closed);
      }),
    );
    if (failures.length) throw new AggregateError(failures, `${failures.length} attempts could not be handed in`);
  }

  /**
   * Hands in every attempt whose time is up, many in one transaction; where that fails each in one of its own, so that
   * one failure holds up no other. What failed is told at the end, so that the job counts as failed.
   */
  async closeAllOverdue(): Promise<number> {
    let closed = 0;
    const failures: Error[] = [];
    for (let after = firstId; ; ) {
      const ids = await this.database.asSystem(reason, (tx) => this.repository.overdue(tx, graceSeconds, after, pageSize));
      const done = await this.closeInLots(ids, (some) => this.closeOverdueOf(some));
      closed += done.closed;
      failures.push(...done.failures);
      if (ids.length < pageSize) break;
      after = ids.at(-1)!;
    }
    if (failures.length) throw new AggregateError(failures, `${failures.length} overdue attempts could not be handed in`);
    return closed;
  }

  private closeOwnOf(asked: readonly OwnAttempt[]): Promise<boolean[]> {
    return this.database.asSystem(reason, async (tx) => {
      const closed = await this.repository.closeOwn(tx, asked);
      await this.settle(tx, closed, 'examinee');
      return closed.length === asked.length ? asked.map(() => true) : this.repository.areOwn(tx, asked);
    });
  }

  private closeOverdueOf(ids: readonly string[]): Promise<boolean[]> {
    return this.database.asSystem(reason, async (tx) => {
      const closed = await this.repository.closeOverdue(tx, ids, graceSeconds);
      await this.settle(tx, closed, 'server');
      return isAmong(ids, closed);
    });
  }

  /** So many lots at once; whoever is done with one takes the next, so that none waits for the slowest. */
  private async closeInLots(ids: readonly string[], close: Close): Promise<Done> {
    const lots = Array.from({ length: Math.ceil(ids.length / togetherSize) }, (_, lot) => ids.slice(lot * togetherSize, (lot + 1) * togetherSize)).values();
    const done: Done[] = [];
    const work = async (): Promise<void> => {
      for (const lot of lots) done.push(await this.closeEach(lot, close));
    };
    await Promise.all(Array.from({ length: lotsAtOnce }, work));
    return { closed: done.reduce((sum, { closed }) => sum + closed, 0), failures: done.flatMap(({ failures }) => failures) };
  }

  /** All together, or one by one where that fails; what fails holds up no other lot. */
  private async closeEach(ids: readonly string[], close: Close): Promise<Done> {
    const outcomes = await togetherOrAlone(ids, close).catch((error: unknown) => ids.map(() => error));
    const failures = ids.flatMap((id, index) => (typeof outcomes[index] === 'boolean' ? [] : [new Error(`attempt ${id}`, { cause: outcomes[index] })]));
    return { closed: outcomes.filter((outcome) => outcome === true).length, failures };
  }

  /** Grades what has just been closed: log, keys, results and news in one statement each, however many there are. */
  private async settle(tx: Transaction, closed: readonly ClosedAttempt[], by: Submitter): Promise<void> {
    if (!closed.length) return;
    const logs = await this.repository.logs(tx, closed.map(({ id }) => id));
    const asked = [...new Set(closed.flatMap(({ paper }) => paper.questions.map(({ id }) => id)))];
    const keys = new Map((await this.keys.of(tx, asked)).map((key) => [key.versionId, key]));
    const keyOf = new Map([...keys].map(([id, { key }]) => [id, key]));
    const results = closed.map(({ id, paper, passMark, submittedAt }): NewResult => {
      const result = grade(paper, logs.get(id)!, keyOf, passMark);
      const digest = createHash('sha256').update(receiptText({ attemptId: id, submittedAt, submittedBy: by, grade: result })).digest('hex');
      return { attemptId: id, grade: result, revisions: result.answers.map(({ questionId }) => keys.get(questionId)!.revision), receipt: { digest, code: receiptCode(digest) } };
    });
    await this.repository.addResults(tx, results);
    await this.outbox.publishAll(tx, closed.flatMap((attempt, index) => newsOf(attempt, results[index]!)));
    const open = results.flatMap(({ attemptId, grade: { pending } }) => (pending > 0 ? [attemptId] : []));
    if (open.length) for (const attemptId of await this.repository.waitingForVoid(tx, open)) await this.outbox.enqueue(tx, regradeLateJob, attemptId, { attemptId });
  }
}

function isAmong(ids: readonly string[], closed: readonly ClosedAttempt[]): boolean[] {
  const found = new Set(closed.map(({ id }) => id));
  return ids.map((id) => found.has(id));
}

/** What people have still to mark is told when they have; a mock concerns nobody else. */
function newsOf({ id, quizId, sittingId, mockExamId, personId }: ClosedAttempt, { grade: { score, passed } }: NewResult) {
  return passed === null || mockExamId !== null ? [] : [{ event: attemptGraded.of({ attemptId: id, quizId, sittingId, personId, score, passed }), key: id }];
}
