import { lineOf, numbered, part, type Line } from './lines.js';

export interface KeyEntry {
  readonly number: number;
  readonly value: Line;
  /** Fields may stand behind the key: 1.B 解析：… */
  readonly more: Line[];
}

const keySign = '[A-L](?:[、,\\s]*[A-L])*|√|×|✓|✗|✔|✘|对|错|對|錯|正确|错误|正確|錯誤|[TF]';
const range = /(\d{1,5})\s*(?:[-~]|[—–－至到]+)\s*(\d{1,5})\s*[题題]?\s*[:.、]?\s*([A-L√×✓✗✔✘对错對錯TF][A-L√×✓✗✔✘对错對錯TF\s、,，;；|]*)(?=\s|\d|$|[。;])/g;
const single = new RegExp(`(?:第?\\s*(\\d{1,5})\\s*[题題]?\\s*[.、:)]\\s*|\\(\\s*(\\d{1,5})\\s*\\)\\s*|(?<=^|\\s)(\\d{1,5})\\s*)(${keySign})(?=[\\s;；,，。.、|]|\\d|\\(|$)`, 'g');

/** The keys of 1-5 ABCDA: a letter each, or as many groups as there are numbers. */
function ofRange([, from, to, keys]: RegExpMatchArray, line: Line): KeyEntry[] | undefined {
  const count = Number(to) - Number(from) + 1;
  if (count < 1 || count > 500) return undefined;
  const groups = keys!.split(/[\s、,，;；|]+/).filter((group) => group !== '');
  const each = groups.length === count ? groups : [...keys!.replace(/[\s、,，;；|]+/g, '')];
  return each.slice(0, count).map((key, index) => ({ number: Number(from) + index, value: lineOf(key, line.number), more: [] }));
}

/** Keys in one line, `1-5 ABCDA 6-10 …` or `1.A 2.BD 3.√`; undefined where the line is no such list. */
export function keysOf(line: Line): KeyEntry[] | undefined {
  const ranges = [...line.norm.matchAll(range)];
  if (ranges.length) {
    const entries = ranges.flatMap((found) => ofRange(found, line) ?? []);
    return entries.length ? entries : undefined;
  }
  const singles = [...line.norm.matchAll(single)];
  const covered = singles.reduce((sum, [whole]) => sum + whole.length, 0);
  // Little else than keys may stand there, or it is a sentence.
  if (!singles.length || covered < line.norm.replace(/[\s;；,，。.、|]/g, '').length * 0.8) return undefined;
  return singles.map(([, first, second, third, key]) => ({ number: Number(first ?? second ?? third), value: lineOf(key!, line.number), more: [] }));
}

/** Whether a line is one of a list of keys; one key alone is, if it stands behind a number. */
export const looksLikeKeys = (line: Line): boolean => keysOf(line) !== undefined;

/** Answers in words that stand on one line, 1. 50  2. 国家电网: the next one begins where the next number stands. */
function inWords(first: number, line: Line): KeyEntry[] {
  const entries: KeyEntry[] = [];
  let [number, rest] = [first, line];
  for (;;) {
    const next = new RegExp(`(?<=[\\s;；])\\(?${number + 1}\\s*[、.)](?!\\d)\\s*`).exec(rest.norm);
    entries.push({ number, value: next ? part(rest, 0, next.index) : rest, more: [] });
    if (!next) return entries.map((entry) => ({ ...entry, value: lineOf(entry.value.raw.replace(entries.length > 1 ? /[;；]$/ : '', ''), line.number) }));
    [number, rest] = [number + 1, part(rest, next.index + next[0].length)];
  }
}

/** The keys under a heading 参考答案: lists in a line, or an answer in words behind each number. */
export class KeyList {
  readonly entries: KeyEntry[] = [];

  add(line: Line): boolean {
    const keys = keysOf(line);
    if (keys) {
      this.entries.push(...keys);
      return true;
    }
    const start = numbered(line);
    const last = this.entries.at(-1);
    if (start && !start.doubtful && (!last || start.number > last.number || start.number === 1)) {
      this.entries.push(...inWords(start.number, start.rest));
      return true;
    }
    if (!last) return false;
    last.more.push(line);
    return true;
  }
}
