import type { ExchangeMedia } from '../exchange-question.js';
import { htmlText } from '../html-text.js';

// While a question is taken apart, escaped signs are stood in for by characters that no text holds (Unicode keeps
// U+FDD0 to U+FDEF for such uses), so that a split never falls on one.
const escapable = '\\:#={}~n';
const standIn = (sign: string): string => String.fromCharCode(0xfdd0 + escapable.indexOf(sign));
const stoodFor = (code: string): string => escapable[code.charCodeAt(0) - 0xfdd0]!.replace('n', '\n');

export const hideEscapes = (text: string): string => text.replace(/[\ufdd0-\ufdef]/g, '').replace(/\\([\\:#={}~n])/g, (_, sign: string) => standIn(sign));
export const revealEscapes = (text: string): string => text.replace(/[\ufdd0-\ufdd7]/g, stoodFor);

export const escapeGift = (text: string): string => text.replace(/[\\:#={}~]/g, '\\$&').replace(/\r?\n/g, '\\n');

export type GiftFormat = 'moodle' | 'html' | 'markdown' | 'plain';
const formatMark = /^\[(moodle|html|markdown|plain)\]/i;

export interface GiftText {
  readonly text: string;
  readonly format: GiftFormat;
  readonly media: readonly ExchangeMedia[];
}

/** A text with its format mark; without one it is in the format of the question. */
export function readText(hidden: string, inherited: GiftFormat = 'moodle'): GiftText {
  const trimmed = hidden.trim();
  const mark = formatMark.exec(trimmed);
  const format = (mark?.[1]?.toLowerCase() as GiftFormat | undefined) ?? inherited;
  const text = revealEscapes(trimmed.slice(mark?.[0].length ?? 0)).trim();
  if (format === 'html') return { format, ...htmlText(text) };
  return { format, text: format === 'markdown' ? text : text.split('\n').map((line) => line.trim()).join('\n'), media: [] };
}

/** A text and the feedback behind `#`. */
export function readWithFeedback(hidden: string, inherited: GiftFormat): GiftText & { readonly feedback: string } {
  const at = hidden.indexOf('#');
  if (at < 0) return { ...readText(hidden, inherited), feedback: '' };
  const text = readText(hidden.slice(0, at), inherited);
  const feedback = readText(hidden.slice(at + 1), inherited);
  return { ...text, feedback: feedback.text, media: [...text.media, ...feedback.media] };
}
