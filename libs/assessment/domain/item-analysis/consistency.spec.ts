import fc from 'fast-check';
import { analyseItems } from './analyse-items.js';
import { errorRatio, standardError } from './consistency.js';
import { naiveAlpha } from './testing/naive-analysis.js';
import { expectAlike, itemsOf, papers, type Rows, shuffles, tableOf } from './testing/tables.js';

const alphaOf = (rows: Rows, maxima = rows[0]!.map(() => 1)): number | null => analyseItems(tableOf(rows, itemsOf(maxima))).test.cronbachAlpha;

describe('Cronbach’s α', () => {
  it('of four attempts at three items is 0.75, worked by hand', () => {
    // totals 3, 2, 1, 0: V = 5/3. Items 1 1 1 0, 1 1 0 0, 1 0 0 0: V = 1/4, 1/3, 1/4, together 5/6. 3/2·(1 − ½)
    expect(alphaOf([[1, 1, 1], [1, 1, 0], [1, 0, 0], [0, 0, 0]])).toBeCloseTo(0.75, 12);
  });

  it('is 1 where all items say the same', () => {
    expect(alphaOf([[1, 1, 1, 1], [0, 0, 0, 0], [1, 1, 1, 1], [0, 0, 0, 0]])).toBeCloseTo(1, 12);
  });

  it('is below 0 where items contradict each other', () => {
    // Items 1 0 1 0, 0 1 0 1, 1 1 0 0: totals 2, 2, 1, 1, V = ⅓; each item V = ⅓. 3/2·(1 − 3) = −3
    expect(alphaOf([[1, 0, 1], [0, 1, 1], [1, 0, 0], [0, 1, 0]])).toBeCloseTo(-3, 12);
  });

  it('of items marked 0 or 1 is Kuder and Richardson’s formula 20', () => {
    const rightOrWrong = fc.integer({ min: 2, max: 6 }).chain((width) => fc.array(fc.array(fc.constantFrom(0, 1), { minLength: width, maxLength: width }), { minLength: 2, maxLength: 12 }));
    fc.assert(
      fc.property(rightOrWrong, (rows) => {
        const n = rows.length;
        const totals = rows.map((row) => row.reduce<number>((sum, mark) => sum + mark, 0));
        const mean = totals.reduce((sum, total) => sum + total, 0) / n;
        const spread = totals.reduce((sum, total) => sum + (total - mean) ** 2, 0) / n;
        fc.pre(spread > 0);
        const count = rows[0]!.length;
        const pq = rows[0]!.reduce<number>((sum, _, item) => {
          const right = rows.reduce((all, row) => all + row[item]!, 0) / n;
          return sum + right * (1 - right);
        }, 0);
        expect(alphaOf(rows)).toBeCloseTo((count / (count - 1)) * (1 - pq / spread), 9);
      }),
    );
  });

  it('is the one that the matrix of covariances gives', () => {
    fc.assert(
      fc.property(papers({ fewest: 2 }), (paper) => {
        expectAlike(alphaOf(paper.rows, paper.maxima), naiveAlpha(paper), 8);
      }),
    );
  });

  it('is null of one item, of one attempt and where all totals are the same', () => {
    expect([alphaOf([[1], [0]]), alphaOf([[1, 0]]), alphaOf([[1, 0], [0, 1]])]).toEqual([null, null, null]);
  });

  it('stays whatever constant is added to an item and whatever factor all marks are multiplied by', () => {
    fc.assert(
      fc.property(papers({ fewest: 2 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 4 }), (paper, shift, factor) => {
        const rows = paper.rows.map((row) => row.map((mark, item) => factor * mark! + (item === 0 ? shift : 0)));
        expectAlike(alphaOf(rows, paper.maxima.map((maximum) => factor * maximum + shift)), alphaOf(paper.rows, paper.maxima), 7);
      }),
    );
  });
});

describe('α of papers that differ', () => {
  it('is the same number where all were asked all, reached by its own formula', () => {
    // A last item that nobody was asked sends the same marks through the formula for differing papers.
    fc.assert(
      fc.property(papers({ fewest: 2 }), (paper) => {
        const withUnused = paper.rows.map((row) => [...row, null]);
        expectAlike(alphaOf(withUnused, [...paper.maxima, 1]), alphaOf(paper.rows, paper.maxima), 6);
      }),
    );
  });

  it('is that of the length of one paper, not of the pool: by the formula of Spearman and Brown', () => {
    // 400 attempts, each asked 10 of 20 items that are equally good; all 20 would have α, 10 have α/2/(1 − α/2).
    let seed = 7;
    const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    const full = Array.from({ length: 400 }, () => {
      const ability = random() + random() + random() - 1.5;
      return Array.from({ length: 20 }, () => (random() < 1 / (1 + Math.exp(-3 * ability)) ? 1 : 0));
    });
    const drawn = full.map((row) => {
      const keep = new Set([...row.keys()].sort(() => random() - 0.5).slice(0, 10));
      return row.map((mark, item) => (keep.has(item) ? mark : null));
    });
    const alpha = alphaOf(full)!;
    expect(alphaOf(drawn)).toBeCloseTo(alpha / 2 / (1 - alpha / 2), 1);
  });

  it('does not care for the order of attempts', () => {
    const cases = papers({ blanks: true, fewest: 2 }).chain(({ maxima, rows }) => fc.tuple(fc.constant(maxima), fc.constant(rows), shuffles(rows)));
    fc.assert(
      fc.property(cases, ([maxima, rows, shuffled]) => {
        expectAlike(alphaOf(shuffled, maxima), alphaOf(rows, maxima), 6);
      }),
    );
  });

  it('is null where no two items were ever asked together, or each of them once', () => {
    expect(alphaOf([[1, null], [null, 0], [0, null], [null, 1]])).toBeNull();
    expect(alphaOf([[1, 0, null, null], [null, null, 1, 1]])).toBeNull();
  });
});

describe('the error ratio and the standard error', () => {
  it('of α 0.75 and deviation 4 are 50 % and 2 marks', () => {
    expect([errorRatio(0.75), standardError(50, 4)]).toEqual([50, 2]);
  });

  it('of α 1 are nothing, of α 0 the whole spread, of α −3 twice the spread', () => {
    expect([errorRatio(1), errorRatio(0), errorRatio(-3)]).toEqual([0, 100, 200]);
  });

  it('see no error in an α that misses 1 by rounding alone', () => {
    expect([errorRatio(1 - 1e-15), errorRatio(1 + 1e-15)]).toEqual([0, 0]);
  });

  it('are null where there is no α, or one above 1 that only sparse papers can give', () => {
    expect([errorRatio(null), errorRatio(1.2), standardError(null, 4), standardError(50, null)]).toEqual([null, null, null, null]);
  });
});
