import fc from 'fast-check';
import { type AnalysedItem, emptyTable, type ResponseTable } from '../response-table.js';

/** One row an attempt; null where it was not asked the item. */
export type Rows = readonly (readonly (number | null)[])[];

export const itemsOf = (maxima: readonly number[]): AnalysedItem[] => maxima.map((maximum, at) => ({ id: `q${at + 1}`, maximum }));

export function tableOf(rows: Rows, items: readonly AnalysedItem[] = itemsOf((rows[0] ?? []).map(() => 1))): ResponseTable {
  const table = emptyTable(items, rows.length);
  for (const [attempt, row] of rows.entries()) for (const [item, mark] of row.entries()) if (mark !== null) table.marks[item * rows.length + attempt] = mark;
  return table;
}

/** A row of letters an attempt, '' for nothing chosen, null for not asked; a choice of all keys and nothing else is worth the maximum. */
export function choiceTableOf(rows: readonly (readonly (string | null)[])[], items: readonly AnalysedItem[]): ResponseTable {
  const table = emptyTable(items, rows.length, true);
  for (const [attempt, row] of rows.entries())
    for (const [item, letters] of row.entries()) {
      if (letters === null) continue;
      const { options = [], maximum } = items[item]!;
      const cell = item * rows.length + attempt;
      table.marks[cell] = options.every(({ id, key }) => letters.includes(id) === key) ? maximum : 0;
      table.choices![cell] = options.reduce((bits, { id }, place) => (letters.includes(id) ? bits | (1 << place) : bits), 0);
    }
  return table;
}

export const optionsOf = (letters: string, keys: string): AnalysedItem['options'] => [...letters].map((id) => ({ id, key: keys.includes(id) }));

export interface Paper {
  readonly maxima: number[];
  readonly rows: (number | null)[][];
}

/** Papers of up to six items and a dozen attempts, in half marks, so that ties and constant columns are common. */
export const papers = ({ blanks = false, fewest = 0 } = {}): fc.Arbitrary<Paper> =>
  fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 6 }).chain((maxima) => {
    const mark = (maximum: number): fc.Arbitrary<number | null> => {
      const half = fc.integer({ min: 0, max: 2 * maximum }).map((value) => value / 2);
      return blanks ? fc.option(half, { freq: 4 }) : half;
    };
    const row = fc.tuple(...maxima.map(mark)) as fc.Arbitrary<(number | null)[]>;
    return fc.record({ maxima: fc.constant(maxima), rows: fc.array(row, { minLength: fewest, maxLength: 12 }) });
  });

/** The same attempts in another order. */
export const shuffles = <T>(list: readonly T[]): fc.Arbitrary<T[]> => fc.shuffledSubarray([...list], { minLength: list.length });

/** Numbers may differ by rounding; everything else may not. */
export function expectAlike(actual: unknown, expected: unknown, digits = 9): void {
  expect(settled(actual, expected, 10 ** -digits)).toEqual(expected);
}

/** `actual`, with every number that is near enough to the expected one replaced by it. */
function settled(actual: unknown, expected: unknown, reach: number): unknown {
  if (typeof actual === 'number' && typeof expected === 'number') return Math.abs(actual - expected) <= reach * Math.max(1, Math.abs(expected)) ? expected : actual;
  if (Array.isArray(actual) && Array.isArray(expected)) return actual.map((entry, at) => settled(entry, expected[at], reach));
  if (!actual || !expected || typeof actual !== 'object' || typeof expected !== 'object') return actual;
  const wanted = new Map(Object.entries(expected));
  return Object.fromEntries(Object.entries(actual).map(([key, entry]) => [key, settled(entry, wanted.get(key), reach)]));
}
