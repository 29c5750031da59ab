import { addMonths, type CivilMonth, monthFromIndex } from '@skillhall/kernel';
import { cusumThreshold, poissonCusum } from '@skillhall/statistics';
import { judgeLatestMonth, leastMonths } from '../month-verdict.js';

export const alertKinds = ['rate', 'sum'] as const;
/** `rate`: the month lies above the limits of a u′ chart; `sum`: a CUSUM of the hall has passed its threshold. */
export type AlertKind = (typeof alertKinds)[number];

export interface NodeAlert {
  readonly kind: AlertKind;
  readonly month: CivilMonth;
  /** First month that the signal rests on. */
  readonly since: CivilMonth;
  /** Between `since` and `month`. */
  readonly complaints: number;
  readonly expected: number;
  /** Per 10,000 transactions in these months. */
  readonly rate: number;
  /** Above which the rate is unusual; null where a sum decides. */
  readonly limit: number | null;
}

/** Months in a row, cell by cell; transactions 0 = nothing reported. */
export interface NodeMonths {
  readonly firstMonth: number;
  readonly complaints: ArrayLike<number>;
  readonly transactions: ArrayLike<number>;
}

/** Fewer complaints a month than this cannot be told from chance at a single hall. */
const leastExpected = 0.02;
/** The rise to be noticed at a hall, and the months between two false alarms of one. */
const [noticedRatio, runLength] = [1.5, 240];
const longestMemory = 24;

/** Many halls together: the latest month against up to 24 before it, limits widened by what the months share (Laney 2002). */
export function rateAlert({ firstMonth, complaints, transactions }: NodeMonths): NodeAlert | null {
  const months = Array.from({ length: transactions.length }, (_, at) => ({ month: monthFromIndex(firstMonth + at), complaints: complaints[at]!, transactions: transactions[at]! }));
  const verdict = judgeLatestMonth(months);
  if (verdict?.variation.kind !== 'above') return null;
  const { month, rate, variation } = verdict;
  const latest = months.find((one) => one.month === month)!;
  const middle = (variation.lower + variation.upper) / 2;
  return { kind: 'rate', month, since: month, complaints: latest.complaints, expected: (latest.transactions * middle) / 10_000, rate, limit: variation.upper };
}

/** Thresholds by expected number of complaints; each costs a small chain to be solved, so neighbours share one. */
export class Thresholds {
  private readonly known = new Map<number, number>();

  of(expected: number): number {
    const step = Math.round(Math.log(expected) * 10);
    const threshold = this.known.get(step) ?? cusumThreshold(Math.exp(step / 10), noticedRatio, runLength);
    this.known.set(step, threshold);
    return threshold;
  }
}

/**
 * One hall: Poisson CUSUM (Lucas 1985) of its months against its own level, moved up and down with what all halls
 * share (`common`, rate of all together by month), so that summer alone is no signal. Only an alarm in the latest
 * month counts, and none with fewer than twelve months before it.
 */
export function sumAlert({ firstMonth, complaints, transactions }: NodeMonths, common: ArrayLike<number>, thresholds: Thresholds): NodeAlert | null {
  const cells = Array.from({ length: transactions.length }, (_, at) => at).filter((at) => transactions[at]! > 0 && common[at]! > 0).slice(-longestMemory - 1);
  const before = cells.slice(0, -1);
  if (before.length < leastMonths) return null;
  const weight = (at: number): number => transactions[at]! * common[at]!;
  const level = before.reduce((sum, at) => sum + complaints[at]!, 0) / before.reduce((sum, at) => sum + weight(at), 0);
  const expected = Float64Array.from(cells, (at) => level * weight(at));
  const mean = expected.reduce((sum, value) => sum + value, 0) / cells.length;
  if (!(mean >= leastExpected)) return null;
  const { statistic, alarms } = poissonCusum({ count: Float64Array.from(cells, (at) => complaints[at]!), expected, ratio: noticedRatio, threshold: thresholds.of(mean) });
  const last = cells.length - 1;
  if (alarms.at(-1) !== last) return null;
  let from = last;
  while (from > 0 && statistic[from - 1]! > 0 && !alarms.includes(from - 1)) from--;
  const window = cells.slice(from);
  const sum = (of: (at: number) => number): number => window.reduce((total, at) => total + of(at), 0);
  const month = monthFromIndex(firstMonth + cells[last]!);
  const counted = sum((at) => complaints[at]!);
  return { kind: 'sum', month, since: addMonths(month, cells[from]! - cells[last]!), complaints: counted, expected: level * sum(weight), rate: (counted / sum((at) => transactions[at]!)) * 10_000, limit: null };
}
