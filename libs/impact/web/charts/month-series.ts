/** One month as the charts need it. */
export interface MonthPoint {
  readonly month: string;
  readonly transactions: number | null;
  readonly complaints: number;
  readonly counterComplaints: number;
  readonly ratePer10k: number | null;
  readonly coverage: number | null;
}

/** Below so many complaints a month's rate jumps mostly by chance: it is drawn hollow. */
export const few = 5;

/** The last `count` months from the first one that tells anything. */
export function monthsToShow<Month extends MonthPoint>(months: readonly Month[], count: number): readonly Month[] {
  const last = months.slice(-count);
  const first = last.findIndex(({ transactions, complaints }) => transactions !== null || complaints > 0);
  return first < 0 ? [] : last.slice(first);
}

export interface Pooled {
  readonly complaints: number;
  readonly ratePer10k: number | null;
}

/**
 * Complaints and rate of several months together. The rate is that of the months weighted by their transactions, so
 * halls that have not handed in transactions stay out of it, as they do in each month's rate.
 */
export function pooled(months: readonly Pick<MonthPoint, 'transactions' | 'counterComplaints' | 'ratePer10k'>[]): Pooled {
  let complaints = 0;
  let weighted = 0;
  let transactions = 0;
  for (const month of months) {
    complaints += month.counterComplaints;
    if (month.transactions === null || month.ratePer10k === null) continue;
    weighted += month.ratePer10k * month.transactions;
    transactions += month.transactions;
  }
  return { complaints, ratePer10k: transactions === 0 ? null : weighted / transactions };
}

export interface Finding {
  /** Months in each of the two times compared. */
  readonly n: number;
  readonly now: Pooled;
  /** Missing when there are too few months for two times of equal length. */
  readonly before: Pooled | undefined;
}

/** The last year beside the year before it; with less, all months by themselves. */
export function finding(months: readonly MonthPoint[]): Finding {
  const n = 12;
  if (months.length < 2 * n) return { n: months.length, now: pooled(months), before: undefined };
  return { n, now: pooled(months.slice(-n)), before: pooled(months.slice(-2 * n, -n)) };
}

/** Decimals that the count behind a rate carries: one, two for rates so small that one would show nothing. */
export const rateDigits = (rate: number | null): number => (rate !== null && rate > 0 && rate < 1 ? 2 : 1);
