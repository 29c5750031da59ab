/** A day of the calendar as people write it, `2026-11-23`, without time or zone. */
export type CivilDate = string & { readonly __civilDate: true };
/** A month of the calendar, `2026-11`. */
export type CivilMonth = string & { readonly __civilMonth: true };

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** The day, or undefined where the calendar has no such day (30 February) or the year lies outside 1900–2200. */
export function civilDate(year: number, month: number, day: number): CivilDate | undefined {
  if (![year, month, day].every(Number.isInteger)) return undefined;
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as CivilDate;
}

/** The month, or undefined where there is none (month 13). */
export function civilMonth(year: number, month: number): CivilMonth | undefined {
  return civilDate(year, month, 1)?.slice(0, 7) as CivilMonth | undefined;
}

export function parseCivilDate(text: string): CivilDate | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts ? civilDate(Number(parts[1]), Number(parts[2]), Number(parts[3])) : undefined;
}

export function parseCivilMonth(text: string): CivilMonth | undefined {
  const parts = /^(\d{4})-(\d{2})$/.exec(text);
  return parts ? civilMonth(Number(parts[1]), Number(parts[2])) : undefined;
}

/** The day it is at `instant` in the time zone `timeZone`. */
export function civilDateIn(instant: Date, timeZone: string): CivilDate {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    instant,
  ) as CivilDate;
}

export const monthOf = (date: CivilDate): CivilMonth => date.slice(0, 7) as CivilMonth;

/** Months since year 0: differences count months. */
export const monthIndex = (month: CivilMonth): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;

export const monthFromIndex = (index: number): CivilMonth =>
  `${pad(Math.floor(index / 12), 4)}-${pad((index % 12) + 1, 2)}` as CivilMonth;

export const addMonths = (month: CivilMonth, months: number): CivilMonth => monthFromIndex(monthIndex(month) + months);
