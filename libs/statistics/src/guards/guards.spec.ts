import * as fc from 'fast-check';
import { normalCdf } from '../distributions/distributions.js';
import { createRandomSource } from '../random/random-source.js';
import { drawWorld } from '../simulation/world.js';
import { stackedEventStudy } from '../stacked/event-study.js';
import { benjaminiHochberg } from './benjamini-hochberg.js';
import { conditionalBreakdown, conditionalSensitivity } from './conditional-sensitivity.js';
import { empiricalBayes } from './empirical-bayes.js';
import { eventPath } from './event-path.js';
import type { EventPath } from './event-path.js';
import { truncatedQuantile } from './moment-test.js';
import { conservativeSensitivity } from './sensitivity-band.js';

describe('empirical Bayes', () => {
  const input = {
    before: Float64Array.from([8, 2]),
    after: Float64Array.from([4, 3]),
    expectedBefore: Float64Array.from([4, 4]),
    expectedAfter: Float64Array.from([5, 5]),
    overdispersion: 0.25,
  };

  it('shrinks the record towards the comparison', () => {
    const result = empiricalBayes(input);
    expect([...result.weight]).toEqual([0.5, 0.5]);
    expect([...result.expected]).toEqual([6, 3]);
    const predicted = 9 * 1.25;
    const spread = (0.5 * 9 * 1.25 ** 2) / predicted ** 2;
    expect(result.ratio).toBeCloseTo(7 / predicted / (1 + spread), 12);
  });

  it('ignores the own record when units do not differ', () => {
    const result = empiricalBayes({ ...input, overdispersion: 0 });
    expect([...result.expected]).toEqual([4, 4]);
    expect(result.ratio).toBeCloseTo(0.7, 12);
  });

  it('refuses a comparison of nothing', () => {
    expect(() => empiricalBayes({ ...input, expectedBefore: Float64Array.from([0, 4]) })).toThrow('expected');
  });
});

describe('Benjamini–Hochberg', () => {
  it('adjusts the textbook way', () => {
    const adjusted = benjaminiHochberg([0.01, 0.04, 0.03, 0.5]);
    [0.04, 0.16 / 3, 0.16 / 3, 0.5].forEach((value, i) => expect(adjusted[i]).toBeCloseTo(value, 12));
  });

  it('keeps the order and never lowers a p-value', () => {
    const p = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 });
    fc.assert(
      fc.property(p, (values) => {
        const adjusted = benjaminiHochberg(values);
        values.forEach((value, i) => {
          expect(adjusted[i]!).toBeGreaterThanOrEqual(value);
          expect(adjusted[i]!).toBeLessThanOrEqual(1);
          values.forEach((other, j) => expect(value < other && adjusted[i]! > adjusted[j]!).toBe(false));
        });
      }),
    );
  });
});

/** Two pre periods, one post period, independent estimates. */
const path: EventPath = {
  pre: 2,
  post: 1,
  estimates: Float64Array.from([0.02, -0.01, 0.6]),
  covariance: Float64Array.from([0.01, 0, 0, 0, 0.01, 0, 0, 0, 0.01]),
  weights: Float64Array.from([1]),
};

describe('sensitivity to drift', () => {
  it('widens by violation × bound × distance', () => {
    const { bands, largestStep, breakdown } = conservativeSensitivity(path, [0, 0.5, 1]);
    expect(bands[2]!.upper - bands[1]!.upper).toBeCloseTo(0.5 * largestStep, 12);
    const atBreakdown = conservativeSensitivity(path, [breakdown]).bands[0]!;
    expect(atBreakdown.lower).toBeCloseTo(0, 10);
  });

  it('is sharper in its conditional form, and lies inside the conservative one', () => {
    for (const violation of [0, 0.5, 1]) {
      const sharp = conditionalSensitivity(path, violation, createRandomSource(3));
      const wide = conservativeSensitivity(path, [violation]).bands[0]!;
      expect(sharp.lower).toBeGreaterThan(wide.lower);
      expect(sharp.upper).toBeLessThan(wide.upper);
      expect(sharp.lower).toBeLessThan(0.6);
      expect(sharp.upper).toBeGreaterThan(0.6);
    }
  });

  it('has a breakdown where the conditional set first reaches no effect', () => {
    const breakdown = conditionalBreakdown(path, createRandomSource(3), 0.05, 4);
    expect(breakdown).toBeGreaterThan(conservativeSensitivity(path, []).breakdown);
    const beyond = conditionalSensitivity(path, breakdown * 1.2, createRandomSource(3));
    expect(beyond.lower).toBeLessThanOrEqual(0);
    const none = { ...path, estimates: Float64Array.from([0.02, -0.01, 0.05]) };
    expect(conditionalBreakdown(none, createRandomSource(3))).toBe(0);
  });

  it('reads its path from an event study in blocks', () => {
    const study = stackedEventStudy(drawWorld({ seed: 8, units: 100, unitsPerWave: 15 }));
    const single = eventPath(study, 1);
    expect([single.pre, single.post]).toEqual([11, 15]);
    expect(single.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    const after = study.points.filter((point) => point.window === 'after');
    const reference = study.points.find((point) => point.relative === -4)!;
    expect(single.estimates.at(-1)).toBeCloseTo(after.at(-1)!.logRatio - reference.logRatio, 12);
    const blocks = eventPath(study);
    expect([blocks.pre, blocks.post]).toEqual([3, 6]);
    expect(blocks.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  });
});

describe('the truncated normal quantile', () => {
  it('inverts the truncated distribution in both tails', () => {
    for (const [from, to] of [[-1, 2], [6, 9], [-9, -6], [-Infinity, 0]] as const) {
      const x = truncatedQuantile(0.3, from, to);
      // Far to the right the lower tail is full; mirror it.
      const mass = (a: number, b: number): number => (a > 0 ? normalCdf(-a) - normalCdf(-b) : normalCdf(b) - normalCdf(a));
      expect(mass(from, x) / mass(from, to)).toBeCloseTo(0.3, 9);
    }
  });
});
