import { addMonths, type CivilMonth } from '@skillhall/kernel';
import { laneyChart } from '@skillhall/statistics';

/** One month of a node: counter complaints at halls that reported, and their transactions. */
export interface MonthCount {
  readonly month: CivilMonth;
  readonly complaints: number;
  readonly transactions: number | null;
}

/** Fewer months cannot show what is normal; twelve also hold every season once. */
export const leastMonths = 12;
/** Older months say little about how things are. */
const mostMonths = 24;
/** Below one complaint a month on average the limits of a chart mean nothing. */
const leastComplaintsPerMonth = 1;

export type Variation =
  | { readonly kind: 'within' | 'above' | 'below'; readonly lower: number; readonly upper: number }
  | { readonly kind: 'too-few-months'; readonly months: number }
  | { readonly kind: 'too-few-complaints'; readonly months: number; readonly complaints: number };

export interface MonthVerdict {
  readonly month: CivilMonth;
  /** Per 10,000 transactions. */
  readonly rate: number;
  /** The same month a year before; null where nothing was reported. */
  readonly yearBefore: number | null;
  readonly variation: Variation;
}

type Counted = MonthCount & { readonly transactions: number };
const isCounted = (month: MonthCount): month is Counted => month.transactions !== null && month.transactions > 0;
const rateOf = ({ complaints, transactions }: Counted): number => (complaints / transactions) * 10_000;

/**
 * Whether the latest month with transactions is unusual against up to 24 months before it: a u′ chart (Laney 2002),
 * whose limits ± 3σ widen with what the months share, and are never narrower than those of pure chance.
 * Null where no month has transactions.
 */
export function judgeLatestMonth(months: readonly MonthCount[]): MonthVerdict | null {
  const counted = months.filter(isCounted).toSorted((a, b) => (a.month < b.month ? -1 : 1));
  const latest = counted.at(-1);
  if (!latest) return null;
  const before = counted.slice(0, -1).slice(-mostMonths);
  const lastYear = counted.find(({ month }) => month === addMonths(latest.month, -12));
  return { month: latest.month, rate: rateOf(latest), yearBefore: lastYear ? rateOf(lastYear) : null, variation: variationOf(latest, before) };
}

function variationOf(latest: Counted, before: readonly Counted[]): Variation {
  if (before.length < leastMonths) return { kind: 'too-few-months', months: before.length + 1 };
  const complaints = before.reduce((sum, month) => sum + month.complaints, 0);
  if (complaints < leastComplaintsPerMonth * before.length) return { kind: 'too-few-complaints', months: before.length, complaints };
  const exposure = Float64Array.from(before, ({ transactions }) => transactions);
  const chart = laneyChart(Float64Array.from(before, (month) => month.complaints), exposure);
  const centre = chart.points[0]!.centre;
  // Few months can look calmer than chance allows; that would call ordinary months unusual.
  const half = 3 * Math.max(1, chart.sigmaZ) * Math.sqrt(centre / latest.transactions);
  const [lower, upper] = [Math.max(0, centre - half) * 10_000, (centre + half) * 10_000];
  const rate = rateOf(latest);
  return { kind: rate > upper ? 'above' : rate < lower ? 'below' : 'within', lower, upper };
}
