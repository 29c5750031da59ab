import fc from 'fast-check';
import { checkTable, emptyTable, mostOptions, randomGuessScore } from './response-table.js';
import { itemsOf, optionsOf, papers, tableOf } from './testing/tables.js';
import { columnOf, totalsOf } from './totals.js';

describe('a table of responses', () => {
  it('begins with nobody asked anything', () => {
    const table = emptyTable(itemsOf([1, 2]), 3);
    expect([...table.marks].every(Number.isNaN)).toBe(true);
    expect([table.marks.length, table.choices]).toEqual([6, undefined]);
    expect([...emptyTable(itemsOf([1]), 2, true).choices!]).toEqual([0, 0]);
    expect(totalsOf(table)).toMatchObject({ attempts: 0, complete: true, maximum: null });
  });

  it.each<[string, () => unknown]>([
    ['marks that are not finite', () => tableOf([[Infinity, 1]])],
    ['a maximum below 0', () => tableOf([[1]], itemsOf([-1]))],
    ['a maximum that is no number', () => tableOf([[1]], itemsOf([NaN]))],
    ['more options than bits', () => tableOf([[1]], [{ id: 'q', maximum: 1, options: Array.from({ length: mostOptions + 1 }, (_, at) => ({ id: String(at), key: false })) }])],
    ['too few cells', () => ({ items: itemsOf([1, 1]), attempts: 2, marks: new Float64Array(3) })],
    ['choices of another size', () => ({ ...tableOf([[1]]), choices: new Uint32Array(2) })],
  ])('is refused with %s', (_, make) => {
    expect(() => checkTable(make() as never)).toThrow(RangeError);
  });

  it('is taken with blanks, negative marks, an item of no marks and 32 options', () => {
    expect(() => checkTable(tableOf([[null, -1, 0]], [{ id: 'a', maximum: 1, options: optionsOf('ABCDEFGHIJKLMNOPQRSTUVWXYZ123456', 'A') }, ...itemsOf([1, 0])]))).not.toThrow();
  });
});

describe('totals', () => {
  it('add up what each attempt was asked', () => {
    const totals = totalsOf(tableOf([[1, null, 2], [0, 3, null], [null, null, null]], itemsOf([1, 3, 2])));
    expect([[...totals.marks], [...totals.maxima], [...totals.asked]]).toEqual([[3, 3, 0], [3, 4, 0], [2, 2, 0]]);
    expect(totals).toMatchObject({ attempts: 2, complete: false, maximum: null });
  });

  it('know one maximum where papers differ but are worth the same', () => {
    expect(totalsOf(tableOf([[1, null, 2], [1, 2, null]], itemsOf([1, 2, 2])))).toMatchObject({ complete: false, maximum: 3 });
    expect(totalsOf(tableOf([[1, 2], [0, 0]], itemsOf([1, 2])))).toMatchObject({ complete: true, maximum: 3 });
  });

  it('are the sums of the rows', () => {
    fc.assert(
      fc.property(papers({ blanks: true }), ({ maxima, rows }) => {
        const totals = totalsOf(tableOf(rows, itemsOf(maxima)));
        expect([...totals.marks]).toEqual(rows.map((row) => row.reduce<number>((sum, mark) => sum + (mark ?? 0), 0)));
        expect(totals.attempts).toBe(rows.filter((row) => row.some((mark) => mark !== null)).length);
      }),
    );
  });
});

describe('the column of an item', () => {
  const table = tableOf([[1, 2, null], [null, 1, 1], [0, 0, 2]], itemsOf([1, 2, 2]));

  it('holds those who were asked it, with the total and the rest', () => {
    const column = columnOf(table, 0, totalsOf(table), 'marks');
    expect({ ...column, attempts: [...column.attempts] }).toEqual({ attempts: [0, 2], marks: Float64Array.of(1, 0), totals: Float64Array.of(3, 2), scores: Float64Array.of(3, 2), rest: Float64Array.of(2, 2) });
  });

  it('compares shares of the paper where that is asked for', () => {
    const column = columnOf(table, 0, totalsOf(table), 'share');
    // Attempt 1 had 3 of 3, without the item 2 of 2; attempt 3 had 2 of 5, without it 2 of 4.
    expect([[...column.scores], [...column.rest], [...column.totals]]).toEqual([[1, 2 / 5], [1, 2 / 4], [3, 2]]);
  });

  it('of a paper with nothing beside the item has a rest of nothing', () => {
    const single = tableOf([[1, null], [0, null]], itemsOf([1, 1]));
    expect([...columnOf(single, 0, totalsOf(single), 'share').rest]).toEqual([0, 0]);
  });
});

describe('the random guess score', () => {
  it('is the mean worth of the options: a quarter of four with one right, a half of true and false', () => {
    expect([randomGuessScore([1, 0, 0, 0]), randomGuessScore([1, 0])]).toEqual([0.25, 0.5]);
  });

  it('counts partial and negative worths, and is null without options', () => {
    expect([randomGuessScore([1, 0.5, 0]), randomGuessScore([1, -0.5, -0.5])]).toEqual([0.5, 0]);
    expect(randomGuessScore([])).toBeNull();
  });
});
