import type { CivilMonth, Locale } from '@skillhall/kernel';

const decimalsOf = (rate: number): number => (rate >= 1 || rate === 0 ? 1 : rate >= 0.1 ? 2 : 3);

/**
 * A rate per 10,000 as people say it: 12.3, 2.1, 0.45; no more decimals than small counts can bear. Beside another
 * rate it is said as exactly as the larger of the two: 1.4 and 1.0, not 1.4 and 0.97.
 */
export const sayRate = (rate: number, beside = 0): string => rate.toFixed(decimalsOf(Math.max(rate, beside)));

/** A ratio with two decimals: 0.83; a third where two would say 1.00 of what is not. */
export function sayRatio(ratio: number): string {
  const said = ratio.toFixed(2);
  return said === '1.00' && ratio !== 1 ? ratio.toFixed(3) : said;
}

/** A share of a change as whole percent. */
export const sayPercent = (share: number): string => `${Math.round(share * 100)}%`;

const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

export function sayMonth(month: CivilMonth, locale: Locale): string {
  const [year, number] = [month.slice(0, 4), Number(month.slice(5))];
  return locale === 'en' ? `${monthNames[number - 1]} ${year}` : `${year}年${number}月`;
}
