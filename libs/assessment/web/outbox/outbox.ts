import type { AttemptStore, NewAnswer, QueuedAnswer, SavedAnswer } from './attempt-store.js';
import { highestSeq } from './attempt-store.js';
import { createDeliverer, type Deliverer, type Timing } from './deliverer.js';

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

export interface Surroundings extends Timing {
  readonly store: AttemptStore;
  readonly server: Server;
  readonly accountId: () => string | undefined;
  readonly changed: () => void;
  /** Another device has the paper: what waits here is kept, and sent only when this one goes on with it. */
  readonly heldBack?: (attemptId: string) => Promise<boolean>;
}

export interface Outbox extends Pick<Deliverer, 'flush'> {
  /** Keeps the answer on this device, then delivers it; resolves once it is kept. */
  put(answer: NewAnswer, serverSeq: number): Promise<void>;
}

const separator = '\u001f';
const alike = (a: readonly string[], b: readonly string[]): boolean => a.join(separator) === b.join(separator);

export function createOutbox({ store, server, accountId, changed, heldBack, ...timing }: Surroundings): Outbox {
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
      // Who is signed out is helped by signing in alone.
      if (delivery.kind !== 'signedOut') deliverer.retry(delivery.kind === 'busy' ? delivery.waitMs : 0);
      return false;
    }
    deliverer.through();
    return true;
  };

  const drain = async (): Promise<boolean> => {
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

  const deliverer = createDeliverer(timing, drain);
  return {
    put: async (answer, serverSeq) => {
      await store.put(answer, serverSeq);
      changed();
      deliverer.flushQuietly();
    },
    flush: deliverer.flush,
  };
}
