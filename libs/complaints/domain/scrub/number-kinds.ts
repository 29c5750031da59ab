import type { Placeholder } from './draft.js';

const validDay = (digits: string): boolean => /^(?:1[89]|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(digits);

/** What a number of exactly these digits (an X may end an identity number) is, where its form alone says so. */
export function kindOfNumber(digits: string): Placeholder | undefined {
  if (/^\d{17}[\dX]$/.test(digits) && validDay(digits.slice(6, 14))) return 'identity';
  if (/^\d{15}$/.test(digits) && validDay(`19${digits.slice(6, 12)}`)) return 'identity';
  if (digits.endsWith('X')) return undefined;
  if (/^(?:0|86|0086)?1\d{10}$/.test(digits)) return 'phone';
  if (/^(?:86|0086)?0?(?:10|2\d|[3-9]\d{2})\d{7,8}$/.test(digits) && /^(?:0|86)/.test(digits)) return 'phone';
  // Taiwan: mobiles, then landlines with their area code.
  if (/^09\d{8}$/.test(digits) || /^0[2-8]\d{7,8}$/.test(digits) || /^(?:00)?886\d{8,9}$/.test(digits)) return 'phone';
  if (/^[48]00\d{7}$/.test(digits)) return 'phone';
  if (/^[3-6]\d{15,18}$/.test(digits)) return 'card';
  if (/^\d{10}$|^\d{13}$/.test(digits)) return 'account';
  return undefined;
}

export interface Group {
  readonly from: number;
  readonly to: number;
  readonly digits: string;
}

export interface NumberSpan {
  readonly from: number;
  readonly to: number;
  readonly kind: Placeholder;
}

/** Shorter numbers than this point at nobody: hotlines, amounts, windows. */
const leastDigits = 7;
const mostGroups = 24;

/**
 * Cuts groups of digits that stand close together into numbers: `138 0013 8000` is one telephone number, two of
 * them in a row are two. What fits no known form is hidden all the same where seven or more digits come together.
 */
export function numbersIn(groups: readonly Group[]): NumberSpan[] {
  const cost: number[] = [0];
  const choice: { readonly start: number; readonly kind: Placeholder | undefined }[] = [];
  for (let end = 1; end <= groups.length; end++) {
    cost[end] = cost[end - 1]! + 10 * groups[end - 1]!.digits.length;
    choice[end] = { start: end - 1, kind: undefined };
    let digits = '';
    for (let start = end - 1; start >= Math.max(0, end - mostGroups); start--) {
      digits = groups[start]!.digits + digits;
      const kind = kindOfNumber(digits);
      const whole = start === end - 1 || (start === 0 && end === groups.length);
      // Ten or thirteen figures say little: pieces make such a number only where nothing else stands beside them.
      if (!kind || (kind === 'account' && !whole) || cost[start]! + 1 >= cost[end]!) continue;
      cost[end] = cost[start]! + 1;
      choice[end] = { start, kind };
    }
  }
  const spans: NumberSpan[] = [];
  let loose: Group[] = [];
  const closeLoose = (): void => {
    const length = loose.reduce((sum, { digits }) => sum + digits.length, 0);
    if (length >= leastDigits) spans.push({ from: loose.at(-1)!.from, to: loose[0]!.to, kind: 'number' });
    loose = [];
  };
  for (let end = groups.length; end > 0; end = choice[end]!.start) {
    const { start, kind } = choice[end]!;
    if (!kind) loose.push(groups[start]!);
    else {
      closeLoose();
      spans.push({ from: groups[start]!.from, to: groups[end - 1]!.to, kind });
    }
  }
  closeLoose();
  return spans;
}
