/**
 * Complaints per 10,000 transactions, or null where nothing was transacted: no rate is better than a made-up one.
 * Rounded to four decimals, finer than any count of complaints can tell.
 */
export function ratePer10k(complaints: number, transactions: number | null): number | null {
  if (transactions === null || transactions <= 0) return null;
  return Math.round((complaints / transactions) * 1e8) / 1e4;
}
