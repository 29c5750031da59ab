import { Database } from '@skillhall/platform/database';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { mostCreditedSeconds } from '../../domain/index.js';
import { AnswerLog, type NewAnswer, type SaveOutcome } from '../data/answer-log.js';

export type PendingAnswer = Omit<NewAnswer, 'waited'>;

interface Waiting {
  readonly answer: PendingAnswer;
  readonly since: number;
  readonly settle: (outcome: SaveOutcome) => void;
  readonly fail: (error: unknown) => void;
}

const mostRows = 500;
const mostInFlight = 2;
/** A minute of the largest examination; beyond it clients keep their answers and come again. */
const mostWaiting = 20_000;

/** False where the database is gone, full or going down (classes 08, 53, 57): trying row by row would only take longer. */
function isAboutRows(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^(?!08|53|57)[0-9A-Z]{5}$/.test(code);
}

/**
 * Commits answers of many people together: at once while idle, in batches under load. Each caller hears of it only
 * after the commit. A batch that fails is tried one by one, so that a bad row harms no other.
 */
@Injectable()
export class AnswerBatcher implements OnModuleDestroy {
  private readonly waiting: Waiting[] = [];
  private readonly flights = new Set<Promise<void>>();

  constructor(
    private readonly database: Database,
    private readonly log: AnswerLog,
  ) {}

  /** Undefined where too many wait already. */
  add(answer: PendingAnswer): Promise<SaveOutcome> | undefined {
    if (this.waiting.length >= mostWaiting) return undefined;
    const outcome = new Promise<SaveOutcome>((settle, fail) => this.waiting.push({ answer, since: performance.now(), settle, fail }));
    this.fly();
    return outcome;
  }

  /** What was taken in is written before the process ends. */
  async onModuleDestroy(): Promise<void> {
    while (this.flights.size) await Promise.all(this.flights);
  }

  private fly(): void {
    while (this.waiting.length && this.flights.size < mostInFlight) {
      const flight = this.write(this.waiting.splice(0, mostRows)).finally(() => {
        this.flights.delete(flight);
        this.fly();
      });
      this.flights.add(flight);
    }
  }

  private async write(batch: readonly Waiting[]): Promise<void> {
    try {
      const outcomes = await this.commit(batch);
      batch.forEach(({ settle }, index) => settle(outcomes[index]!));
    } catch (error) {
      if (batch.length > 1 && isAboutRows(error)) for (const waiting of batch) await this.write([waiting]);
      else for (const { fail } of batch) fail(error);
    }
  }

  private commit(batch: readonly Waiting[]): Promise<SaveOutcome[]> {
    return this.database.asSystem('the statement names attempt and person of every answer', (tx) => {
      // Waiting for a connection is our own slowness too.
      const now = performance.now();
      const answers = batch.map(({ answer, since }) => ({ ...answer, waited: Math.min(mostCreditedSeconds, (now - since) / 1000) }));
      return this.log.append(tx, answers);
    });
  }
}
