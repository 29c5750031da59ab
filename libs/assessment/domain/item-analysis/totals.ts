import { same } from './moments.js';
import type { ResponseTable } from './response-table.js';

/** What is added up along an attempt. An attempt that was asked nothing counts nowhere. */
export interface Totals {
  /** Per attempt: marks, the most that could be had, items asked. */
  readonly marks: Float64Array;
  readonly maxima: Float64Array;
  readonly asked: Uint32Array;
  /** Attempts that were asked something. */
  readonly attempts: number;
  /** Whether all of them were asked all items. */
  readonly complete: boolean;
  /** The maximum of the paper, null where papers differ in it. */
  readonly maximum: number | null;
}

export function totalsOf({ items, attempts, marks }: ResponseTable): Totals {
  const totals = { marks: new Float64Array(attempts), maxima: new Float64Array(attempts), asked: new Uint32Array(attempts) };
  for (const [index, { maximum }] of items.entries())
    for (let attempt = 0, cell = index * attempts; attempt < attempts; attempt++, cell++) {
      const mark = marks[cell]!;
      if (Number.isNaN(mark)) continue;
      totals.marks[attempt]! += mark;
      totals.maxima[attempt]! += maximum;
      totals.asked[attempt]!++;
    }
  let counted = 0;
  let complete = true;
  let maximum: number | null | undefined;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const asked = totals.asked[attempt]!;
    if (!asked) continue;
    counted++;
    complete &&= asked === items.length;
    const own = totals.maxima[attempt]!;
    if (maximum === undefined) maximum = own;
    else if (maximum !== null && !same(maximum, own)) maximum = null;
  }
  return { ...totals, attempts: counted, complete, maximum: maximum ?? null };
}

/** How attempts are compared: by marks, as Moodle does, or by share of the paper's maximum where papers differ in it. */
export type Comparison = 'marks' | 'share';

/** The attempts that were asked one item. */
export interface ItemColumn {
  readonly attempts: Uint32Array;
  readonly marks: Float64Array;
  /** Their total marks, and what they are compared by with and without the item. */
  readonly totals: Float64Array;
  readonly scores: Float64Array;
  readonly rest: Float64Array;
}

/** A share of nothing counts as nothing. */
const shareOf = (marks: number, maximum: number): number => (maximum > 0 ? marks / maximum : 0);

export function columnOf({ items, attempts, marks }: ResponseTable, item: number, totals: Totals, by: Comparison): ItemColumn {
  const own = marks.subarray(item * attempts, (item + 1) * attempts);
  let count = 0;
  for (let attempt = 0; attempt < attempts; attempt++) if (!Number.isNaN(own[attempt]!)) count++;
  const numbers = (): Float64Array => new Float64Array(count);
  const column = { attempts: new Uint32Array(count), marks: numbers(), totals: numbers(), scores: numbers(), rest: numbers() };
  const { maximum } = items[item]!;
  for (let attempt = 0, place = 0; attempt < attempts; attempt++) {
    const mark = own[attempt]!;
    if (Number.isNaN(mark)) continue;
    const [total, paper] = [totals.marks[attempt]!, totals.maxima[attempt]!];
    column.attempts[place] = attempt;
    column.marks[place] = mark;
    column.totals[place] = total;
    column.scores[place] = by === 'marks' ? total : shareOf(total, paper);
    column.rest[place] = by === 'marks' ? total - mark : shareOf(total - mark, paper - maximum);
    place++;
  }
  return column;
}
