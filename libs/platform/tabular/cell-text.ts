import { err, ok, type Result } from '@skillhall/kernel';
import type { CellErrorCode } from './phrases.js';
import { isCellError, type Cell } from './table.js';

/**
 * Reads one cell. The error is a code of `cellErrors` or of the caller's own catalogue.
 * `allowed` are the words it takes, where it takes only some: for drop-down lists and messages.
 */
export interface Parser<T> {
  (cell: Cell): Result<T, string>;
  readonly allowed?: readonly string[];
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** A cell as a person sees it. */
export function shown(cell: Cell | undefined): string {
  if (typeof cell === 'string') return cell;
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) {
    const day = `${cell.getUTCFullYear()}-${pad(cell.getUTCMonth() + 1)}-${pad(cell.getUTCDate())}`;
    const time = `${pad(cell.getUTCHours())}:${pad(cell.getUTCMinutes())}:${pad(cell.getUTCSeconds())}`;
    return time === '00:00:00' ? day : `${day} ${time}`;
  }
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return typeof cell === 'number' ? String(cell) : cell.text;
}

const clean = /^[!-~\u4e00-\u9fff]*$/;
// Characters without width or meaning: zero-width blanks, marks of direction, byte order marks, control characters.
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Text without blanks around it (full-width ones too) and without invisible characters. */
export const tidy = (text: string): string =>
  clean.test(text) ? text : text.replace(/\r\n?/g, '\n').replace(invisible, '').trim();

/** Full-width letters, digits and signs as half-width ones, dashes as hyphens; for codes, numbers and dates. */
export function halfWidth(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text.trim();
  return tidy(text)
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ');
}

export function isBlank(cell: Cell | undefined): boolean {
  if (typeof cell !== 'string') return cell === null || cell === undefined;
  const first = cell.charCodeAt(0);
  // Nearly every cell begins with a visible character: no need to look further.
  if ((first > 0x20 && first < 0x7f) || (first >= 0x4e00 && first <= 0x9fff)) return false;
  return tidy(cell) === '';
}

/** Adds what every parser refuses alike: error cells and blanks. */
export const parser = <T>(read: (cell: Exclude<Cell, null>) => T | undefined, code: CellErrorCode): Parser<T> => {
  return (cell) => {
    if (cell === null || isBlank(cell)) return err('missing-value');
    if (isCellError(cell)) return err(cell.code);
    const value = read(cell);
    return value === undefined ? err(code) : ok(value);
  };
};

/** Text as it stands, tidied; numbers and dates as they are shown. */
export const text: Parser<string> = parser((cell) => tidy(shown(cell)), 'bad-text');

const han = '\\p{Script=Han}';
const betweenHan = new RegExp(`(?<=${han}) +(?=${han})`, 'gu');

/** A person's name: 王　伟, spread to line up with longer names, is 王伟; Latin names keep single blanks. */
export const name: Parser<string> = parser((cell) => {
  if (typeof cell !== 'string') return undefined;
  const plain = tidy(cell);
  return /\s/.test(plain) ? plain.replace(/\s+/g, ' ').replace(betweenHan, '') : plain;
}, 'bad-text');

/** Excel keeps 15 digits of a number; longer ones have lost their end. */
const exactDigits = 1e15;

/** A number or code that names something: 10001, "１０００１", "10001.0" and 1.5E+10 all as plain text. */
export const identifier: Parser<string> = (cell) => {
  if (cell === null || isBlank(cell)) return err('missing-value');
  if (isCellError(cell)) return err(cell.code);
  if (typeof cell === 'number') return numberName(cell);
  if (typeof cell !== 'string') return err('bad-identifier');
  const plain = halfWidth(cell).replace(/^'/, '');
  if (!plain.includes('.') && !plain.includes('+')) return ok(plain);
  const whole = /^(\d+)\.0+$/.exec(plain);
  if (whole) return ok(whole[1]!);
  const scientific = /^(\d)(?:\.(\d+))?E\+(\d{2,3})$/i.exec(plain);
  if (!scientific) return ok(plain);
  const fraction = scientific[2] ?? '';
  // A display of six digits of a longer number has lost the others.
  if (fraction.length >= 5 && Number(scientific[3]) > fraction.length) return err('digits-lost');
  return numberName(Number(plain));
};

function numberName(value: number): Result<string, string> {
  if (!Number.isInteger(value) || value < 0) return err('bad-identifier');
  return value >= exactDigits ? err('digits-lost') : ok(String(value));
}

const wordKey = (word: string): string => halfWidth(word).replace(/\s+/g, '').toLowerCase();

/** One of a list of words: `oneOf({ hall: ['营业厅', '厅'] })` reads 营业厅 as `hall`. The key itself is read too. */
export function oneOf<const K extends string>(words: Readonly<Record<K, readonly string[]>>): Parser<K> {
  const keys = new Map<string, K>();
  for (const key of Object.keys(words) as K[]) {
    for (const word of [...words[key], key]) keys.set(wordKey(word), key);
  }
  const read = parser((cell) => (typeof cell === 'string' ? keys.get(cell) : undefined) ?? keys.get(wordKey(shown(cell))), 'not-in-list');
  return Object.assign(read, { allowed: (Object.keys(words) as K[]).map((key) => words[key][0] ?? key) });
}

const yes = ['是', 'y', 'yes', 'true', 't', '1', '有', '√', '✓', '✔', '对', '對', '真'];
const no = ['否', '不是', 'n', 'no', 'false', 'f', '0', '无', '無', '没有', '沒有', '×', 'x', '✗', '✘', '错', '錯', '假'];

export const yesNo: Parser<boolean> = Object.assign(
  parser((cell) => {
    if (typeof cell === 'boolean') return cell;
    const word = wordKey(shown(cell));
    return yes.includes(word) ? true : no.includes(word) ? false : undefined;
  }, 'bad-yes-no'),
  { allowed: ['是', '否'] },
);
