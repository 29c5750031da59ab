import type { KeptRound, Records } from './round-store.js';

const done = <T>(asked: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });

/** Rounds in IndexedDB; `strict`: an answer counts as kept only once it is on the disk. */
async function indexedRecords(): Promise<Records> {
  const opening = indexedDB.open('skillhall-practice', 1);
  opening.onupgradeneeded = () => void opening.result.createObjectStore('rounds', { keyPath: 'id' });
  const database = await done(opening);
  const rounds = (mode: IDBTransactionMode): IDBObjectStore => database.transaction('rounds', mode, { durability: mode === 'readwrite' ? 'strict' : 'default' }).objectStore('rounds');
  return {
    durable: true,
    read: (id) => done<KeptRound | undefined>(rounds('readonly').get(id)),
    all: () => done<KeptRound[]>(rounds('readonly').getAll()),
    change: (id, to) =>
      new Promise((resolve, reject) => {
        const table = rounds('readwrite');
        const { transaction } = table;
        let thrown: unknown;
        transaction.oncomplete = () => resolve();
        transaction.onabort = transaction.onerror = () => reject((thrown ?? transaction.error) as Error);
        const read = table.get(id) as IDBRequest<KeptRound | undefined>;
        read.onsuccess = () => {
          try {
            const after = to(read.result);
            if (after) table.put(after);
            else table.delete(id);
          } catch (error) {
            thrown = error;
            transaction.abort();
          }
        };
      }),
  };
}

/** For browsers without storage: answers wait only as long as the page is open, and the page says so. */
export function memoryRecords(): Records {
  const rounds = new Map<string, KeptRound>();
  return {
    durable: false,
    read: async (id) => rounds.get(id),
    all: async () => [...rounds.values()],
    change: async (id, to) => {
      const after = to(rounds.get(id));
      if (after) rounds.set(id, after);
      else rounds.delete(id);
    },
  };
}

export async function openRecords(): Promise<Records> {
  try {
    return await indexedRecords();
  } catch {
    return memoryRecords();
  }
}
