import { halfWidth } from '../../plain.js';
import { truthOf } from '../../read-answer.js';

/** A key that stands in the question itself, and the question without it. */
export interface InlineKey {
  readonly letters: readonly string[];
  readonly stem: string;
  /** More than one pair of brackets held letters. */
  readonly several: boolean;
}

const gap = '（　）';
const lettersIn = (text: string): string[] => [...new Set(halfWidth(text).toUpperCase().match(/[A-L]/g) ?? [])].sort();
const inBrackets = /[([【_]\s*([A-L](?:[\s、,.;]*[A-L])*)\s*[)\]】_]/g;
const lowerInBrackets = /[([【]\s*([a-l](?:[\s、,.;]*[a-l])*)\s*[)\]】]/g;

/**
 * Letters in brackets, （ABD）; `known` are those of the options. Where several brackets hold letters the last one is the key of a question with one
 * right option, and all of them together that of a question with several.
 */
export function inlineLetters(stem: string, { several, lower, known }: { several: boolean; lower: boolean; known: string }): InlineKey | undefined {
  const norm = halfWidth(stem);
  let all = [...norm.matchAll(inBrackets)];
  if (!all.length && lower) all = [...norm.matchAll(lowerInBrackets)];
  // Brackets with a letter that is no option, （K）, are most likely part of the sentence.
  const fitting = all.filter(([, letters]) => lettersIn(letters!).every((letter) => known.includes(letter)));
  const found = fitting.length ? fitting : all;
  if (!found.length) return undefined;
  const taken = several && found.every(([, letters]) => lettersIn(letters!).length === 1) ? found : found.slice(-1);
  let without = stem;
  for (const { index, 0: whole } of [...taken].reverse()) without = index === 0 ? without.slice(whole.length).trim() : without.slice(0, index) + gap + without.slice(index + whole.length);
  return { letters: lettersIn(taken.map(([, letters]) => letters).join('')), stem: without, several: found.length > 1 };
}

const truthWords = '√|✓|✔|×|✗|✘|○|[XxVvTFOo]|对|错|對|錯|是|否|正确|错误|正確|錯誤|True|False|TRUE|FALSE';
const atEnd = new RegExp(`(?<!\\s)\\s*(?:[(\\[【]\\s*(${truthWords})\\s*[)\\]】]|(?<![A-Za-z])([√✓✔×✗✘]))\\s*([。.;；!]?)\\s*$`);
const atStart = new RegExp(`^\\s*[(\\[【]\\s*(${truthWords})\\s*[)\\]】]\\s*`);
const anywhere = new RegExp(`[(\\[【]\\s*(${truthWords})\\s*[)\\]】]`);
const emptyAtEnd = /(?<!\s)\s*[([【]\s*[)\]】]\s*([。.;；!]?)\s*$/;

/** `T` or `F` for the words and signs of an answer; V, O and X are how √, ○ and × are typed. */
export const truthIn = (text: string): 'T' | 'F' | undefined => (/^[vo○]$/i.test(text.trim()) ? 'T' : truthOf(text));

export interface InlineTruth {
  readonly truth: 'T' | 'F';
  readonly stem: string;
}

/** √ or × in brackets at the end (or the start) of a statement; `sure` looks for it in the middle too. */
export function inlineTruth(stem: string, sure: boolean): InlineTruth | undefined {
  const norm = halfWidth(stem);
  const end = atEnd.exec(norm);
  const word = end && (end[1] ?? end[2]);
  if (end && word) return { truth: truthIn(word)!, stem: closed(stem.slice(0, end.index), end[3]!) };
  const start = atStart.exec(norm) ?? (sure ? anywhere.exec(norm) : null);
  if (!start) return undefined;
  return { truth: truthIn(start[1]!)!, stem: (stem.slice(0, start.index) + stem.slice(start.index + start[0].length)).trim() };
}

/** A statement without the empty brackets in which its answer would be written. */
export function withoutGap(stem: string): string {
  const found = emptyAtEnd.exec(halfWidth(stem));
  return found ? closed(stem.slice(0, found.index), found[1]!) : stem;
}

/** The full stop that stood behind the brackets belongs to the statement if it has none. */
const closed = (text: string, stop: string): string => (stop === '' || /[。.！!？?；;]$/.test(text.trimEnd()) ? text.trimEnd() : `${text.trimEnd()}${stop === '.' ? '。' : stop}`);
