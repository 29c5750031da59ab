/** Which part of a long computation is under way, and how much of that part is done (0 … 1). */
export interface Step {
  readonly part: 'estimate' | 'permutation' | 'event-study' | 'window-curve' | 'negative-control' | 'comparisons' | 'checks';
  readonly share: number;
}

/** A computation that pauses now and then, for progress and for whoever else needs the processor. */
export type Steps<T> = Generator<Step, T>;

/** The result, without pauses. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) {
      return value;
    }
  }
}
