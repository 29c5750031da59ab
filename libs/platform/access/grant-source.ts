import type { Grant } from '@skillhall/kernel';
import type { Transaction } from '../database/index.js';

/** Where somebody stands and which roles they hold; filled by the capability that keeps people. */
export interface GrantSource {
  standingOf(tx: Transaction, account: { accountId: string; personId: string | null }): Promise<{ unitPath: string | null; grants: readonly Grant[] }>;
}

export const GRANT_SOURCE = Symbol('grant-source');
