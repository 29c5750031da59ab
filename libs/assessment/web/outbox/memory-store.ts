import type { AttemptStore, QueuedAnswer, Snapshot } from './attempt-store.js';
import { tableStore, type Tables } from './table-store.js';

const keyOf = (attemptId: string, questionId: string): string => `${attemptId} ${questionId}`;

/** For a browser that keeps nothing: answers wait only as long as the page is open, and the page says so. */
export function memoryStore(): AttemptStore {
  const answers = new Map<string, QueuedAnswer>();
  const snapshots = new Map<string, Snapshot>();
  const tables: Tables = {
    answer: async (attemptId, questionId) => answers.get(keyOf(attemptId, questionId)),
    answers: async () => [...answers.values()],
    putAnswer: async (entry) => void answers.set(keyOf(entry.attemptId, entry.questionId), entry),
    dropAnswer: async (attemptId, questionId) => void answers.delete(keyOf(attemptId, questionId)),
    snapshot: async (attemptId) => snapshots.get(attemptId),
    snapshots: async () => [...snapshots.values()],
    putSnapshot: async (snapshot) => void snapshots.set(snapshot.attemptId, snapshot),
    dropSnapshot: async (attemptId) => void snapshots.delete(attemptId),
  };
  let last: Promise<unknown> = Promise.resolve();
  return tableStore((_mode, work) => {
    const next = last.then(() => work(tables));
    last = next.catch(() => {});
    return next;
  }, false);
}
