import { halfWidth } from '../../plain.js';
import { blankSign } from '../exchange-question.js';

const run = /_{2,}|(?:_\s){2,}_?/g;
const emptyBrackets = /[([【][ \t]*[)\]】]/g;
const filled = /(?<!_)_{2,}[ \t]*([^_\n]{1,80}?)[ \t]*_{2,}/g;
const filledBrackets = /[([【]([^()[\]【】\n]{1,60})[)\]】]/g;

export interface Blanks {
  readonly stem: string;
  readonly count: number;
  /** What stood in the blanks, if they were filled. */
  readonly answers: readonly string[] | null;
}

/** Puts the sign of a blank where a pattern is found in the half-width text; places are the same in both. */
function replaced(text: string, pattern: RegExp): { stem: string; inside: string[] } {
  let [stem, from] = ['', 0];
  const inside: string[] = [];
  for (const found of halfWidth(text).matchAll(pattern)) {
    stem += text.slice(from, found.index) + blankSign;
    from = found.index + found[0].length;
    const at = found[1] === undefined ? -1 : found[0].indexOf(found[1]);
    inside.push(at < 0 ? '' : text.slice(found.index + at, found.index + at + found[1]!.length).trim());
  }
  return { stem: stem + text.slice(from), inside };
}

const underlined = /(?<!_)__(?!_)([^_\n]+)(?<!_)__(?!_)/g;

/** The blanks of a stem whose answers stand elsewhere; underlined words are only words beside blanks. */
export function emptyBlanks(said: string): Blanks {
  const words = said.match(underlined);
  const text = words ? said.replace(underlined, /_{3,}/.test(said) ? '$1' : '____') : said;
  const runs = replaced(text, run);
  if (runs.inside.length) return { stem: runs.stem, count: runs.inside.length, answers: null };
  const brackets = replaced(text, emptyBrackets);
  return { stem: brackets.stem, count: brackets.inside.length, answers: null };
}

/** The blanks of a stem that holds its answers: __99%__, or in a question to fill in （99%）. */
export function filledBlanks(text: string, inBrackets: boolean): Blanks | undefined {
  for (const pattern of inBrackets ? [filled, filledBrackets] : [filled]) {
    const { stem, inside } = replaced(text, pattern);
    if (inside.length) return { stem, count: inside.length, answers: inside };
  }
  return undefined;
}

const atEnd = /[([【]([^()[\]【】\n]{1,60})[)\]】]\s{0,9}[。.]?$/;

/** Blanks whose answer stands in brackets at the end: 频率是____赫兹。（50） */
export function answeredBehind(text: string): Blanks | undefined {
  const found = atEnd.exec(halfWidth(text).trimEnd());
  if (!found || found[1]!.trim() === '' || !text.slice(0, found.index).includes('__')) return undefined;
  const blanks = emptyBlanks(text.slice(0, found.index).trimEnd());
  return { ...blanks, answers: splitAnswers(text.slice(found.index + 1, found.index + 1 + found[1]!.length), blanks.count) };
}

const listed = /(?:^|[\s；;，,、。])(?:\((\d{1,2})\)|([①②③④⑤⑥⑦⑧⑨⑩])|(\d{1,2})[、.)](?!\d))\s*/g;

/** The answers of several blanks as they stand in one line, divided in the way that gives as many as there are blanks. */
export function splitAnswers(text: string, count: number): string[] {
  const plain = text.trim().replace(/[。.]$/, '');
  const norm = halfWidth(plain);
  const marks = [...norm.matchAll(listed)];
  if (marks.length > 1 && marks[0]!.index === 0) {
    return marks.map(({ index, 0: whole }, at) => plain.slice(index + whole.length, marks[at + 1]?.index ?? plain.length).trim().replace(/[；;，,、]$/, ''));
  }
  const ways = [/;/, /\n/, /、/, /,/, /\t| {2,}/, /\s+/].map((sign) => cut(plain, norm, sign));
  return ways.find((parts) => parts.length === count) ?? (ways[0]!.length > 1 ? ways[0]! : [plain]);
}

/** Cuts a text where its half-width form has a sign. */
function cut(text: string, norm: string, sign: RegExp): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const { index, 0: whole } of norm.matchAll(new RegExp(sign, 'g'))) {
    parts.push(text.slice(from, index));
    from = index + whole.length;
  }
  return [...parts, text.slice(from)].map((part) => part.trim()).filter((part) => part !== '');
}

/** What may stand in one blank: 国家电网|国网, or 国家电网（或国网）. */
export const alternatives = (text: string): string[] =>
  text
    .replace(/[（(]或(?:者|写)?[:：]?\s*([^（()）]+)[)）]$/, '|$1')
    .split(/(?<!\s)\s*[|｜]\s*|(?<!\s)\s+\/\s+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
