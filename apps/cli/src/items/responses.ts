import { type AnalysedItem, emptyTable, type ItemOption, randomGuessScore, type ResponseTable } from '@skillhall/assessment/domain';
import { CommandFailure } from '../failure.js';
import { numberIn, wrongCell } from '../tables/row.js';

/** How a file of responses is to be read. */
export interface ReadOptions {
  /** One maximum for all items, or one for each in order. */
  readonly maxMarks?: readonly number[];
  /** Title of the column of attempts; `none` where there is none. */
  readonly idColumn?: string;
  readonly ignore: readonly string[];
  /** What an empty cell means: the item was not asked, or it was left out and is worth 0. */
  readonly blank: 'not-seen' | 'zero';
  /** Options of a single-choice item, where the file does not name them. */
  readonly options?: number;
}

/** Where the maximum marks came from, the last where nobody gave any: the largest mark in the file, at least 1. */
export type MaximumSource = 'option' | 'row' | 'title' | 'column' | 'largest-seen';

export interface Responses {
  readonly table: ResponseTable;
  readonly layout: 'wide' | 'long';
  /** Title of the column that tells attempts apart, null where each row is one. */
  readonly idColumn: string | null;
  readonly ignoredColumns: readonly string[];
  readonly maximumFrom: MaximumSource;
}

const nothing = /^(|-|–|na|n\/a|null|nan)$/i;
export const isNothing = (text: string): boolean => nothing.test(text);

/** The mark in a cell; NaN where the item was not asked. */
export function markIn(text: string, row: number, column: string, blank: ReadOptions['blank']): number {
  if (isNothing(text)) return blank === 'zero' ? 0 : NaN;
  return numberIn(text, row, column);
}

export function maximumIn(text: string, row: number, column: string): number {
  const value = numberIn(text, row, column);
  if (value < 0) throw wrongCell(row, column, 'below-zero', `${value} is below 0`);
  return value;
}

/** What `--max-marks` says of each of the items. */
export function maximaOf(maxMarks: readonly number[] | undefined, items: number): readonly number[] | undefined {
  if (!maxMarks || maxMarks.length === items) return maxMarks;
  if (maxMarks.length === 1) return Array.from({ length: items }, () => maxMarks[0]!);
  throw new CommandFailure(`--max-marks names ${maxMarks.length} items, the file has ${items}.`, 2, false, { code: 'max-marks-count', given: maxMarks.length, items });
}

/** Responses as they were read, one entry each. */
export interface Entries {
  readonly row: number[];
  readonly attempt: number[];
  readonly item: number[];
  readonly mark: number[];
  /** Bits of the options chosen. */
  readonly bits?: readonly number[];
}

export interface ItemFacts {
  readonly id: string;
  /** Title of the column that holds its marks. */
  readonly column: string;
  readonly maximum?: number | undefined;
  readonly options?: readonly ItemOption[] | undefined;
  /** How many options there are, where one of them is right. */
  readonly optionCount?: number | undefined;
}

/** Puts entries into a table; a mark above its maximum is named by row and column. */
export function tableOf(facts: readonly ItemFacts[], attempts: number, entries: Entries): ResponseTable {
  const largest = new Float64Array(facts.length).fill(1);
  for (const [at, mark] of entries.mark.entries()) {
    const { maximum, column } = facts[entries.item[at]!]!;
    if (maximum !== undefined && mark > maximum + 1e-9) throw wrongCell(entries.row[at]!, column, 'above-maximum', `${mark} is above the maximum of ${maximum}`);
    if (mark > largest[entries.item[at]!]!) largest[entries.item[at]!] = mark;
  }
  const table = emptyTable(facts.map((item, at) => analysed(item, largest[at]!)), attempts, entries.bits !== undefined);
  for (const [at, mark] of entries.mark.entries()) {
    const cell = entries.item[at]! * attempts + entries.attempt[at]!;
    table.marks[cell] = mark;
    if (table.choices) table.choices[cell] = entries.bits![at]!;
  }
  return table;
}

function analysed({ id, maximum, options, optionCount = 0 }: ItemFacts, largest: number): AnalysedItem {
  const worths = Array.from({ length: optionCount }, (_, at) => (at === 0 ? 1 : 0));
  return { id, maximum: maximum ?? largest, options, guessScore: randomGuessScore(worths) ?? undefined };
}
