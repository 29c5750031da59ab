import fc from 'fast-check';
import { analyseItems } from './analyse-items.js';
import { choiceTableOf, optionsOf, tableOf } from './testing/tables.js';

const single = { id: 'q1', maximum: 1, options: optionsOf('ABCD', 'A') };
const other = (id: string) => ({ id, maximum: 1, options: optionsOf('AB', 'A') });
/** Ten attempts with totals of their own making: the second to the fourth item spread them. */
const spreadBy = (letters: readonly (string | null)[]) =>
  choiceTableOf(letters.map((choice, at) => [choice, ...[9, 6, 3].map((edge) => (at >= edge ? 'A' : 'B'))]), [single, other('q2'), other('q3'), other('q4')]);
const ofFirst = (letters: readonly (string | null)[]) => analyseItems(spreadBy(letters)).items[0]!;

describe('the table of options', () => {
  it('counts every option, says what the best and the weakest chose, and who chose nothing', () => {
    // Totals without q1: 0 0 0 1 1 1 2 2 2 3; groups of three.
    const { options, omitted } = ofFirst(['B', 'B', 'C', 'C', 'A', '', 'A', 'A', 'A', 'A']);
    expect(omitted).toBe(1);
    expect(options).toEqual([
      { option: 'A', key: true, count: 5, share: 0.5, upperShare: 1, lowerShare: 0 },
      { option: 'B', key: false, count: 2, share: 0.2, upperShare: 0, lowerShare: 2 / 3 },
      { option: 'C', key: false, count: 2, share: 0.2, upperShare: 0, lowerShare: 1 / 3 },
      { option: 'D', key: false, count: 0, share: 0, upperShare: 0, lowerShare: 0 },
    ]);
  });

  it('counts only those who were asked', () => {
    const { options, omitted, attempts, exposure } = ofFirst(['B', null, 'C', null, 'A', '', 'A', 'A', 'A', null]);
    expect([attempts, exposure, omitted]).toEqual([7, 0.7, 1]);
    expect(options!.map(({ count }) => count)).toEqual([4, 1, 1, 0]);
    expect(options![0]!.share).toBeCloseTo(4 / 7, 12);
  });

  it('counts each option of several chosen at once', () => {
    const items = [{ id: 'm', maximum: 2, options: optionsOf('ABCD', 'AC') }];
    const { options, facility } = analyseItems(choiceTableOf([['AC'], ['AB'], ['ACD'], ['']], items)).items[0]!;
    expect(options!.map(({ option, key, count }) => [option, key, count])).toEqual([['A', true, 3], ['B', false, 1], ['C', true, 2], ['D', false, 1]]);
    expect(facility).toBe(0.25);
  });

  it('keeps the thirty-second option apart from the others', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ123456';
    const { options } = analyseItems(choiceTableOf([['6'], ['A'], ['6']], [{ id: 'q', maximum: 1, options: optionsOf(letters, '6') }])).items[0]!;
    expect(options!.filter(({ count }) => count).map(({ option, count }) => [option, count])).toEqual([['A', 1], ['6', 2]]);
  });

  it('says nothing of groups where all have the same total', () => {
    const { options } = analyseItems(choiceTableOf([['A'], ['A'], ['A']], [single])).items[0]!;
    expect(options![0]).toEqual({ option: 'A', key: true, count: 3, share: 1, upperShare: null, lowerShare: null });
  });

  it('is null for items without options, without choices, and without attempts', () => {
    expect(analyseItems(tableOf([[1], [0]])).items[0]).toMatchObject({ options: null, omitted: null });
    expect(analyseItems(tableOf([[1], [0]], [single])).items[0]).toMatchObject({ options: null });
    expect(analyseItems(choiceTableOf([[null], [null]], [single])).items[0]).toMatchObject({ options: null, attempts: 0, exposure: 0 });
  });

  it('adds up: with one choice each, options and omissions are the attempts, and each group is full', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('A', 'B', 'C', 'D', '', null), { minLength: 10, maxLength: 10 }), (letters) => {
        const { options, omitted, attempts } = ofFirst(letters);
        fc.pre(attempts > 0);
        expect(options!.reduce((sum, { count }) => sum + count, omitted!)).toBe(attempts);
        for (const side of ['upperShare', 'lowerShare'] as const) expect(options!.reduce((sum, option) => sum + (option[side] ?? 0), 0)).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});
