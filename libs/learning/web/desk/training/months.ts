import { addMonths, type CivilMonth } from '@skillhall/kernel';

export const thisMonth = (now = new Date()): CivilMonth => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit' }).format(now) as CivilMonth;
export const today = (now = new Date()): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(now);

/** Months around this one, the latest first; plans are also written down afterwards. */
export const monthsAround = (before: number, after: number, from = thisMonth()): CivilMonth[] => Array.from({ length: before + after + 1 }, (_, index) => addMonths(from, after - index));
