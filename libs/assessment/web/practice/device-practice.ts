import { refreshAll, request } from '@skillhall/ui/graphql';
import { confirmedAccount, currentViewer, loadSession, onLeave, onSession } from '@skillhall/ui/session';
import { answerPracticeMutation } from './documents.js';
import { createPracticeOutbox, type Delivery, type PracticeOutbox } from './practice-outbox.js';
import { openRecords } from './records.js';
import { RoundStore, toSend, type WaitingAnswer } from './round-store.js';

/** The rounds of this device, the outbox that delivers their answers, and the news of changes in this tab or another. */
export interface DevicePractice extends PracticeOutbox {
  readonly store: RoundStore;
  /** Says in this tab and others that something was kept. */
  readonly tell: () => void;
  readonly subscribe: (listener: () => void) => () => void;
}

async function send(practiceId: string, { position, choice }: WaitingAnswer): Promise<Delivery> {
  const before = confirmedAccount();
  try {
    const { answerPractice: result } = await request(answerPracticeMutation, { input: { practiceId, position, choice: [...choice] } });
    // What one has come to by now is asked for again where it is shown.
    void refreshAll();
    if (result.__typename === 'AnswerPracticeSuccess') return { kind: 'told', told: result.answer };
    // Somebody else may have signed in in another tab: then the answer waits for its owner.
    if (result.__typename === 'NotFoundError') {
      await loadSession();
      if (confirmedAccount() !== before) return { kind: 'lost' };
    }
    return { kind: 'refused', reason: result.message };
  } catch {
    return { kind: 'lost' };
  }
}

/** Web Locks exist only on https and localhost; elsewhere each tab delivers for itself, which the server bears. */
const alone = <T>(work: () => Promise<T>): Promise<T> => ('locks' in navigator ? navigator.locks.request('skillhall-practice', work) : work());

const keptMs = 14 * 86_400_000;

async function start(): Promise<DevicePractice> {
  const store = new RoundStore(await openRecords());
  const listeners = new Set<() => void>();
  const others = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('skillhall-practice');
  const hear = () => listeners.forEach((listener) => listener());
  if (others) others.onmessage = hear;
  const tell = () => {
    hear();
    others?.postMessage('changed');
  };
  const outbox = createPracticeOutbox({
    store,
    send,
    accountId: confirmedAccount,
    later: (work, ms) => {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
    alone,
    changed: tell,
  });
  const kick = () => {
    if (document.visibilityState === 'visible') void outbox.flush().catch(() => {});
  };
  window.addEventListener('online', kick);
  document.addEventListener('visibilitychange', kick);
  onSession(() => {
    kick();
    const viewer = currentViewer();
    // Rounds of long ago, with nothing left to tell, go.
    const old = Date.now() - keptMs;
    if (viewer) void store.forget(viewer.accountId, (kept) => Date.parse(kept.round.startedAt) < old && toSend(kept).length === 0).catch(() => {});
  });
  onLeave((accountId) => store.forget(accountId));
  kick();
  return {
    ...outbox,
    store,
    tell,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

let opened: Promise<DevicePractice> | undefined;

/** The one of this tab, opened on first use; from then on it delivers by itself. */
export const devicePractice = (): Promise<DevicePractice> => (opened ??= start());
