import type { CivilMonth } from '@skillhall/kernel';
import { judgeLatestMonth } from '../../domain/index.js';
import type { MonthPoint } from './month-series.js';

/** Normal variation of a month, per 10,000 transactions. */
export interface Limits {
  readonly lower: number;
  readonly upper: number;
}

type Judged = Pick<MonthPoint, 'month' | 'transactions' | 'ratePer10k'>;

// The complaints that make the rate: those of halls that handed in transactions.
const counted = ({ month, transactions, ratePer10k }: Judged) => ({
  // The schema's scalar is a month of the calendar; the browser's type of it is text.
  month: month as CivilMonth,
  transactions: ratePer10k === null ? null : transactions,
  complaints: Math.round(((ratePer10k ?? 0) * (transactions ?? 0)) / 10_000),
});

/** What was normal for each month, judged by the months before it with the same rule as the sentence; null where nothing can be said. */
export function limitsOf(months: readonly Judged[]): readonly (Limits | null)[] {
  const counts = months.map(counted);
  return counts.map(({ month }, index) => {
    const verdict = judgeLatestMonth(counts.slice(0, index + 1));
    if (verdict?.month !== month || !('lower' in verdict.variation)) return null;
    return { lower: verdict.variation.lower, upper: verdict.variation.upper };
  });
}
