import { numberIn, tidyCredit, tidyNumber } from '../../plain.js';
import type { ExchangeMedia } from '../exchange-question.js';
import { readWithFeedback, type GiftFormat } from './gift-text.js';

export interface GiftAnswer {
  /** `=` before it. */
  readonly right: boolean;
  /** Credit that its `%…%` gives it; undefined where there is none. */
  readonly weight: number | undefined;
  readonly text: string;
  readonly feedback: string;
  readonly media: readonly ExchangeMedia[];
  /** Where it begins in the section. */
  readonly at: number;
  /** What stands there, weight and feedback included, before it was read. */
  readonly body: string;
}

const weightMark = /^\s*%(-?\d+(?:[.,]\d*)?)%/;

/** The answers of a section between braces. What stands before the first sign is one as well, a wrong one of a choice, as Moodle takes it. */
export function splitAnswers(section: string, format: GiftFormat): GiftAnswer[] {
  const answers: GiftAnswer[] = [];
  for (const { 0: whole, 1: sign, 2: body = '', index: at } of section.matchAll(/([=~]?)([^=~]*)/g)) {
    if (whole.trim() === '') continue;
    // `~=right` is how some programs write a right answer.
    if (sign === '~' && body.trim() === '') continue;
    const mark = weightMark.exec(body);
    const rest = body.slice(mark?.[0].length ?? 0);
    const weight = mark ? tidyCredit(Number(mark[1]!.replace(',', '.')) / 100) : undefined;
    answers.push({ right: sign === '=', weight, ...readWithFeedback(rest, format), at, body });
  }
  return answers;
}

export interface GiftNumber {
  readonly value: number;
  readonly tolerance: number;
}

/** `3`, `3:0.5` and `2.5..3.5`; undefined for anything else. */
export function readNumber(text: string): GiftNumber | undefined {
  const range = /^(.+?)\.\.(.+)$/.exec(text);
  if (range) {
    const [least, most] = [numberIn(range[1]!), numberIn(range[2]!)];
    if (least === undefined || most === undefined || most < least) return undefined;
    return { value: tidyNumber((least + most) / 2), tolerance: tidyNumber((most - least) / 2) };
  }
  const [value, tolerance] = text.split(':', 2).map(numberIn);
  if (value === undefined || (text.includes(':') && !(tolerance !== undefined && tolerance >= 0))) return undefined;
  return { value, tolerance: tolerance ?? 0 };
}
