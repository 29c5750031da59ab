import fc from 'fast-check';
import { analyseItems, type ItemStatistics } from './analyse-items.js';
import { naiveEffectiveWeights, naiveItem, naiveTest } from './testing/naive-analysis.js';
import { expectAlike, itemsOf, type Paper, papers, type Rows, shuffles, tableOf } from './testing/tables.js';

const analyse = ({ maxima, rows }: Paper) => analyseItems(tableOf(rows, itemsOf(maxima)));
const ofRows = (rows: Rows) => analyseItems(tableOf(rows));
const figures = ({ item: _, flags: __, ...rest }: ItemStatistics) => rest;

describe('a test of three items and four attempts, worked by hand', () => {
  // Totals 3, 2, 1, 0. q1 is 1 1 1 0 beside rests 2 1 0 0, q2 is 1 1 0 0 beside 2 1 1 0, q3 is 1 0 0 0 beside 2 2 1 0.
  const { test, items } = ofRows([[1, 1, 1], [1, 1, 0], [1, 0, 0], [0, 0, 0]]);

  it('has mean and median 1.5, deviation √(5/3), no skew, and kurtosis −1.2', () => {
    expect(test).toMatchObject({ attempts: 4, items: 3, maximum: 3, complete: true, mean: 1.5, median: 1.5 });
    expect(test.standardDeviation).toBeCloseTo(Math.sqrt(5 / 3), 12);
    expect(test.skewness).toBeCloseTo(0, 12);
    expect(test.kurtosis).toBeCloseTo(-1.2, 12);
  });

  it('has α 0.75, an error ratio of 50 % and a standard error of half the deviation', () => {
    expect(test.cronbachAlpha).toBeCloseTo(0.75, 12);
    expect(test.errorRatio).toBeCloseTo(50, 9);
    expect(test.standardError).toBeCloseTo(Math.sqrt(5 / 3) / 2, 12);
  });

  it('has facilities ¾, ½, ¼ and deviations ½, √⅓, ½', () => {
    expect(items.map(({ facility }) => facility)).toEqual([0.75, 0.5, 0.25]);
    expectAlike(items.map(({ standardDeviation }) => standardDeviation), [0.5, Math.sqrt(1 / 3), 0.5]);
  });

  it('has discrimination indices 52.2, 70.7, 52.2, all as good as these marks allow', () => {
    // q1: Σ = ¼·(1¼ + ¼ − ¾) + ¾·¾ = ¾, Σx² = ¾, Σrest² = 2¾. q2: Σ = ½·(1 + 0 − 0 + 1) = 1, 1 and 2.
    expectAlike(items.map(({ discriminationIndex }) => discriminationIndex), [(100 * 0.75) / Math.sqrt(0.75 * 2.75), 100 / Math.sqrt(2), (100 * 0.75) / Math.sqrt(0.75 * 2.75)]);
    expectAlike(items.map(({ discriminativeEfficiency }) => discriminativeEfficiency), [100, 100, 100]);
  });

  it('has corrected correlations that are the indices, and uncorrected ones that are higher', () => {
    for (const { pointBiserial, discriminationIndex, itemTotal } of items) {
      expect(pointBiserial! * 100).toBeCloseTo(discriminationIndex!, 12);
      expect(itemTotal!).toBeGreaterThan(pointBiserial!);
    }
    // q2 with the total: Σ = ½·(1½ + ½ + ½ + 1½) = 2, Σx² = 1, Σtotal² = 5
    expect(items[1]!.itemTotal).toBeCloseTo(2 / Math.sqrt(5), 12);
  });

  it('has equal intended weights, and effective ones by √(Σ 1½, 2, 1½)', () => {
    expectAlike(items.map(({ intendedWeight }) => intendedWeight), [100 / 3, 100 / 3, 100 / 3]);
    const roots = [1.5, 2, 1.5].map((value) => Math.sqrt(value / 3));
    const all = roots.reduce((sum, root) => sum + root, 0);
    expectAlike(items.map(({ effectiveWeight }) => effectiveWeight), roots.map((root) => (100 * root) / all));
  });

  it('has upper less lower of 1 everywhere: the best one has all, the weakest none', () => {
    expect(items.map(({ upperLower }) => upperLower)).toEqual([1, 1, 1]);
  });
});

describe('an item of a random paper', () => {
  it('is judged on the attempts that had it', () => {
    const { items, test } = ofRows([[1, 1, null], [1, null, 1], [0, 1, null], [0, null, 0], [null, 0, 0]]);
    expect(items.map(({ attempts, exposure, facility }) => [attempts, exposure, facility])).toEqual([[4, 0.8, 0.5], [3, 0.6, 2 / 3], [3, 0.6, 1 / 3]]);
    expect(test).toMatchObject({ attempts: 5, complete: false, maximum: 2, mean: 1 });
  });

  it('that nobody was asked has no figures, and an attempt that was asked nothing is none', () => {
    const { items, test } = ofRows([[1, null], [0, null], [null, null]]);
    expect(items[1]).toMatchObject({ attempts: 0, exposure: 0, facility: null, standardDeviation: null, discriminationIndex: null, effectiveWeight: null, upperLower: null, flags: [] });
    expect([test.attempts, items[0]!.exposure, items[0]!.facility]).toEqual([2, 1, 0.5]);
  });

  it('compares by marks as Moodle does, or by share where papers are not worth the same', () => {
    // Long and short papers: by marks the weak ones with long papers look strong.
    const rows = [[1, 1, 1, null, null], [1, 1, 1, null, null], [0, 1, 1, 1, 1], [0, 1, 0, 1, 1], [1, 1, 1, null, null], [0, 0, 1, 1, 1]];
    const table = tableOf(rows);
    expect(analyseItems(table).items[0]!.discriminationIndex).toBeLessThan(0);
    expect(analyseItems(table, { by: 'share' }).items[0]!.discriminationIndex).toBeGreaterThan(0);
  });

  it('is judged alike by marks and by share where all papers are worth the same', () => {
    fc.assert(
      fc.property(papers({ fewest: 2 }), ({ maxima, rows }) => {
        const table = tableOf(rows, itemsOf(maxima));
        expectAlike(analyseItems(table, { by: 'share' }).items.map(figures), analyseItems(table).items.map(figures), 7);
      }),
    );
  });
});

describe('nothing is made up', () => {
  it.each<[string, Rows]>([
    ['one attempt', [[1, 0, 1]]],
    ['attempts that are all alike', [[1, 0], [1, 0], [1, 0]]],
    ['an item beside which there is nothing', [[1], [0], [1]]],
    ['no attempts', []],
  ])('of %s: what cannot be said is null and never NaN', (_, rows) => {
    const analysis = analyseItems(tableOf(rows, itemsOf(rows[0]?.map(() => 1) ?? [1, 1])));
    expect(JSON.stringify(analysis)).not.toMatch(/NaN|Infinity/);
    for (const item of analysis.items) {
      expect([item.discriminationIndex, item.discriminativeEfficiency, item.pointBiserial]).toEqual([null, null, null]);
      for (const value of Object.values(item)) expect(Number.isNaN(value)).toBe(false);
    }
    expect(analysis.test.cronbachAlpha).toBeNull();
  });

  it('of an item that gives no marks: it has no facility and the weight 0', () => {
    const { items } = analyse({ maxima: [1, 0], rows: [[1, 0], [0, 0], [1, 0]] });
    expect(items[1]).toMatchObject({ facility: null, upperLower: null, intendedWeight: 0, effectiveWeight: 0, standardDeviation: 0 });
  });

  it('of the rounding of decimals: thirds that add up to the same total make no difference', () => {
    const third = 1 / 3;
    const { items, test } = analyse({ maxima: [1, 1, 1], rows: [[third, third, third], [0.1 + 0.2, 0.3, 0.4], [0.5, 0.25, 0.25]] });
    expect([test.standardDeviation, test.skewness, test.cronbachAlpha]).toEqual([0, null, null]);
    expect(items.map(({ upperLower, itemTotal }) => [upperLower, itemTotal])).toEqual([[null, null], [null, null], [null, null]]);
  });

  it('of wrong tables: they are refused', () => {
    expect(() => analyseItems({ ...tableOf([[1]]), attempts: 2 })).toThrow(RangeError);
  });
});

describe('negative marks', () => {
  it('make a facility below 0 and are otherwise marks like others', () => {
    const { items } = analyse({ maxima: [2, 2], rows: [[-1, 2], [-1, 0], [0, 1]] });
    expect(items[0]!.facility).toBeCloseTo(-1 / 3, 12);
    expect(items[0]!.standardDeviation).toBeCloseTo(Math.sqrt(1 / 3), 12);
  });
});

describe('beside a slow analysis by other formulas', () => {
  it('the figures of every item are the same, with blanks', () => {
    fc.assert(
      fc.property(papers({ blanks: true }), (paper) => {
        const { items } = analyse(paper);
        for (const [item, ours] of items.entries()) expectAlike(ours, { ...ours, ...naiveItem(paper, item) }, 8);
      }),
      { numRuns: 300 },
    );
  });

  it('the figures of the test are the same, with blanks', () => {
    fc.assert(
      fc.property(papers({ blanks: true }), (paper) => {
        const { test } = analyse(paper);
        expectAlike(test, { ...test, ...naiveTest(paper) }, 8);
      }),
      { numRuns: 300 },
    );
  });

  it('the effective weights are the same, of papers asked whole', () => {
    fc.assert(
      fc.property(papers(), (paper) => {
        expectAlike(analyse(paper).items.map(({ effectiveWeight }) => effectiveWeight), naiveEffectiveWeights(paper), 7);
      }),
    );
  });

  it('all of it is the same on a table of real size with a known make', () => {
    let seed = 20_240_501;
    const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    const maxima = Array.from({ length: 25 }, (_, item) => 1 + (item % 3));
    const rows = Array.from({ length: 150 }, () => {
      const ability = random();
      return maxima.map((maximum) => (random() < 0.1 ? null : Math.round(maximum * 2 * Math.min(1, (ability + random()) / 1.6)) / 2));
    });
    const { items, test } = analyse({ maxima, rows });
    for (const [item, ours] of items.entries()) expectAlike(ours, { ...ours, ...naiveItem({ maxima, rows }, item) }, 8);
    expectAlike(test, { ...test, ...naiveTest({ maxima, rows }) }, 8);
    expect(test.cronbachAlpha).toBeGreaterThan(0.7);
  });
});

describe('the analysis does not depend', () => {
  it('on the order of attempts', () => {
    fc.assert(
      fc.property(papers({ blanks: true }).chain((paper) => fc.tuple(fc.constant(paper), shuffles(paper.rows))), ([paper, rows]) => {
        expectAlike(analyse({ ...paper, rows }), analyse(paper), 8);
      }),
    );
  });

  it('on the order of items', () => {
    const cases = papers({ blanks: true }).chain((paper) => fc.tuple(fc.constant(paper), shuffles(paper.maxima.map((_, at) => at))));
    fc.assert(
      fc.property(cases, ([paper, order]) => {
        const [plain, moved] = [analyse(paper), analyse({ maxima: order.map((at) => paper.maxima[at]!), rows: paper.rows.map((row) => order.map((at) => row[at]!)) })];
        expectAlike(moved.test, plain.test, 7);
        expectAlike(moved.items.map(figures), order.map((at) => figures(plain.items[at]!)), 7);
      }),
    );
  });

  it('on a constant added to an item, but for its facility', () => {
    fc.assert(
      fc.property(papers({ fewest: 2 }), fc.integer({ min: 1, max: 5 }), (paper, shift) => {
        const moved = analyse({ ...paper, rows: paper.rows.map(([first, ...rest]) => [first! + shift, ...rest]) });
        const plain = analyse(paper);
        const rest = ({ items }: typeof plain) => items.map((item) => ({ ...figures(item), facility: 0 }));
        expectAlike(rest(moved), rest(plain), 7);
        expect(moved.items[0]!.facility).toBeCloseTo(plain.items[0]!.facility! + shift / paper.maxima[0]!, 9);
        expect(moved.test.mean).toBeCloseTo(plain.test.mean! + shift, 9);
      }),
    );
  });

  it('on the unit of marks, but for deviations, means and errors, which grow with it', () => {
    fc.assert(
      fc.property(papers({ blanks: true, fewest: 1 }), fc.integer({ min: 2, max: 9 }), (paper, factor) => {
        const [plain, scaled] = [analyse(paper), analyse({ maxima: paper.maxima.map((maximum) => factor * maximum), rows: paper.rows.map((row) => row.map((mark) => mark && factor * mark)) })];
        const times = (value: number | null) => value && factor * value;
        const { test } = plain;
        expectAlike(scaled.test, { ...test, maximum: times(test.maximum), mean: times(test.mean), median: times(test.median), standardDeviation: times(test.standardDeviation), standardError: times(test.standardError) }, 7);
        expectAlike(scaled.items.map(figures), plain.items.map((item) => ({ ...figures(item), maximum: factor * item.maximum, standardDeviation: times(item.standardDeviation) })), 7);
      }),
    );
  });

  it('on every attempt being there twice, but for the divisor n − 1', () => {
    fc.assert(
      fc.property(papers({ fewest: 2 }), (paper) => {
        const [plain, twice] = [analyse(paper), analyse({ ...paper, rows: [...paper.rows, ...paper.rows] })];
        const n = paper.rows.length;
        const divisor = Math.sqrt((2 * (n - 1)) / (2 * n - 1));
        const kept = ({ facility, discriminationIndex, discriminativeEfficiency, itemTotal, effectiveWeight }: ItemStatistics) => ({ facility, discriminationIndex, discriminativeEfficiency, itemTotal, effectiveWeight });
        expectAlike(twice.items.map(kept), plain.items.map(kept), 7);
        expectAlike(twice.items.map(({ standardDeviation }) => standardDeviation), plain.items.map(({ standardDeviation }) => standardDeviation! * divisor), 7);
        expectAlike([twice.test.mean, twice.test.median, twice.test.cronbachAlpha], [plain.test.mean, plain.test.median, plain.test.cronbachAlpha], 7);
      }),
    );
  });
});

describe('ranges', () => {
  it('hold for whatever papers: shares in 0 to 1, correlations in −1 to 1, efficiencies up to 100', () => {
    fc.assert(
      fc.property(papers({ blanks: true }), (paper) => {
        const within = (value: number | null, least: number, most: number) => expect(value === null || (value >= least - 1e-9 && value <= most + 1e-9)).toBe(true);
        const { items, test } = analyse(paper);
        for (const item of items) {
          for (const share of [item.facility, item.exposure]) within(share, 0, 1);
          for (const correlation of [item.pointBiserial, item.itemTotal, item.upperLower]) within(correlation, -1, 1);
          within(item.discriminativeEfficiency, -Infinity, 100);
          for (const weight of [item.intendedWeight, item.effectiveWeight]) within(weight, 0, Infinity);
        }
        within(test.mean, 0, paper.maxima.reduce((sum, maximum) => sum + maximum, 0));
        if (test.complete) within(test.cronbachAlpha, -Infinity, 1);
      }),
    );
  });
});
