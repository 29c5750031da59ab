import fc from 'fast-check';
import { discrimination } from './discrimination.js';

const between = (x: readonly number[], rest: readonly number[]) => discrimination(Float64Array.from(x), Float64Array.from(rest));
const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 20 })), { minLength: 2, maxLength: 8 });
const varying = pairs.filter((list) => new Set(list.map(([x]) => x)).size > 1 && new Set(list.map(([, rest]) => rest)).size > 1);
const listsOf = (list: readonly (readonly [number, number])[]) => [list.map(([x]) => x), list.map(([, rest]) => rest)] as const;

describe('the discrimination index', () => {
  it('is 100 where item and rest rise together, −100 where they run against each other', () => {
    expect(between([0, 1, 2], [5, 6, 7])).toEqual({ index: 100, efficiency: 100 });
    expect(between([0, 1, 2], [7, 6, 5]).index).toBe(-100);
  });

  it('of marks 1, 1, 0, 0 beside rests 3, 1, 2, 0 is 100/√5 and the efficiency 50, worked by hand', () => {
    // deviations ½, ½, −½, −½ and 1½, −½, ½, −1½: Σ = 1; Σ sorted = 2; Σx² = 1, Σrest² = 5
    const { index, efficiency } = between([1, 1, 0, 0], [3, 1, 2, 0]);
    expect(index).toBeCloseTo(100 / Math.sqrt(5), 12);
    expect(efficiency).toBeCloseTo(50, 12);
  });

  it('of what has nothing in common is exactly 0, so that rounding makes no negative item', () => {
    expect(between([0.1, 0.1, 0.7, 0.7], [0.3, 0.9, 0.3, 0.9])).toEqual({ index: 0, efficiency: 0 });
  });

  it('is the correlation in percent, with the divisors n − 1 falling out', () => {
    fc.assert(
      fc.property(varying, (list) => {
        const [x, y] = listsOf(list);
        const [meanX, meanY] = [x, y].map((values) => values.reduce((sum, value) => sum + value, 0) / values.length) as [number, number];
        const dot = (a: readonly number[], b: readonly number[], ma: number, mb: number) => a.reduce((sum, value, at) => sum + (value - ma) * (b[at]! - mb), 0);
        expect(between(x, y).index).toBeCloseTo((100 * dot(x, y, meanX, meanY)) / Math.sqrt(dot(x, x, meanX, meanX) * dot(y, y, meanY, meanY)), 8);
      }),
    );
  });
});

describe('nothing can be said about discrimination', () => {
  it.each<[string, number[], number[]]>([
    ['without attempts', [], []],
    ['of one attempt', [1], [3]],
    ['where all have the same mark', [1, 1, 1], [1, 2, 3]],
    ['where the rest is the same for all', [0, 1, 1], [2, 2, 2]],
    ['where the rest differs only by rounding', [0, 1, 1], [0.1 + 0.2, 0.3, 0.3]],
  ])('%s', (_, x, rest) => expect(between(x, rest)).toEqual({ index: null, efficiency: null }));
});

describe('the discriminative efficiency', () => {
  it('is 100 exactly where no other pairing of these marks would discriminate better', () => {
    fc.assert(
      fc.property(varying, (list) => {
        const [x, rest] = listsOf(list);
        const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);
        expect(between(sorted(x), sorted(rest)).efficiency).toBeCloseTo(100, 9);
      }),
    );
  });

  it('divides by the best of all pairings, found by trying them', () => {
    const permutations = (list: readonly number[]): number[][] => (list.length < 2 ? [[...list]] : list.flatMap((first, at) => permutations(list.filter((_, other) => other !== at)).map((others) => [first, ...others])));
    const small = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 9 })), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(small, (list) => {
        const [x, rest] = listsOf(list);
        const own = between(x, rest);
        fc.pre(own.efficiency !== null);
        const best = Math.max(...permutations(rest).map((order) => between(x, order).index!));
        expect(own.efficiency).toBeCloseTo((100 * own.index!) / best, 8);
      }),
      { numRuns: 60 },
    );
  });

  it('is never above 100, has the sign of the index and is at least as far from 0', () => {
    fc.assert(
      fc.property(varying, (list) => {
        const { index, efficiency } = between(...listsOf(list));
        expect(efficiency).toBeLessThanOrEqual(100);
        expect(Math.sign(efficiency!)).toBe(Math.sign(index!));
        expect(Math.abs(efficiency!)).toBeGreaterThanOrEqual(Math.abs(index!) - 1e-9);
        expect(Math.abs(index!)).toBeLessThanOrEqual(100);
      }),
    );
  });

  it('can fall below −100: of marks 0, 0, 1 beside rests 1, 1, 0 it is −200', () => {
    // deviations −⅓, −⅓, ⅔ and ⅓, ⅓, −⅔: Σ = −6/9; sorted rests 0, 1, 1: Σ = 3/9
    const { index, efficiency } = between([0, 0, 1], [1, 1, 0]);
    expect(index).toBeCloseTo(-100, 9);
    expect(efficiency).toBeCloseTo(-200, 9);
  });

  it('and the index do not care for the order of attempts, for a constant added or for a factor above 0', () => {
    fc.assert(
      fc.property(varying, fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }), fc.integer({ min: -5, max: 5 }), (list, factorX, factorRest, shift) => {
        const [x, rest] = listsOf(list);
        const plain = between(x, rest);
        const moved = between([...x].reverse().map((mark) => factorX * mark + shift), [...rest].reverse().map((mark) => factorRest * mark - shift));
        expect(moved.index).toBeCloseTo(plain.index!, 7);
        expect(moved.efficiency).toBeCloseTo(plain.efficiency!, 7);
      }),
    );
  });

  it('leaves the lists as they were', () => {
    const [x, rest] = [Float64Array.of(1, 0, 1), Float64Array.of(3, 2, 1)];
    discrimination(x, rest);
    expect([[...x], [...rest]]).toEqual([[1, 0, 1], [3, 2, 1]]);
  });
});
