import { request, RequestFailure } from '@skillhall/ui/graphql';
import { confirmedAccount, currentViewer, loadSession, onLeave, onSession } from '@skillhall/ui/session';
import { attemptQuery, saveAnswerMutation } from '../documents.js';
import type { AttemptStore, QueuedAnswer } from './attempt-store.js';
import { indexedStore } from './indexed-store.js';
import { memoryStore } from './memory-store.js';
import { isTakenOver } from './taken-over.js';
import { forgetTypedOf } from './typing-journal.js';
import { createOutbox, type Delivery, type Outbox, type Server } from './outbox.js';

/** The outbox of this device, its store, and the news of changes in this tab or another. */
export interface DeviceOutbox extends Outbox {
  readonly store: AttemptStore;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Somebody else may have signed in in another tab: then the answer is not refused, it waits for its owner. */
async function stillHere(accountId: string): Promise<boolean> {
  await loadSession();
  return confirmedAccount() === accountId;
}

async function send({ accountId, attemptId, questionId, choice, clientSeq }: QueuedAnswer): Promise<Delivery> {
  try {
    const { saveAnswer } = await request(saveAnswerMutation, { input: { attemptId, questionId, choice: [...choice], clientSeq } });
    switch (saveAnswer.__typename) {
      case 'SaveAnswerSuccess':
        return { kind: 'saved', savedAt: saveAnswer.savedAt, deviceId: saveAnswer.deviceId };
      case 'AnswerConflictError':
        return { kind: 'conflict' };
      case 'BusyError':
        return { kind: 'busy', waitMs: saveAnswer.retryAfterSeconds * 1000 };
      case 'NotFoundError':
        return (await stillHere(accountId)) ? { kind: 'refused', reason: saveAnswer.message } : { kind: 'signedOut' };
      default:
        return { kind: 'refused', reason: saveAnswer.message };
    }
  } catch (error) {
    return { kind: error instanceof RequestFailure && error.kind === 'signedOut' ? 'signedOut' : 'lost' };
  }
}

const serverFor = (store: AttemptStore): Server => ({
  send,
  answersOf: async (attemptId) => {
    try {
      const { attempt } = await request(attemptQuery, { id: attemptId });
      if (attempt) await store.update(attemptId, { deviceId: attempt.deviceId, deadline: attempt.deadline });
      return attempt?.answers;
    } catch {
      return undefined;
    }
  },
});

/** Web Locks exist only on https and localhost; elsewhere each tab delivers for itself, which the server bears. */
const alone = <T>(work: () => Promise<T>): Promise<T> =>
  'locks' in navigator ? navigator.locks.request('skillhall-outbox', work) : work();

const keptDays = 14;

/** Papers handed in long ago, with nothing left to tell, go. */
async function tidy(store: AttemptStore, accountId: string): Promise<void> {
  const waiting = new Set((await store.queued(accountId)).map(({ attemptId }) => attemptId));
  const oldest = Date.now() - keptDays * 86_400_000;
  for (const { attemptId, attempt } of await store.snapshots(accountId))
    if (attempt.receipt && Date.parse(attempt.receipt.submittedAt) < oldest && !waiting.has(attemptId)) await store.forgetAttempt(attemptId);
}

async function openStore(): Promise<AttemptStore> {
  try {
    return await indexedStore();
  } catch {
    return memoryStore();
  }
}

async function start(): Promise<DeviceOutbox> {
  const store = await openStore();
  const listeners = new Set<() => void>();
  const others = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('skillhall-outbox');
  const tell = () => listeners.forEach((listener) => listener());
  if (others) others.onmessage = tell;
  const outbox = createOutbox({
    store,
    server: serverFor(store),
    heldBack: async (attemptId) => isTakenOver((await store.snapshot(attemptId))?.attempt),
    accountId: confirmedAccount,
    later: (work, ms) => {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
    alone,
    changed: () => {
      tell();
      others?.postMessage('changed');
    },
  });
  const kick = () => {
    if (document.visibilityState === 'visible') void outbox.flush().catch(() => {});
  };
  window.addEventListener('online', kick);
  document.addEventListener('visibilitychange', kick);
  onSession(() => {
    kick();
    const viewer = currentViewer();
    if (viewer) void tidy(store, viewer.accountId).catch(() => {});
  });
  onLeave((accountId) => {
    forgetTypedOf(accountId);
    return store.forgetAccount(accountId);
  });
  kick();
  return {
    ...outbox,
    store,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

let opened: Promise<DeviceOutbox> | undefined;

/** The one outbox of this tab, opened on first use; from then on it delivers by itself. */
export const deviceOutbox = (): Promise<DeviceOutbox> => (opened ??= start());
