import { halfWidth, linesOf } from '../../plain.js';
import type { ExchangeMedia } from '../exchange-question.js';

type Span = readonly [from: number, to: number];

/** A line without the blanks around it. `norm` is the same in half-width signs, so places in one are places in the other. */
export interface Line {
  readonly raw: string;
  readonly norm: string;
  readonly number: number;
  /** What stands out in a document: bold, coloured or highlighted. */
  readonly strong?: readonly Span[];
  /** Names of the pictures in it. */
  readonly media?: readonly ExchangeMedia[];
}

const invisible = /[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]/g;

export function lineOf(text: string, number: number, strong: readonly Span[] = []): Line {
  const visible = text.replace(invisible, '');
  const raw = visible.trim();
  const line = { raw, norm: halfWidth(raw), number };
  if (!strong.length || visible.length < text.length) return line;
  const lead = text.length - text.trimStart().length;
  const inside = strong.map(([from, to]): Span => [Math.max(0, from - lead), Math.min(raw.length, to - lead)]).filter(([from, to]) => from < to);
  return inside.length ? { ...line, strong: inside } : line;
}

/** What of a line stands between two places. */
export const part = ({ raw, number, strong = [] }: Line, from: number, to = raw.length): Line => lineOf(raw.slice(from, to), number, strong.map(([start, end]): Span => [start - from, end - from]));

/** Whether nearly all of a line stands out. */
export const standsOut = ({ raw, strong = [] }: Line): boolean => raw !== '' && strong.reduce((sum, [from, to]) => sum + to - from, 0) >= raw.length * 0.7;

export const zhLines = (text: string): Line[] => linesOf(text).map((line, index) => lineOf(line, index + 1));

/** How questions are numbered: `1、` `1.` `1)` 第1题, or `（1）`, or `[1]`, or 问题1：. */
export type NumberStyle = 'plain' | 'round' | 'square' | 'word';

export interface Numbered {
  readonly style: NumberStyle;
  readonly number: number;
  readonly rest: Line;
  /** A digit stands behind the dot, so that it may as well be a number such as 3.10. */
  readonly doubtful: boolean;
}

const styles: readonly (readonly [NumberStyle, RegExp])[] = [
  ['plain', /^第\s*(\d{1,5})\s*[题題]\s*[、.:,)]?\s*/],
  ['plain', /^[题題]\s*(\d{1,5})\s*[、.:)]\s*/],
  ['word', /^(?:问题|問題|小题|小題|问|問)\s*(\d{1,2}|[一二三四五六七八九十])\s*[:、.)]\s*/],
  ['plain', /^(\d{1,5})\s*[、.:,)]\s*/],
  ['round', /^\(\s*(\d{1,5})\s*\)\s*[、.:]?\s*/],
  ['square', /^[[【]\s*(\d{1,5})\s*[\]】]\s*[、.:]?\s*/],
];

// As on Taiwanese papers: the key in brackets stands before the number.
const keyBefore = /^\(\s*([A-L]{1,8}|[○√×XVOo✓✗]|对|错|對|錯)\s*\)\s*(?=\d{1,5}\s*[、.)]\s*\D)/;

/** The number that a line begins with. */
export function numbered(line: Line): Numbered | undefined {
  const key = keyBefore.exec(line.norm);
  if (key) {
    const number = numbered(part(line, key[0].length));
    return number && { ...number, rest: lineOf(`（${key[1]!}）${number.rest.raw}`, line.number) };
  }
  for (const [style, sign] of styles) {
    const found = sign.exec(line.norm);
    if (!found) continue;
    const [whole, number] = found;
    const doubtful = /[.:,]$/.test(whole) && /^\d/.test(line.norm.slice(whole.length));
    return { style, number: Number(number) || '一二三四五六七八九十'.indexOf(number!) + 1, rest: part(line, whole.length), doubtful };
  }
  return undefined;
}
