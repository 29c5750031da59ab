import type { AttemptStore, QueuedAnswer, Snapshot } from './attempt-store.js';
import { tableStore, type Tables, type Transact } from './table-store.js';

const databaseName = 'skillhall-attempts';

const done = <T>(asked: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });

function open(): Promise<IDBDatabase> {
  const opening = indexedDB.open(databaseName, 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('answers', { keyPath: ['attemptId', 'questionId'] });
    opening.result.createObjectStore('snapshots', { keyPath: 'attemptId' });
  };
  return done(opening);
}

function tablesOf(transaction: IDBTransaction): Tables {
  const answers = transaction.objectStore('answers');
  const snapshots = transaction.objectStore('snapshots');
  return {
    answer: (attemptId, questionId) => done<QueuedAnswer | undefined>(answers.get([attemptId, questionId])),
    answers: () => done<QueuedAnswer[]>(answers.getAll()),
    putAnswer: (entry) => done(answers.put(entry)),
    dropAnswer: (attemptId, questionId) => done(answers.delete([attemptId, questionId])),
    snapshot: (attemptId) => done<Snapshot | undefined>(snapshots.get(attemptId)),
    snapshots: () => done<Snapshot[]>(snapshots.getAll()),
    putSnapshot: (snapshot) => done(snapshots.put(snapshot)),
    dropSnapshot: (attemptId) => done(snapshots.delete(attemptId)),
  };
}

/** The store of this device; `strict`: an answer counts as kept only once it is on the disk. */
export async function indexedStore(): Promise<AttemptStore> {
  const database = await open();
  const transact: Transact = async (mode, work) => {
    const transaction = database.transaction(['answers', 'snapshots'], mode, { durability: mode === 'readwrite' ? 'strict' : 'default' });
    const finished = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
    });
    const result = await work(tablesOf(transaction));
    await finished;
    return result;
  };
  return tableStore(transact, true);
}
