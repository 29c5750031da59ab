/** How far questions are gathered. */
export interface GatherLimits {
  /** Questions that one answer takes at most. */
  readonly mostTogether: number;
  /** Answers under way at once. */
  readonly mostInFlight: number;
  /** Questions that may wait; without it all may. */
  readonly mostWaiting?: number;
}

interface Waiting<Q, A> {
  readonly question: Q;
  readonly settle: (answer: A) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Answers together what is asked within one turn of the event loop, or while earlier answers are under way: one
 * round trip for many people. `answerAll` keeps the order; an `Error` among its answers fails that question alone.
 */
export class Gathered<Q, A> {
  private readonly waiting: Waiting<Q, A>[] = [];
  private readonly flights = new Set<Promise<void>>();
  private turn: NodeJS.Immediate | undefined;

  constructor(
    private readonly answerAll: (questions: readonly Q[]) => Promise<readonly (A | Error)[]>,
    private readonly limits: GatherLimits,
  ) {}

  /** Whether another question would wait in vain. */
  get full(): boolean {
    return this.waiting.length >= (this.limits.mostWaiting ?? Infinity);
  }

  ask(question: Q): Promise<A> {
    this.turn ??= setImmediate(() => {
      this.turn = undefined;
      this.fly();
    });
    return new Promise((settle, fail) => this.waiting.push({ question, settle, fail }));
  }

  /** Once everything asked so far has been answered. */
  async idle(): Promise<void> {
    while (this.waiting.length || this.flights.size) {
      this.fly();
      await Promise.all(this.flights);
    }
  }

  private fly(): void {
    while (this.waiting.length && this.flights.size < this.limits.mostInFlight) {
      const flight = this.answer(this.waiting.splice(0, this.limits.mostTogether)).finally(() => {
        this.flights.delete(flight);
        this.fly();
      });
      this.flights.add(flight);
    }
  }

  private async answer(batch: readonly Waiting<Q, A>[]): Promise<void> {
    try {
      const answers = await this.answerAll(batch.map(({ question }) => question));
      batch.forEach(({ settle, fail }, index) => {
        const answer = answers[index]!;
        if (answer instanceof Error) fail(answer);
        else settle(answer);
      });
    } catch (error) {
      for (const { fail } of batch) fail(error);
    }
  }
}

/**
 * Whether the database is gone, full or going down (classes 08, 53, 57), or cannot be reached (codes of the system, and
 * the driver's own words, which have no code): trying one by one would only take longer.
 */
function isGone(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return typeof code === 'string' ? /^((08|53|57)[0-9A-Z]{3}|E[A-Z]{4,})$/.test(code) : /connect/i.test(String(message));
}

/** Answers a batch in one transaction; where that fails for one of it, one by one, so that it harms no other. */
export async function togetherOrAlone<Q, A>(batch: readonly Q[], commit: (batch: readonly Q[]) => Promise<readonly A[]>): Promise<readonly (A | Error)[]> {
  try {
    return await commit(batch);
  } catch (error) {
    if (batch.length === 1 || isGone(error)) throw error;
    const answers: (A | Error)[] = [];
    for (const question of batch) answers.push((await commit([question]).catch((alone: Error) => [alone]))[0]!);
    return answers;
  }
}
