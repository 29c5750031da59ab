import { parseCivilMonth } from '@skillhall/kernel';
import { judgeLatestMonth, type MonthCount } from '../../domain/index.js';
import type { MonthPoint } from './month-series.js';

/** Normal variation of a month, per 10,000 transactions. */
export interface Limits {
  readonly lower: number;
  readonly upper: number;
}

type Judged = Pick<MonthPoint, 'month' | 'transactions' | 'ratePer10k'>;

// The complaints that make the rate: those of halls that handed in transactions.
function counted({ month, transactions, ratePer10k }: Judged): readonly MonthCount[] {
  const parsed = parseCivilMonth(month);
  if (parsed === undefined || transactions === null || ratePer10k === null) return [];
  return [{ month: parsed, transactions, complaints: Math.round((ratePer10k * transactions) / 10_000) }];
}

/** What was normal for each month, judged by the months before it with the same rule as the sentence; null where nothing can be said. */
export function limitsOf(months: readonly Judged[]): readonly (Limits | null)[] {
  return months.map((last, index) => {
    const verdict = judgeLatestMonth(months.slice(0, index + 1).flatMap(counted));
    if (verdict?.month !== last.month || !('lower' in verdict.variation)) return null;
    return { lower: verdict.variation.lower, upper: verdict.variation.upper };
  });
}
