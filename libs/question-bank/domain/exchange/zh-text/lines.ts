import { halfWidth, linesOf } from '../../plain.js';

/** A line without the blanks around it. `norm` is the same in half-width signs, so places in one are places in the other. */
export interface Line {
  readonly raw: string;
  readonly norm: string;
  readonly number: number;
}

const invisible = /[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]/g;

export const lineOf = (text: string, number: number): Line => {
  const raw = text.replace(invisible, '').trim();
  return { raw, norm: halfWidth(raw), number };
};

export const zhLines = (text: string): Line[] => linesOf(text).map((line, index) => lineOf(line, index + 1));

/** What of a line stands behind a place. */
export const behind = ({ raw, number }: Line, at: number): Line => lineOf(raw.slice(at), number);

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
  ['plain', /^第\s*(\d{1,4})\s*[题題]\s*[、.:,)]?\s*/],
  ['plain', /^[题題]\s*(\d{1,4})\s*[、.:)]\s*/],
  ['word', /^(?:问题|問題|小题|小題|问|問)\s*(\d{1,2}|[一二三四五六七八九十])\s*[:、.)]\s*/],
  ['plain', /^(\d{1,4})\s*[、.:)]\s*/],
  ['round', /^\(\s*(\d{1,4})\s*\)\s*[、.:]?\s*/],
  ['square', /^[[【]\s*(\d{1,4})\s*[\]】]\s*[、.:]?\s*/],
];

// As on Taiwanese papers: the key in brackets stands before the number.
const keyBefore = /^\(\s*([A-L]{1,8}|[○√×XVOo✓✗]|对|错|對|錯)\s*\)\s*(?=\d{1,4}\s*[、.)]\s*\D)/;

/** The number that a line begins with. */
export function numbered(line: Line): Numbered | undefined {
  const key = keyBefore.exec(line.norm);
  if (key) {
    const number = numbered(behind(line, key[0].length));
    return number && { ...number, rest: lineOf(`（${key[1]!}）${number.rest.raw}`, line.number) };
  }
  for (const [style, sign] of styles) {
    const found = sign.exec(line.norm);
    if (!found) continue;
    const [whole, number] = found;
    const doubtful = /[.:]$/.test(whole) && /^\d/.test(line.norm.slice(whole.length));
    return { style, number: Number(number) || '一二三四五六七八九十'.indexOf(number!) + 1, rest: behind(line, whole.length), doubtful };
  }
  return undefined;
}
