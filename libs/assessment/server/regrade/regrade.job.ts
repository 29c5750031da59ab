import type { QuestionKey } from '@skillhall/question-bank/domain';
import { AnswerKeys } from '@skillhall/question-bank/server';
import { Database, type Transaction } from '@skillhall/platform/database';
import { type EventListener, type JobHandler, Outbox } from '@skillhall/platform/jobs';
import { Injectable } from '@nestjs/common';
import { attemptGraded, regradeAnswer } from '../../domain/index.js';
import { type RegradeRow, RegradeRepository } from '../data/regrade.repository.js';
import { regradeJob, regradeLateJob } from './regrade.job-type.js';

const reason = 'grading anew reads keys and the papers of everybody who was asked; who ordered it was found to be in charge of them';
const pageSize = 500;

/** Grades papers anew, page by page. Running twice changes nothing: what has its new grade no longer differs. */
@Injectable()
export class RegradeJob implements JobHandler<{ regradeId: string }> {
  readonly job = regradeJob;

  constructor(
    private readonly database: Database,
    private readonly repository: RegradeRepository,
    private readonly keys: AnswerKeys,
    private readonly outbox: Outbox,
  ) {}

  async run({ regradeId }: { regradeId: string }): Promise<void> {
    const found = await this.database.asSystem(reason, (tx) => this.ordered(tx, regradeId));
    if (!found) return;
    const { row, key } = found;
    const ids = await this.database.asSystem(reason, (tx) => this.repository.ids(tx, row.questionId, row.kind === 'void' ? row.examId : null));
    for (let from = 0; from < ids.length; from += pageSize) await this.database.asSystem(reason, (tx) => this.page(tx, row, key, ids.slice(from, from + pageSize)));
  }

  /** What this paper should have had: it came in, or was marked, while a regrade was under way, or after a question was declared void. */
  one(attemptId: string): Promise<void> {
    return this.database.asSystem(reason, async (tx) => {
      for (const regradeId of await this.repository.missed(tx, attemptId)) {
        const found = await this.ordered(tx, regradeId);
        if (found) await this.page(tx, found.row, found.key, [attemptId]);
      }
    });
  }

  /** With the key as it is now, and the revision which that is: it may have been corrected once more since. */
  private async ordered(tx: Transaction, regradeId: string): Promise<{ row: RegradeRow; key: QuestionKey | 'void' } | null> {
    const row = await this.repository.find(tx, regradeId);
    if (!row || row.kind === 'void') return row && { row, key: 'void' };
    const { key, revision } = (await this.keys.of(tx, [row.questionId]))[0]!;
    return { row: { ...row, keyRevision: revision }, key };
  }

  private async page(tx: Transaction, row: RegradeRow, key: QuestionKey | 'void', ids: readonly string[]): Promise<void> {
    await this.repository.hold(tx, ids);
    const held = await this.repository.held(tx, row.questionId, row.kind, ids);
    const changed = held.map((one) => ({ one, next: regradeAnswer(one, key) })).filter(({ one, next }) => one.answer.marks !== next.answer.marks);
    if (!changed.length) return;
    await this.repository.add(tx, row, changed.map(({ next }) => next));
    for (const { one: { attemptId, quizId, sittingId, personId }, next: { after } } of changed)
      if (after.passed !== null) await this.outbox.publish(tx, attemptGraded.of({ attemptId, quizId, sittingId, personId, score: after.score, passed: after.passed }), `${attemptId}:${row.id}`);
  }
}

type Graded = ReturnType<typeof attemptGraded.of>['payload'];

/** A paper that came in late is graded anew as well: heard of once it is graded, or asked for where it waits for people in vain. */
@Injectable()
export class RegradeLatePapers implements EventListener<Graded>, JobHandler<{ attemptId: string }> {
  readonly event = attemptGraded;
  readonly listener = 'regrade-late-papers';
  readonly job = regradeLateJob;

  constructor(private readonly regrading: RegradeJob) {}

  hear({ attemptId }: Graded): Promise<void> {
    return this.regrading.one(attemptId);
  }

  run({ attemptId }: { attemptId: string }): Promise<void> {
    return this.regrading.one(attemptId);
  }
}
