import { err, ok } from '@skillhall/kernel';
import { halfWidth, parser, type Parser } from './cell-text.js';

const powers: Readonly<Record<string, string>> = { 千: 'e3', 万: 'e4', 萬: 'e4', 亿: 'e8', 億: 'e8' };
const counters = '笔筆人次个個件户戶台项項名条條份张張位元分家座场場天小时時';

const shape = new RegExp(
  `^([-+]?)(\\d{1,3}(?:,\\d{3})+|\\d{1,4}(?:,\\d{4})+|\\d+)(\\.\\d+)?([千万萬亿億]?)[${counters}]{0,2}$`,
);

/** Reads "3,914", "３９１４", "3914笔", "1.2万"; decimals are moved in the text, so 1.2万 is exactly 12000. */
function readNumber(cell: unknown): number | undefined {
  if (typeof cell === 'number') return cell;
  if (typeof cell !== 'string') return undefined;
  const parts = shape.exec(halfWidth(cell).replace(/ /g, ''));
  if (!parts) return undefined;
  const [, sign = '', whole = '', fraction = '', power = ''] = parts;
  return Number(`${sign}${whole.replaceAll(',', '')}${fraction}${powers[power] ?? ''}`);
}

/** Any finite number. */
export const number: Parser<number> = parser(readNumber, 'bad-number');

/** A whole number; what formulas leave behind (12000.000000000002) counts as whole. */
export const integer: Parser<number> = parser((cell) => {
  const value = readNumber(cell);
  if (value === undefined) return undefined;
  const whole = Math.round(value);
  const near = Math.abs(value - whole) <= 1e-9 * Math.max(1, Math.abs(value));
  return near && Number.isSafeInteger(whole) ? whole + 0 : undefined;
}, 'bad-integer');

/** A share as a fraction from 0 to 1: 55.8%, 0.541, and 54.1, since above 1 it can only mean percent. */
export const share: Parser<number> = parser((cell) => {
  if (typeof cell === 'number' && cell >= 0 && cell <= 1) return cell;
  if (typeof cell !== 'number' && typeof cell !== 'string') return undefined;
  const parts = /^(\d+(?:\.\d+)?)(%?)$/.exec(halfWidth(String(cell)).replace(/ /g, ''));
  if (!parts) return undefined;
  const percent = parts[2] === '%' || Number(parts[1]) > 1;
  const value = Number(percent ? `${parts[1]}e-2` : parts[1]);
  return value <= 1 ? value : undefined;
}, 'bad-share');

/** The same parser with bounds, both allowed themselves. */
export function within(
  base: Parser<number>,
  { min = -Infinity, max = Infinity }: { readonly min?: number; readonly max?: number },
): Parser<number> {
  return (cell) => {
    const read = base(cell);
    if (!read.ok) return read;
    return read.value >= min && read.value <= max ? ok(read.value) : err('out-of-range');
  };
}
