import type { AttemptStore, NewAnswer, QueuedAnswer, SavedAnswer } from './attempt-store.js';
import { highestSeq } from './attempt-store.js';

/** What became of sending one answer. */
export type Delivery =
  /** With the device that has the paper now; only exams know it. */
  | { readonly kind: 'saved'; readonly savedAt: string; readonly deviceId?: string | null }
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
  /** Another device has the paper: what waits here is kept, and sent only when this one goes on with it. */
  readonly heldBack?: (attemptId: string) => Promise<boolean>;
}

export interface Outbox {
  /** Keeps the answer on this device, then delivers it; resolves once it is kept. */
  put(answer: NewAnswer, serverSeq: number): Promise<void>;
  /** Delivers what waits; true when nothing is left to deliver. */
  flush(): Promise<boolean>;
}

const separator = '\u001f';
const alike = (a: readonly string[], b: readonly string[]): boolean => a.join(separator) === b.join(separator);

const firstWaitMs = 500;
const longestWaitMs = 15_000;

export function createOutbox({ store, server, accountId, later, alone, changed, heldBack }: Surroundings): Outbox {
  let waitMs = 0;
  let callOff = () => {};
  let running: Promise<boolean> | undefined;
  let again = false;
  // After an outage another device may have written: look before sending under old numbers.
  let doubtful = true;

  const waiting = async (): Promise<QueuedAnswer[]> => {
    const account = accountId();
    const entries = account === undefined ? [] : (await store.queued(account)).filter(({ refused }) => refused === undefined);
    const free: QueuedAnswer[] = [];
    for (const entry of entries) {
      if (!(await heldBack?.(entry.attemptId))) free.push(entry);
      // Once it goes on here, the other device has used numbers of its own.
      else doubtful = true;
    }
    return free;
  };

  /** Only of several right options the server gives the keys back in another order. */
  const sameChoice = async ({ attemptId, questionId, choice }: QueuedAnswer, there: readonly string[]): Promise<boolean> => {
    if (alike(choice, there)) return true;
    const question = (await store.snapshot(attemptId))?.attempt.questions.find(({ id }) => id === questionId);
    return question?.type === 'multiple' && alike([...choice].sort(), [...there].sort());
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
      if (there && (await sameChoice(entry, there.choice))) await store.acknowledge(entry, there.savedAt);
      else if (entry.clientSeq <= highest) await store.renumber(entry, highest);
    }
    return true;
  };

  /** One answer; true to go on with the next at once. */
  const deliver = async (entry: QueuedAnswer): Promise<boolean> => {
    const delivery = await server.send(entry);
    if (delivery.kind === 'saved') {
      await store.acknowledge(entry, delivery.savedAt);
      if (delivery.deviceId) await store.update(entry.attemptId, { deviceId: delivery.deviceId });
    } else if (delivery.kind === 'refused') await store.refuse(entry, delivery.reason);
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
      doubtful = false;
      const attempts = new Set((await waiting()).map(({ attemptId }) => attemptId));
      for (const attemptId of attempts) await reconcile(attemptId);
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
