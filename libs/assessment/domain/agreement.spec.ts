import fc from 'fast-check';
import { cohenKappa, intraclassCorrelation, markerAgreement, quadraticKappa } from './agreement.js';

/** The two lists behind a published table: rows are the first marker's categories, columns the second's. */
function listsOf(counts: readonly (readonly number[])[]): [number[], number[]] {
  const [first, second]: [number[], number[]] = [[], []];
  for (const [row, cells] of counts.entries())
    for (const [column, count] of cells.entries())
      for (let answer = 0; answer < count; answer++) {
        first.push(row);
        second.push(column);
      }
  return [first, second];
}

const points = fc.integer({ min: 0, max: 10 }).map((value) => value / 2);
const pairs = (fewest: number) => fc.array(fc.tuple(points, points), { minLength: fewest, maxLength: 12 }).map((list) => [list.map(([a]) => a), list.map(([, b]) => b)] as [number[], number[]]);
const near = (actual: number | null, expected: number | null, digits = 8): void => (expected === null ? expect(actual).toBeNull() : expect(actual).toBeCloseTo(expected, digits));

describe('Cohen’s kappa', () => {
  it.each<[string, number[][], number]>([
    ['Fleiss, Statistical Methods for Rates and Proportions, 100 diagnoses: 0.68', [[75, 1, 4], [5, 4, 1], [0, 0, 10]], 0.676],
    ['Cohen 1968, Psychol. Bull. 70, p. 215, 100 diagnoses: 0.492', [[44, 7, 9], [5, 20, 5], [1, 3, 6]], 0.492],
    ['agreement of 0.7 where chance brings 0.5, worked by hand: 0.4', [[20, 5], [10, 15]], 0.4],
  ])('of %s', (_, table, value) => expect(cohenKappa(...listsOf(table))).toBeCloseTo(value, 3));

  it('is 1 for full agreement, 0 for what chance brings, −1 for the opposite in halves', () => {
    expect(cohenKappa(['a', 'b', 'c'], ['a', 'b', 'c'])).toBe(1);
    expect(cohenKappa(...listsOf([[1, 1], [1, 1]]))).toBe(0);
    expect(cohenKappa([true, false], [false, true])).toBe(-1);
  });

  it('is null without answers and where both use one category for all, for then chance explains everything', () => {
    expect([cohenKappa([], []), cohenKappa(['pass', 'pass'], ['pass', 'pass'])]).toEqual([null, null]);
    expect(cohenKappa(['pass', 'pass'], ['fail', 'fail'])).toBe(0);
  });

  it('does not care for names, for who is first, and for the order of answers', () => {
    fc.assert(
      fc.property(pairs(1), ([first, second]) => {
        const value = cohenKappa(first, second);
        near(cohenKappa(first.map((mark) => `mark ${mark}`), second.map((mark) => `mark ${mark}`)), value);
        near(cohenKappa(second, first), value);
        near(cohenKappa([...first].reverse(), [...second].reverse()), value);
      }),
    );
  });

  it('lies in −1 to 1, and is 1 exactly for full agreement', () => {
    fc.assert(
      fc.property(pairs(1), ([first, second]) => {
        const value = cohenKappa(first, second);
        if (value === null) return;
        expect(Math.abs(value)).toBeLessThanOrEqual(1);
        expect(value === 1).toBe(first.every((mark, at) => mark === second[at]));
      }),
    );
  });
});

describe('kappa with quadratic weights', () => {
  /** By the definition: weights of all pairs of categories, observed against expected. */
  function byDefinition(first: readonly number[], second: readonly number[]): number | null {
    const categories = [...new Set([...first, ...second])];
    const [n, share] = [first.length, (list: readonly number[], category: number) => list.filter((mark) => mark === category).length / first.length];
    let [observed, expected] = [0, 0];
    for (const a of categories)
      for (const b of categories) {
        const weight = (a - b) ** 2;
        observed += (weight * first.filter((mark, at) => mark === a && second[at] === b).length) / n;
        expected += weight * share(first, a) * share(second, b);
      }
    return expected > 0 ? 1 - observed / expected : null;
  }

  it('of Cohen’s 100 diagnoses taken as grades 0, 1, 2 is 0.4545, worked by hand', () => {
    // Observed: 1·(7 + 5 + 5 + 3) + 4·(9 + 1) = 60 of 100. Expected 1.10: rows .6 .3 .1, columns .5 .3 .2 give
    // 1·(.18 + .15 + .06 + .03) + 4·(.12 + .05) = .42 + .68. 1 − .6/1.1 = 5/11
    expect(quadraticKappa(...listsOf([[44, 7, 9], [5, 20, 5], [1, 3, 6]]))).toBeCloseTo(5 / 11, 12);
  });

  it('is what the table of weights gives, without anybody naming the categories', () => {
    fc.assert(fc.property(pairs(1), ([first, second]) => near(quadraticKappa(first, second), byDefinition(first, second))));
  });

  it('of two categories is plain kappa', () => {
    const right = fc.array(fc.tuple(fc.constantFrom(0, 3), fc.constantFrom(0, 3)), { minLength: 1, maxLength: 12 });
    fc.assert(fc.property(right, (list) => near(quadraticKappa(list.map(([a]) => a), list.map(([, b]) => b)), cohenKappa(list.map(([a]) => a), list.map(([, b]) => b)))));
  });

  it('forgives a neighbour more than a stranger', () => {
    const first = [0, 1, 2, 3, 4];
    expect(quadraticKappa(first, [0, 1, 2, 3, 3])!).toBeGreaterThan(quadraticKappa(first, [0, 1, 2, 3, 0])!);
    expect(cohenKappa(first, [0, 1, 2, 3, 3])!).toBeCloseTo(cohenKappa(first, [0, 1, 2, 3, 0])!, 12);
  });

  it('does not care for a constant and a factor on all points, but does for a marker who is milder', () => {
    fc.assert(
      fc.property(pairs(2), fc.integer({ min: 1, max: 9 }), fc.integer({ min: -9, max: 9 }), ([first, second], factor, shift) => {
        const move = (marks: number[]): number[] => marks.map((mark) => factor * mark + shift);
        near(quadraticKappa(move(first), move(second)), quadraticKappa(first, second), 7);
      }),
    );
    expect(quadraticKappa([1, 2, 3], [2, 3, 4])!).toBeLessThan(1);
  });

  it('is null without answers and where no points differ', () => {
    expect([quadraticKappa([], []), quadraticKappa([2, 2], [2, 2])]).toEqual([null, null]);
    expect(quadraticKappa([2, 2], [3, 3])).toBe(0);
  });
});

describe('the intraclass correlation', () => {
  /** Six answers, four judges: Shrout & Fleiss 1979, table 2. */
  const published = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]];

  it('of the published six answers and four judges is 0.29', () => {
    expect(intraclassCorrelation(published)).toBeCloseTo(0.29, 2);
  });

  it('is made of the published mean squares 11.24, 32.49 and 1.02', () => {
    const [between, judges, error] = [11.24, 32.49, 1.02];
    expect(intraclassCorrelation(published)).toBeCloseTo((between - error) / (between + 3 * error + (4 * (judges - error)) / 6), 3);
  });

  it('is 1 for full agreement, and lower for a milder marker whom a plain correlation would not see', () => {
    expect(intraclassCorrelation([[1, 1], [3, 3], [8, 8]])).toBeCloseTo(1, 12);
    expect(intraclassCorrelation([[1, 4], [3, 6], [8, 11]])).toBeLessThan(0.8);
  });

  it('of two markers, worked by hand: 4, 6, 8 beside 6, 6, 6 have nothing in common', () => {
    // Means of answers 5, 6, 7: MSB = 2·2/2 = 2. Markers both 6: MSJ = 0. Left: (±1)² four times, MSE = 4/2 = 2.
    expect(intraclassCorrelation([[4, 6], [6, 6], [8, 6]])).toBeCloseTo(0, 12);
  });

  it('is null below two answers or two markers and where no points differ', () => {
    expect([intraclassCorrelation([]), intraclassCorrelation([[1, 2]]), intraclassCorrelation([[1], [2]]), intraclassCorrelation([[5, 5], [5, 5]])]).toEqual([null, null, null, null]);
  });

  it('wants a mark of every marker', () => {
    expect(() => intraclassCorrelation([[1, 2], [1]])).toThrow(RangeError);
  });

  it('does not care for the order of answers and markers, nor for a constant and a factor on all points', () => {
    fc.assert(
      fc.property(pairs(2), fc.integer({ min: 1, max: 9 }), fc.integer({ min: -9, max: 9 }), ([first, second], factor, shift) => {
        const rows = first.map((mark, at) => [mark, second[at]!]);
        const value = intraclassCorrelation(rows);
        fc.pre(value !== null);
        near(intraclassCorrelation(rows.map((row) => [...row].reverse()).reverse()), value);
        near(intraclassCorrelation(rows.map((row) => row.map((mark) => factor * mark + shift))), value, 6);
        expect(value).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  it('comes near quadratic kappa as answers become many, as Fleiss and Cohen showed', () => {
    let seed = 11;
    const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    const first = Array.from({ length: 2000 }, () => Math.floor(random() * 6));
    const second = first.map((mark) => Math.max(0, Math.min(5, mark + Math.floor(random() * 3) - 1)));
    expect(intraclassCorrelation(first.map((mark, at) => [mark, second[at]!]))).toBeCloseTo(quadraticKappa(first, second)!, 3);
  });
});

describe('the agreement of two blind markers', () => {
  it('of four answers, worked by hand', () => {
    const agreement = markerAgreement({ first: [4, 6, 8, 5], second: [4, 7, 6, 5] });
    expect(agreement).toMatchObject({ answers: 4, exact: 0.5, meanAbsoluteDifference: 0.75, meanDifference: 0.25 });
    // Chance: 4 and 5 once each by both, 6 once each: 3 of 16. (8 − 3)/(16 − 3)
    expect(agreement.kappa).toBeCloseTo(5 / 13, 12);
    // Σ(x − y)² = 5; Σ over all pairs/4 = 8.75 + 5 + 4·0.25² = 14
    expect(agreement.weightedKappa).toBeCloseTo(1 - 5 / 14, 12);
  });

  it('of no answers says nothing', () => {
    expect(markerAgreement({ first: [], second: [] })).toEqual({ answers: 0, exact: null, meanAbsoluteDifference: null, meanDifference: null, kappa: null, weightedKappa: null, intraclass: null });
  });

  it('of one answer says what can be said of one', () => {
    expect(markerAgreement({ first: [3], second: [5] })).toEqual({ answers: 1, exact: 0, meanAbsoluteDifference: 2, meanDifference: -2, kappa: 0, weightedKappa: 0, intraclass: null });
  });

  it('refuses marks that are not of the same answers', () => {
    expect(() => markerAgreement({ first: [1, 2], second: [1] })).toThrow(RangeError);
    expect(() => cohenKappa([1], [])).toThrow(RangeError);
    expect(() => quadraticKappa([1], [])).toThrow(RangeError);
  });

  it('turns the sign of the mean difference alone when the markers change places', () => {
    fc.assert(
      fc.property(pairs(1), ([first, second]) => {
        const [one, other] = [markerAgreement({ first, second }), markerAgreement({ first: second, second: first })];
        for (const figure of ['exact', 'meanAbsoluteDifference', 'kappa', 'weightedKappa', 'intraclass'] as const) near(other[figure], one[figure]);
        expect(other.meanDifference).toBeCloseTo(-one.meanDifference!, 9);
        expect(Math.abs(one.meanDifference!)).toBeLessThanOrEqual(one.meanAbsoluteDifference! + 1e-9);
      }),
    );
  });
});
