import fc from 'fast-check';
import { covariance, kurtosis, median, momentsOf, same, sampleDeviation, sampleVariance, skewness } from './moments.js';
import { naiveKurtosis, naiveMedian, naiveSkewness } from './testing/naive-analysis.js';
import { shuffles } from './testing/tables.js';

const of = (...values: number[]) => momentsOf(Float64Array.from(values))!;
const halves = fc.array(fc.integer({ min: -20, max: 20 }).map((value) => value / 2), { minLength: 1, maxLength: 15 });
/** Not all the same: shape is defined only then. */
const spread = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 4, maxLength: 15 }).filter((values) => new Set(values).size > 1);

describe('moments', () => {
  it('of 2, 4, 4, 4, 5, 5, 7, 9 are mean 5 and m2 4, the textbook case', () => {
    expect(of(2, 4, 4, 4, 5, 5, 7, 9)).toMatchObject({ count: 8, mean: 5, m2: 4 });
    expect(sampleVariance(of(2, 4, 4, 4, 5, 5, 7, 9))).toBeCloseTo(32 / 7, 12);
    expect(sampleDeviation(of(2, 4, 4, 4, 5, 5, 7, 9))).toBeCloseTo(Math.sqrt(32 / 7), 12);
  });

  it('of 1, 2, 3, 10 are 4, 12.5, 45 and 348.5', () => {
    expect(of(1, 2, 3, 10)).toEqual({ count: 4, mean: 4, m2: (9 + 4 + 1 + 36) / 4, m3: (-27 - 8 - 1 + 216) / 4, m4: (81 + 16 + 1 + 1296) / 4 });
  });

  it('are null of nothing, and nothing of one value can be said about its spread', () => {
    expect(momentsOf(new Float64Array())).toBeNull();
    expect([sampleVariance(of(3)), sampleDeviation(of(3)), skewness(of(3)), kurtosis(of(3))]).toEqual([null, null, null, null]);
  });

  it('know no spread among values that differ only by the rounding of decimals', () => {
    expect(0.1 + 0.2).not.toBe(0.3);
    expect(of(0.1 + 0.2, 0.3, 0.3)).toMatchObject({ m2: 0, m3: 0, m4: 0 });
    expect(of(1e6 + 0.1 + 0.2, 1e6 + 0.3)).toMatchObject({ m2: 0 });
    expect(of(0.3, 0.300001).m2).toBeGreaterThan(0);
  });
});

describe('the same score', () => {
  it('is one that differs by less than decimals can show, near 0 and far from it', () => {
    expect([same(0.1 + 0.2, 0.3), same(0, 1e-12), same(1e7, 1e7 + 1e-6), same(5, 5)]).toEqual([true, true, true, true]);
    expect([same(0.25, 0.2501), same(0, 1e-6), same(-1, 1), same(99.5, 100)]).toEqual([false, false, false, false]);
  });
});

describe('the sample variance', () => {
  it('has divisor n − 1: of 0 and 1 it is a half', () => {
    expect(sampleVariance(of(0, 1))).toBe(0.5);
    expect(sampleVariance(of(0, 0, 1, 1))).toBeCloseTo(1 / 3, 12);
  });

  it('stays when a constant is added and grows with the square of a factor', () => {
    fc.assert(
      fc.property(spread, fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 9 }), (values, shift, factor) => {
        const variance = sampleVariance(of(...values))!;
        expect(sampleVariance(of(...values.map((value) => value + shift)))).toBeCloseTo(variance, 8);
        expect(sampleVariance(of(...values.map((value) => value * factor)))! / factor ** 2).toBeCloseTo(variance, 8);
      }),
    );
  });
});

describe('skewness', () => {
  it('of 0, 0, 3 is √3, worked by hand: k2 = 3, k3 = 9', () => {
    // mean 1, m3 = (−1 − 1 + 8)/3 = 2, k3 = 9·2/(2·1) = 9, k2 = (1 + 1 + 4)/2 = 3, 9/3^1.5 = √3
    expect(skewness(of(0, 0, 3))).toBeCloseTo(Math.sqrt(3), 12);
  });

  it('is 0 of what lies evenly about its middle, and turns its sign with the values', () => {
    expect(skewness(of(1, 2, 3, 4, 5))).toBeCloseTo(0, 12);
    fc.assert(fc.property(spread, (values) => expect(skewness(of(...values.map((value) => -value)))).toBeCloseTo(-skewness(of(...values))!, 8)));
  });

  it('is null below three values and without spread', () => {
    expect([skewness(of(1, 2)), skewness(of(4, 4, 4, 4))]).toEqual([null, null]);
  });

  it('is what statistical packages call adjusted skewness', () => {
    fc.assert(fc.property(spread, (values) => expect(skewness(of(...values))).toBeCloseTo(naiveSkewness(values)!, 8)));
  });
});

describe('kurtosis', () => {
  it('of 0, 0, 1, 1 is −6, worked by hand: k2 = 1/3, k4 = −2/3', () => {
    // mean ½, m2 = ¼, m4 = 1/16, k4 = 16·(5/16 − 9/16)/(3·2·1) = −4/6, k2 = 4·¼/3, (−2/3)/(1/9) = −6
    expect(kurtosis(of(0, 0, 1, 1))).toBeCloseTo(-6, 12);
  });

  it('of 1, 2, 3, 4, 5 is −1.2, as any spreadsheet gives it', () => {
    expect(kurtosis(of(1, 2, 3, 4, 5))).toBeCloseTo(-1.2, 12);
  });

  it('is null below four values and without spread', () => {
    expect([kurtosis(of(1, 2, 4)), kurtosis(of(4, 4, 4, 4))]).toEqual([null, null]);
  });

  it('is what statistical packages call sample excess kurtosis', () => {
    fc.assert(fc.property(spread, (values) => expect(kurtosis(of(...values))).toBeCloseTo(naiveKurtosis(values)!, 7)));
  });

  it('and skewness stay whatever constant is added and whatever factor above 0 is used', () => {
    fc.assert(
      fc.property(spread, fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 20 }), (values, shift, factor) => {
        const moved = of(...values.map((value) => value * factor + shift));
        expect(skewness(moved)).toBeCloseTo(skewness(of(...values))!, 7);
        expect(kurtosis(moved)).toBeCloseTo(kurtosis(of(...values))!, 7);
      }),
    );
  });
});

describe('the median', () => {
  it('is the middle, or half-way between the two in the middle', () => {
    expect([median(Float64Array.of(9, 1, 5)), median(Float64Array.of(9, 1, 5, 6)), median(Float64Array.of(7))]).toEqual([5, 5.5, 7]);
    expect(median(new Float64Array())).toBeNull();
  });

  it('takes numbers as numbers: 10 stands above 9', () => {
    expect(median(Float64Array.of(10, 9, 100))).toBe(10);
  });

  it('leaves the list as it was, and does not care for its order', () => {
    const list = Float64Array.of(3, 1, 2);
    median(list);
    expect([...list]).toEqual([3, 1, 2]);
    fc.assert(
      fc.property(halves.chain((values) => fc.tuple(fc.constant(values), shuffles(values))), ([values, shuffled]) => {
        expect(median(Float64Array.from(shuffled))).toBe(naiveMedian(values));
      }),
    );
  });
});

describe('covariance', () => {
  const between = (x: number[], y: number[]) => covariance(Float64Array.from(x), Float64Array.from(y), of(...x), of(...y));

  it('of (1, 2), (2, 4), (3, 9) is 3.5', () => {
    expect(between([1, 2, 3], [2, 4, 9])).toBeCloseTo(3.5, 12);
  });

  it('of a list with itself is its variance', () => {
    fc.assert(fc.property(spread, (values) => expect(between(values, values)).toBeCloseTo(sampleVariance(of(...values))!, 8)));
  });

  it('is null below two pairs and exactly 0 where one list does not vary or they have nothing in common', () => {
    expect(between([1], [2])).toBeNull();
    expect(between([0.1 + 0.2, 0.3, 0.3], [1, 7, 3])).toBe(0);
    expect(between([0.1, 0.1, 0.7, 0.7], [0.3, 0.9, 0.3, 0.9])).toBe(0);
  });

  it('is the same both ways and linear in each list', () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(pairs, fc.integer({ min: 1, max: 5 }), (list, factor) => {
        const [x, y] = [list.map(([a]) => a), list.map(([, b]) => b)];
        const value = between(x, y)!;
        expect(between(y, x)).toBeCloseTo(value, 9);
        expect(between(x.map((a) => factor * a + 3), y)).toBeCloseTo(factor * value, 8);
      }),
    );
  });
});
