import { readStored, writeStored } from '@skillhall/ui/store';

/** A text under the pen when the page was hidden or left. */
export interface Typed {
  readonly accountId: string;
  readonly attemptId: string;
  readonly questionId: string;
  readonly choice: readonly string[];
  /** Milliseconds of this device's clock. */
  readonly at: number;
}

const key = 'typing';

function all(): readonly Typed[] {
  try {
    return JSON.parse(readStored(key) ?? '[]') as readonly Typed[];
  } catch {
    return [];
  }
}

const write = (entries: readonly Typed[]): void => writeStored(key, entries.length === 0 ? undefined : JSON.stringify(entries));
const same = (a: Pick<Typed, 'attemptId' | 'questionId'>, b: Pick<Typed, 'attemptId' | 'questionId'>): boolean => a.attemptId === b.attemptId && a.questionId === b.questionId;

/**
 * Notes texts in one stroke: a page that is being closed may not live to see the end of a transaction. They go to the
 * outbox at the same time, or when the paper is opened again.
 */
export const noteTyped = (entries: readonly Typed[]): void => write([...all().filter((each) => !entries.some((entry) => same(entry, each))), ...entries]);

/** Kept elsewhere by now. A text noted later than `at` stays. */
export function forgetTyped(entry: Pick<Typed, 'attemptId' | 'questionId' | 'at'>): void {
  const left = all().filter((each) => !same(each, entry) || each.at > entry.at);
  if (left.length < all().length) write(left);
}

export const forgetTypedOf = (accountId: string): void => write(all().filter((each) => each.accountId !== accountId));

export const typedOf = (accountId: string, attemptId: string): readonly Typed[] => all().filter((each) => each.accountId === accountId && each.attemptId === attemptId);
