import type { Database, Transaction } from '@skillhall/platform/database';

class Rehearsed<T> extends Error {
  constructor(readonly outcome: T) {
    super('rehearsed');
  }
}

/** Does the work and, in a rehearsal, takes it back: what it says would happen is what happens. */
export async function asSystemOrRehearsed<T>(database: Database, reason: string, rehearsal: boolean, work: (systemTx: Transaction) => Promise<T>): Promise<T> {
  try {
    return await database.asSystem(reason, async (tx) => {
      const outcome = await work(tx);
      if (rehearsal) throw new Rehearsed(outcome);
      return outcome;
    });
  } catch (error) {
    if (error instanceof Rehearsed) return error.outcome as T;
    throw error;
  }
}
