import { civilDate, civilMonth, err, ok, type CivilDate, type CivilMonth, type Result } from '@skillhall/kernel';
import { halfWidth, isBlank, parser, type Parser } from './cell-text.js';
import { dateOfSerial, lastSerial } from './number-format.js';
import { isCellError, type Cell } from './table.js';

/** Day numbers below are years or slips (2024 would be 1905-07-16): 10000 is 1927-05-18. */
const firstSerial = 10_000;

interface Moment {
  readonly day: CivilDate;
  /** `HH:mm:ss` */
  readonly time: string;
}

const pad = (value: number): string => String(value).padStart(2, '0');

function momentOf(date: Date): Moment | undefined {
  const day = civilDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
  return day && { day, time: `${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}:${pad(date.getUTCSeconds())}` };
}

function momentOfNumber(value: number): Moment | undefined {
  if (value >= firstSerial && value < lastSerial + 1) {
    const date = dateOfSerial(value);
    return date && momentOf(date);
  }
  return Number.isInteger(value) && value >= 19_000_101 ? momentOfText(String(value)) : undefined;
}

const digits = '〇一二三四五六七八九';

/** A year read digit by digit (二〇二四) or a month or day as counted (三十一, 廿五); digits as they are. */
function chineseNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const plain = text.replace(/[零○Ｏ]/g, '〇').replace(/廿/g, '二十').replace(/卅/g, '三十');
  const value = (sign: string): number => digits.indexOf(sign);
  if (plain.length === 4 && [...plain].every((sign) => value(sign) >= 0)) {
    return [...plain].reduce((sum, sign) => sum * 10 + value(sign), 0);
  }
  const counted = /^([二三]?)(十?)([一二三四五六七八九]?)$/.exec(plain);
  if (!counted || plain === '' || (counted[1] !== '' && counted[2] === '' && counted[3] !== '')) return Number.NaN;
  const [, tens = '', ten = '', ones = ''] = counted;
  if (ten === '') return value(tens || ones);
  return (tens === '' ? 1 : value(tens)) * 10 + (ones === '' ? 0 : value(ones));
}

const half = '上午|早上|凌晨|中午|下午|晚上|am|pm';
const afterHour = '(\\d{1,2})(?::(\\d{1,2})(?:\\.\\d+)?|分(?:(\\d{1,2})秒)?)?';
const time = new RegExp(`^(?:T| )?(${half})? ?(\\d{1,2})[:时時点點](?:${afterHour})? ?(am|pm)?$`, 'i');

/** `HH:mm:ss` of the rest behind a date; midnight where there is none. */
function timeOf(rest: string): string | undefined {
  if (rest === '') return '00:00:00';
  const parts = time.exec(rest);
  if (!parts) return undefined;
  const part = (parts[1] ?? parts[6] ?? '').toLowerCase();
  let hour = Number(parts[2]);
  const minute = Number(parts[3] ?? 0);
  const second = Number(parts[4] ?? parts[5] ?? 0);
  if (/下午|晚上|pm/.test(part) && hour < 12) hour += 12;
  else if (part === '中午' && hour < 3) hour += 12;
  else if (/凌晨|上午|am/.test(part) && hour === 12) hour = 0;
  return hour < 24 && minute < 60 && second < 60 ? `${pad(hour)}:${pad(minute)}:${pad(second)}` : undefined;
}

const numeric = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(.*)$/;
const compact = /^(\d{4})(\d\d)(\d\d)(?: ?(\d\d)(\d\d)(\d\d)?)?$/;
const written = /^([^年]{4})年([^月]{1,3})月([^日号號]{1,3})[日号號](.*)$/;
const weekday = /\(?(?:星期|周|週|礼拜|禮拜)[一二三四五六日天]\)?/;

/** No date is longer; a cell of 30,000 blanks should not keep the patterns busy. */
const longest = 60;

function momentOfText(raw: string): Moment | undefined {
  if (raw.length > longest) return undefined;
  const text = halfWidth(raw);
  const simple = numeric.exec(text);
  if (simple && /^$|^[T ]/.test(simple[5]!)) {
    const found = join(civilDate(Number(simple[1]), Number(simple[3]), Number(simple[4])), simple[5]!);
    if (found) return found;
  }
  const tight = text.replace(weekday, ' ').replace(/ *([-/.:年月日号號]) */g, '$1').replace(/ +/g, ' ').trim();
  const packed = compact.exec(tight);
  if (packed) {
    const clock = packed[4] === undefined ? '' : ` ${packed[4]}:${packed[5]}:${packed[6] ?? '00'}`;
    return join(civilDate(Number(packed[1]), Number(packed[2]), Number(packed[3])), clock);
  }
  const parts = numeric.exec(tight);
  // "2024-1-58:37" would be 2024-1-5 at 8:37 with the blank lost, or nonsense: a time needs its mark.
  if (parts && /^$|^[T ]|^[^\d:]/.test(parts[5]!)) {
    return join(civilDate(Number(parts[1]), Number(parts[3]), Number(parts[4])), parts[5]!);
  }
  const said = written.exec(tight);
  if (said) {
    const [year, month, day] = [said[1]!, said[2]!, said[3]!].map(chineseNumber);
    return join(civilDate(year!, month!, day!), said[4]!);
  }
  return /^\d{5}(\.\d+)?$/.test(tight) ? momentOfNumber(Number(tight)) : undefined;
}

function join(day: CivilDate | undefined, rest: string): Moment | undefined {
  const clock = timeOf(rest);
  return day !== undefined && clock !== undefined ? { day, time: clock } : undefined;
}

function readMoment(cell: Exclude<Cell, null>): Moment | undefined {
  if (cell instanceof Date) return momentOf(cell);
  if (typeof cell === 'number') return momentOfNumber(cell);
  return typeof cell === 'string' ? momentOfText(cell) : undefined;
}

/** Days read before, by their moment: a column of dates names few days many times. */
const daysRead = new Map<number, CivilDate>();
const mostDays = 20_000;

function dayOf(date: Date): CivilDate | undefined {
  const moment = date.getTime();
  const known = daysRead.get(moment);
  if (known !== undefined) return known;
  const day = momentOf(date)?.day;
  if (day !== undefined && daysRead.size < mostDays) daysRead.set(moment, day);
  return day;
}

/** A day, in any of the forms people write and Excel keeps; a time behind it must be sound and is dropped. */
export const date: Parser<CivilDate> = parser((cell) => (cell instanceof Date ? dayOf(cell) : readMoment(cell)?.day), 'bad-date');

/** `YYYY-MM-DDTHH:mm:ss` as the clock on the wall showed it; a day alone means its first second. */
export const dateTime: Parser<string> = parser((cell) => {
  const moment = readMoment(cell);
  return moment && `${moment.day}T${moment.time}`;
}, 'bad-date');

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function monthOfText(raw: string): CivilMonth | undefined {
  if (raw.length > longest) return undefined;
  const text = halfWidth(raw).replace(/ *([-/.年月]) */g, '$1');
  const plain = /^(\d{4})[-/.](\d{1,2})$/.exec(text) ?? /^(\d{4})(\d\d)$/.exec(text);
  if (plain) return civilMonth(Number(plain[1]), Number(plain[2]));
  const said = /^([^年]{4})年([^月]{1,3})月份?$/.exec(text);
  if (said) return civilMonth(chineseNumber(said[1]!), chineseNumber(said[2]!));
  const english = /^([a-z]{3})[a-z]*[- .]*(\d{4}|\d\d)$/i.exec(text);
  if (english) {
    const year = Number(english[2]);
    return civilMonth(year < 100 ? 2000 + year : year, monthNames.indexOf(english[1]!.toLowerCase()) + 1);
  }
  return momentOfText(raw)?.day.slice(0, 7) as CivilMonth | undefined;
}

/** Reads 2024.02 typed as a number; 2024.1 stays open between January and a 2024.10 that lost its zero. */
function monthOfNumber(value: number): Result<CivilMonth, string> {
  const [year, part] = String(value).split('.');
  if (year?.length === 4 && part === '1') return err('ambiguous-month');
  // Day numbers end below 190001, the first month written without a mark: the two cannot be mistaken.
  const found =
    value >= firstSerial && value < lastSerial + 1
      ? (momentOfNumber(value)?.day.slice(0, 7) as CivilMonth | undefined)
      : monthOfText(String(value));
  return found === undefined ? err('bad-month') : ok(found);
}

/** A month: 2024-01, 2024/1, 2024年1月, 202401, 2024.1, Jan-24, or any day in it. */
export const month: Parser<CivilMonth> = (cell) => {
  if (cell === null || isBlank(cell)) return err('missing-value');
  if (isCellError(cell)) return err(cell.code);
  if (typeof cell === 'number') return monthOfNumber(cell);
  const found =
    cell instanceof Date ? (momentOf(cell)?.day.slice(0, 7) as CivilMonth | undefined) : monthOfText(String(cell));
  return found === undefined ? err('bad-month') : ok(found);
};
