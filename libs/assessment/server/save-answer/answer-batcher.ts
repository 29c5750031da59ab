import { Gathered, KeptConnections, togetherOrAlone } from '@skillhall/platform/database';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { mostCreditedSeconds } from '../../domain/index.js';
import { AnswerLog, type NewAnswer, type SaveOutcome } from '../data/answer-log.js';

export type PendingAnswer = Omit<NewAnswer, 'waited'>;

interface Waiting {
  readonly answer: PendingAnswer;
  readonly since: number;
}

/** Most that wait: a minute of the largest examination; beyond it clients keep their answers and come again. */
const limits = { mostTogether: 500, mostInFlight: 2, mostWaiting: 20_000 };

/**
 * Commits answers of many people together: at once while idle, in batches under load. Each caller hears of it only
 * after the commit. A batch that fails is tried one by one, so that a bad row harms no other.
 */
@Injectable()
export class AnswerBatcher implements OnModuleDestroy {
  private readonly gathered = new Gathered((batch: readonly Waiting[]) => togetherOrAlone(batch, (all) => this.commit(all)), limits);

  constructor(
    private readonly kept: KeptConnections,
    private readonly log: AnswerLog,
  ) {}

  /** Undefined where too many wait already. */
  add(answer: PendingAnswer): Promise<SaveOutcome> | undefined {
    return this.gathered.full ? undefined : this.gathered.ask({ answer, since: performance.now() });
  }

  /** What was taken in is written before the process ends. */
  onModuleDestroy(): Promise<void> {
    return this.gathered.idle();
  }

  private commit(batch: readonly Waiting[]): Promise<SaveOutcome[]> {
    return this.kept.use('the statement names attempt and person of every answer', (run) => {
      // Waiting for a connection is our own slowness too.
      const now = performance.now();
      const answers = batch.map(({ answer, since }) => ({ ...answer, waited: Math.min(mostCreditedSeconds, (now - since) / 1000) }));
      return this.log.append(run, answers);
    });
  }
}
