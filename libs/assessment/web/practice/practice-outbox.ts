import { type RoundStore, type Told, toSend, type WaitingAnswer } from './round-store.js';

/** What became of sending one answer. */
export type Delivery =
  | { readonly kind: 'told'; readonly told: Told }
  | { readonly kind: 'refused'; readonly reason: string }
  /** No way to the server, or nobody the server knows: it is tried again. */
  | { readonly kind: 'lost' };

export interface Surroundings {
  readonly store: RoundStore;
  readonly send: (practiceId: string, answer: WaitingAnswer) => Promise<Delivery>;
  readonly accountId: () => string | undefined;
  /** Calls back after so many milliseconds; gives the way to call it off. */
  readonly later: (work: () => void, ms: number) => () => void;
  /** Only one tab of this device delivers at a time. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  readonly changed: () => void;
}

export interface PracticeOutbox {
  /** Keeps the answer on this device, then delivers it; resolves once it is kept. */
  put(practiceId: string, position: number, choice: readonly string[]): Promise<void>;
  /** Delivers what waits; true when nothing is left to deliver. */
  flush(): Promise<boolean>;
}

const firstWaitMs = 500;
const longestWaitMs = 15_000;

/** Delivers answers of practice one after another. The server keeps the first to each place, so sending again is safe. */
export function createPracticeOutbox({ store, send, accountId, later, alone, changed }: Surroundings): PracticeOutbox {
  let waitMs = 0;
  let callOff = () => {};
  let running: Promise<boolean> | undefined;
  let again = false;

  const next = async (): Promise<{ id: string; answer: WaitingAnswer } | undefined> => {
    const account = accountId();
    for (const kept of account === undefined ? [] : await store.all(account)) {
      const [answer] = toSend(kept);
      if (answer) return { id: kept.id, answer };
    }
    return undefined;
  };

  const drain = async (): Promise<boolean> => {
    callOff();
    for (let one = await next(); one; one = await next()) {
      const delivery = await send(one.id, one.answer);
      if (delivery.kind === 'lost') {
        waitMs = Math.min(longestWaitMs, Math.max(firstWaitMs, waitMs * 2));
        callOff = later(quietly, waitMs);
        return false;
      }
      waitMs = 0;
      if (delivery.kind === 'told') await store.settle(one.id, delivery.told);
      else await store.refuse(one.id, one.answer.position, delivery.reason);
      changed();
    }
    return true;
  };

  const flush = (): Promise<boolean> => {
    again = true;
    running ??= (async () => {
      try {
        let empty = true;
        while (again && empty) {
          again = false;
          empty = await alone(drain);
        }
        return empty;
      } finally {
        running = undefined;
      }
    })();
    return running;
  };
  const quietly = (): void => void flush().catch(() => (callOff = later(quietly, longestWaitMs)));

  return {
    put: async (practiceId, position, choice) => {
      await store.put(practiceId, position, choice);
      changed();
      quietly();
    },
    flush,
  };
}
