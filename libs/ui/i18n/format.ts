import type { Locale } from './locale.js';
import { useLocale } from './use-locale.js';

/** Halls work by the clock on their wall. */
const timeZone = 'Asia/Shanghai';
const missing = '–';

export interface Format {
  /** 2026年11月23日 */
  readonly date: (value: string | null | undefined) => string;
  /** 11-23 周一 */
  readonly day: (value: string | null | undefined) => string;
  /** 11-23 09:41 */
  readonly moment: (value: string | null | undefined) => string;
  /** 09:41 */
  readonly time: (value: string | null | undefined) => string;
  /** 2026年11月 */
  readonly month: (value: string | null | undefined) => string;
  /** 12,345 */
  readonly count: (value: number | null | undefined) => string;
  /** Rates: so many decimals, no more than the data carry. */
  readonly decimal: (value: number | null | undefined, digits?: number) => string;
  /** Marks, hours: 4 as 4, 4.5 with so many decimals. */
  readonly short: (value: number | null | undefined, digits?: number) => string;
  /** 0.541 → 54% */
  readonly share: (value: number | null | undefined, digits?: number) => string;
}

const instant = (value: string): Date =>
  /^\d{4}-\d{2}$/.test(value) ? new Date(`${value}-01T00:00:00+08:00`)
  : /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00+08:00`)
  : new Date(/(Z|[+-]\d{2}:?\d{2})$/.test(value) ? value : `${value}+08:00`);

const said = <T>(write: (value: T) => string) => (value: T | null | undefined): string =>
  value === null || value === undefined ? missing : write(value);

export function formatFor(locale: Locale): Format {
  const by = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone, ...options });
  // English months are long words; Chinese ones are numbers.
  const long = by({ year: 'numeric', month: locale === 'en' ? 'short' : 'long', day: 'numeric' });
  const month = by({ year: 'numeric', month: 'long' });
  const weekday = by({ weekday: 'short' });
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' });
  const split = (date: Date) => Object.fromEntries(parts.formatToParts(date).map(({ type, value }) => [type, value]));
  const shortDay = (date: Date): string => `${split(date)['month']}-${split(date)['day']}`;
  const timeOfDay = (date: Date): string => `${split(date)['hour']}:${split(date)['minute']}`;
  const decimals = (digits: number) => new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return {
    date: said((value: string) => long.format(instant(value))),
    day: said((value: string) => `${shortDay(instant(value))} ${weekday.format(instant(value))}`),
    moment: said((value: string) => `${shortDay(instant(value))} ${timeOfDay(instant(value))}`),
    time: said((value: string) => timeOfDay(instant(value))),
    month: said((value: string) => month.format(instant(value))),
    count: said((value: number) => decimals(0).format(value)),
    decimal: (value, digits = 1) => said((number: number) => decimals(digits).format(number))(value),
    short: (value, digits = 1) => said((number: number) => decimals(Number.isInteger(number) ? 0 : digits).format(number))(value),
    share: (value, digits = 0) => said((number: number) => `${decimals(digits).format(number * 100)}%`)(value),
  };
}

const formats = new Map<Locale, Format>();

export function useFormat(): Format {
  const locale = useLocale();
  if (!formats.has(locale)) formats.set(locale, formatFor(locale));
  return formats.get(locale)!;
}
