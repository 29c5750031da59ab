import type { AttemptStore, NewAnswer, QueuedAnswer, SavedAnswer } from './attempt-store.js';
import { highestSeq } from './attempt-store.js';

/** What became of sending one answer. */
export type Delivery =
  | { readonly kind: 'saved'; readonly savedAt: string }
  /** This number was used for something else: another device has been at work. */
  | { readonly kind: 'conflict' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'busy'; readonly waitMs: number }
  /** No way to the server, or a fault over there: nothing is known. */
  | { readonly kind: 'lost' }
  | { readonly kind: 'signedOut' };

export interface Server {
  send(entry: QueuedAnswer): Promise<Delivery>;
  /** What the server has of the attempt; undefined when it cannot be asked. */
  answersOf(attemptId: string): Promise<readonly SavedAnswer[] | undefined>;
}

export interface Surroundings {
  readonly store: AttemptStore;
  readonly server: Server;
  readonly accountId: () => string | undefined;
  /** Calls back after so many milliseconds; gives the way to call it off. */
  readonly later: (work: () => void, ms: number) => () => void;
  /** Only one tab of this device delivers at a time. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  readonly changed: () => void;
}

export interface Outbox {
  /** Keeps the answer on this device, then delivers it; resolves once it is kept. */
  put(answer: NewAnswer, serverSeq: number): Promise<void>;
  /** Delivers what waits; true when nothing is left to deliver. */
  flush(): Promise<boolean>;
}

/** The server may give the keys back in another order. */
const sameChoice = (a: readonly string[], b: readonly string[]): boolean => [...a].sort().join() === [...b].sort().join();

const firstWaitMs = 500;
const longestWaitMs = 15_000;

export function createOutbox({ store, server, accountId, later, alone, changed }: Surroundings): Outbox {
  let waitMs = 0;
  let callOff = () => {};
  let running: Promise<boolean> | undefined;
  let again = false;
  // After an outage another device may have written: look before sending under old numbers.
  let doubtful = true;

  const waiting = async (): Promise<QueuedAnswer[]> => {
    const account = accountId();
    return account === undefined ? [] : (await store.queued(account)).filter(({ refused }) => refused === undefined);
  };

  const retryIn = (ms: number) => {
    callOff();
    callOff = later(flushQuietly, ms);
  };

  /**
   * Settles each waiting answer of the attempt with what the server has; false when it could not be asked.
   * `takenSeq` is a number that the server says is taken.
   */
  const reconcile = async (attemptId: string, takenSeq = 0): Promise<boolean> => {
    const answers = await server.answersOf(attemptId);
    if (!answers) return false;
    const highest = Math.max(takenSeq, highestSeq(answers));
    for (const entry of (await waiting()).filter((each) => each.attemptId === attemptId)) {
      const there = answers.find(({ clientSeq, questionId }) => clientSeq === entry.clientSeq && questionId === entry.questionId);
      if (there && sameChoice(there.choice, entry.choice)) await store.acknowledge(entry, there.savedAt);
      else if (entry.clientSeq <= highest) await store.renumber(entry, highest);
    }
    return true;
  };

  /** One answer; true to go on with the next at once. */
  const deliver = async (entry: QueuedAnswer): Promise<boolean> => {
    const delivery = await server.send(entry);
    if (delivery.kind === 'saved') await store.acknowledge(entry, delivery.savedAt);
    else if (delivery.kind === 'refused') await store.refuse(entry, delivery.reason);
    else if (delivery.kind === 'conflict' && (await reconcile(entry.attemptId, entry.clientSeq))) return true;
    else {
      doubtful = true;
      waitMs = Math.min(longestWaitMs, Math.max(firstWaitMs, waitMs * 2));
      if (delivery.kind === 'busy') retryIn(Math.max(waitMs, delivery.waitMs));
      else if (delivery.kind !== 'signedOut') retryIn(waitMs);
      return false;
    }
    waitMs = 0;
    return true;
  };

  const drain = async (): Promise<boolean> => {
    callOff();
    if (doubtful) {
      const attempts = new Set((await waiting()).map(({ attemptId }) => attemptId));
      for (const attemptId of attempts) await reconcile(attemptId);
      doubtful = false;
    }
    for (let entries = await waiting(); entries.length > 0; entries = await waiting()) {
      const goOn = await deliver(entries[0]!);
      changed();
      if (!goOn) return false;
    }
    changed();
    return true;
  };

  const flush = (): Promise<boolean> => {
    // A drain under way reads the queue anew after every answer; `again` covers one put just as it ends.
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

  // The store itself may fail for a while (a full disk): what is in it is tried again.
  const flushQuietly = (): void => void flush().catch(() => retryIn(longestWaitMs));

  return {
    put: async (answer, serverSeq) => {
      await store.put(answer, serverSeq);
      changed();
      flushQuietly();
    },
    flush,
  };
}
