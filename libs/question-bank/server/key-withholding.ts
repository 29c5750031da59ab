import type { Transaction } from '@skillhall/platform/database';

/**
 * Who may read the bank may also sit papers that draw on it. Papers live on higher floors, so the application fills
 * this port; it works inside the system transaction that it is handed.
 */
export interface KeyWithholding {
  /** Those of the question versions whose key the person must not see now, since an open paper of theirs asks it. */
  withheld(systemTx: Transaction, personId: string, versionIds: readonly string[]): Promise<ReadonlySet<string>>;
}

export const KEY_WITHHOLDING = Symbol('key-withholding');
