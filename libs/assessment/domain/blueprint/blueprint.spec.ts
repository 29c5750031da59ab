import fc from 'fast-check';
import { type BlueprintRow, blueprintTotals } from './blueprint.js';

const row = (count: number, marks: number): BlueprintRow => ({ categoryIds: [], track: null, competency: null, type: null, leastDifficulty: 1, mostDifficulty: 5, count, marks });

describe('a blueprint', () => {
  it('adds up questions and marks of cells and fixed questions', () => {
    const sections = [
      { title: '一', rows: [row(40, 1), row(20, 0.5)], fixed: [{ questionId: 'q', marks: 10 }] },
      { title: '二', rows: [row(3, 13.33)], fixed: [] },
    ];
    expect(blueprintTotals({ sections })).toEqual({ questions: 64, marks: 99.99 });
  });

  it('adds up exactly, however many tenths there are', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 2000 })), { maxLength: 20 }), (cells) => {
        const rows = cells.map(([count, hundredths]) => row(count, hundredths / 100));
        const exact = cells.reduce((sum, [count, hundredths]) => sum + count * hundredths, 0);
        expect(blueprintTotals({ sections: [{ title: '', rows, fixed: [] }] }).marks).toBe(exact / 100);
      }),
    );
  });
});
