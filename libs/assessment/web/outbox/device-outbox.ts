import { request, RequestFailure } from '@skillhall/ui/graphql';
import { confirmedAccount, loadSession } from '@skillhall/ui/session';
import { attemptQuery, saveAnswerMutation } from '../documents.js';
import type { AttemptStore, QueuedAnswer } from './attempt-store.js';
import { attend, keptMs, newsOf, timingOf, type News } from './device.js';
import { indexedStore } from './indexed-store.js';
import { memoryStore } from './memory-store.js';
import { isTakenOver } from './taken-over.js';
import { forgetTypedOf } from './typing-journal.js';
import { createOutbox, type Delivery, type Outbox, type Server } from './outbox.js';

/** The outbox of this device, its store, and the news of changes in this tab or another. */
export interface DeviceOutbox extends Outbox, Pick<News, 'subscribe'> {
  readonly store: AttemptStore;
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

const name = 'skillhall-outbox';

/** Papers handed in long ago, with nothing left to tell, go. */
async function tidy(store: AttemptStore, accountId: string): Promise<void> {
  const waiting = new Set((await store.queued(accountId)).map(({ attemptId }) => attemptId));
  const oldest = Date.now() - keptMs;
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
  const { tell, subscribe } = newsOf(name);
  const outbox = createOutbox({
    ...{ store, server: serverFor(store), accountId: confirmedAccount, changed: tell, ...timingOf(name) },
    heldBack: async (attemptId) => isTakenOver((await store.snapshot(attemptId))?.attempt),
  });
  attend({
    flush: outbox.flush,
    tidy: (accountId) => tidy(store, accountId),
    forget: (accountId) => {
      forgetTypedOf(accountId);
      return store.forgetAccount(accountId);
    },
  });
  return { ...outbox, store, subscribe };
}

let opened: Promise<DeviceOutbox> | undefined;

/** The one outbox of this tab, opened on first use; from then on it delivers by itself. */
export const deviceOutbox = (): Promise<DeviceOutbox> => (opened ??= start());
