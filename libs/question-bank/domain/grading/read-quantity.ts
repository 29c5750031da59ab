import { chineseMultiplier, chineseNumber, multiplierSigns } from './chinese-number.js';
import { divide, type Exact, exactOf, multiply, negated, readDecimal } from './exact.js';
import { evened } from './plain-text.js';
import { namesOf, plainUnit } from './units.js';

const arabic = new RegExp(`^(\\d+(?:\\.\\d*)?|\\.\\d+|\\d+(?:\\.\\d+)?e[+-]?\\d{1,2})([${multiplierSigns}]*)$`);

function readUnsigned(text: string): Exact | undefined {
  const digits = arabic.exec(text);
  if (digits) {
    const times = digits[2] ? chineseMultiplier(digits[2]) : 1;
    return times === undefined ? undefined : multiply(readDecimal(digits[1]!)!, exactOf(times));
  }
  const [whole, part, ...more] = text.split(/[点點]/);
  const read = whole ? chineseNumber(whole) : undefined;
  if (read === undefined || more.length) return undefined;
  const decimals = part === undefined ? '0' : chineseNumber(part);
  const isPlain = part === undefined || (decimals !== undefined && decimals.length === [...part].length);
  return isPlain ? readDecimal(`${read}.${decimals}`) : undefined;
}

/** A plain text (see `evened`) as a number: -12.5, 1.5万, 负三点五, 二十四. */
function readNumber(text: string): Exact | undefined {
  const [, sign, rest] = /^([+-]|负|負)?(.+)$/.exec(text) ?? [];
  const value = rest === undefined ? undefined : readUnsigned(rest);
  return value && sign && sign !== '+' ? negated(value) : value;
}

const shares = [
  { pattern: /^(.+)%$|^百分之(.+)$/, of: 100 },
  { pattern: /^(.+)‰$|^千分之(.+)$/, of: 1000 },
];

function readShare(text: string): Exact | undefined {
  for (const { pattern, of } of shares) {
    const found = pattern.exec(text);
    const share = found?.[1] ?? found?.[2];
    // 百分之百: 百 alone is no number elsewhere.
    const value = share === '百' ? exactOf(100) : share && readNumber(share);
    if (value) return divide(value, exactOf(of));
  }
  return undefined;
}

/**
 * The amount that somebody wrote into a blank, in the blank's unit: 220, 220V, 220 伏 and 0.22kV are all 220 of V.
 * A blank without unit takes plain numbers and shares (5% is 0.05). Undefined where it is no number, or of another unit.
 */
export function readQuantity(written: string, unit: string | null): Exact | undefined {
  const text = evened(written).toLowerCase().replace(/^[¥約约]+/, '').replace(/[.,;!]+$/, '');
  const bare = readNumber(text);
  if (bare || unit === null) return bare ?? readShare(text);
  if (plainUnit(unit) === '%') {
    const share = readShare(text);
    if (share) return multiply(share, exactOf(100));
  }
  for (const { name, times, over } of namesOf(unit)) {
    const value = text.endsWith(name) ? readNumber(text.slice(0, -name.length)) : undefined;
    if (value) return divide(multiply(value, times), over);
  }
  return undefined;
}
