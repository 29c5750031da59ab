import { createDeliverer, type Deliverer, type Timing } from '../outbox/deliverer.js';
import { type RoundStore, type Told, toSend, type WaitingAnswer } from './round-store.js';

/** What became of sending one answer. */
export type Delivery =
  | { readonly kind: 'told'; readonly told: Told }
  | { readonly kind: 'refused'; readonly reason: string }
  /** No way to the server, or nobody the server knows: it is tried again. */
  | { readonly kind: 'lost' };

export interface Surroundings extends Timing {
  readonly store: RoundStore;
  readonly send: (practiceId: string, answer: WaitingAnswer) => Promise<Delivery>;
  readonly accountId: () => string | undefined;
  readonly changed: () => void;
}

export interface PracticeOutbox extends Pick<Deliverer, 'flush'> {
  /** Keeps the answer on this device, then delivers it; resolves once it is kept. */
  put(practiceId: string, position: number, choice: readonly string[]): Promise<void>;
}

/** Delivers answers of practice one after another. The server keeps the first to each place, so sending again is safe. */
export function createPracticeOutbox({ store, send, accountId, changed, ...timing }: Surroundings): PracticeOutbox {
  const next = async (): Promise<{ id: string; answer: WaitingAnswer } | undefined> => {
    const account = accountId();
    for (const kept of account === undefined ? [] : await store.all(account)) {
      const [answer] = toSend(kept);
      if (answer) return { id: kept.id, answer };
    }
    return undefined;
  };

  const drain = async (): Promise<boolean> => {
    for (let one = await next(); one; one = await next()) {
      const delivery = await send(one.id, one.answer);
      if (delivery.kind === 'lost') {
        deliverer.retry();
        return false;
      }
      deliverer.through();
      if (delivery.kind === 'told') await store.settle(one.id, delivery.told);
      else await store.refuse(one.id, one.answer.position, delivery.reason);
      changed();
    }
    return true;
  };

  const deliverer = createDeliverer(timing, drain);
  return {
    put: async (practiceId, position, choice) => {
      await store.put(practiceId, position, choice);
      changed();
      deliverer.flushQuietly();
    },
    flush: deliverer.flush,
  };
}
