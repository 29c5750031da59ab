import { createRandomSource } from '../random/random-source.js';
import { drawWorld } from '../simulation/world.js';
import { logRatioVariance, meanShare, postPeriodsNeeded, smallestDetectableFall, unitsNeeded } from './detectable-fall.js';
import { estimateShocks } from './shocks.js';
import { powerByThinning } from './thinning.js';

describe('the planner', () => {
  it('adds Poisson noise and shocks of both arms', () => {
    const plain = { meanCount: 2, shockSd: 0, treatedUnits: 10, comparisonUnits: 30, ratio: 0.5 };
    expect(logRatioVariance(plain)).toBeCloseTo(1 / 240 + 1 / 100 + 1 / 720 + 1 / 600, 12);
    const shocked = logRatioVariance({ ...plain, shockSd: 0.5, shockCorrelation: 0 });
    expect(shocked - logRatioVariance(plain)).toBeCloseTo(0.25 * (1 / 12 + 1 / 10) * (1 / 10 + 1 / 30), 12);
  });

  it('knows the variance of a mean of correlated values', () => {
    expect(meanShare(1, 0.6)).toBe(1);
    expect(meanShare(4, 0)).toBeCloseTo(0.25, 12);
    // Two values with correlation 0.6: (1 + 0.6)/2.
    expect(meanShare(2, 0.6)).toBeCloseTo(0.8, 12);
  });

  it('agrees with itself in both directions', () => {
    const units = unitsNeeded({ meanCount: 1.3, fall: 0.2 });
    const fall = smallestDetectableFall({ meanCount: 1.3, treatedUnits: units / 2, comparisonUnits: units / 2 });
    expect(Math.abs(fall - 0.2)).toBeLessThan(0.001);
    expect(unitsNeeded({ meanCount: 0.05, fall: 0.2 })).toBeGreaterThan(10 * units);
  });

  it('finds how many periods to wait', () => {
    const input = { meanCount: 1.3, treatedUnits: 50, comparisonUnits: 50 };
    const periods = postPeriodsNeeded({ ...input, fall: 0.25 });
    expect(smallestDetectableFall({ ...input, postPeriods: periods })).toBeLessThanOrEqual(0.25);
    expect(smallestDetectableFall({ ...input, postPeriods: periods - 1 })).toBeGreaterThan(0.25);
    expect(postPeriodsNeeded({ ...input, fall: 0.01 })).toBeNaN();
  });

  it('says when nothing could be found', () => {
    expect(smallestDetectableFall({ meanCount: 0.01, treatedUnits: 5, comparisonUnits: 5 })).toBeNaN();
    expect(() => unitsNeeded({ meanCount: 1, fall: 1.5 })).toThrow('fall');
  });

  it('reads shocks from history', () => {
    const shocks = estimateShocks(drawWorld({ seed: 9, unitsPerWave: 0 }));
    expect(Math.abs(shocks.shockSd - 0.35)).toBeLessThan(0.04);
    expect(Math.abs(shocks.shockCorrelation - 0.6)).toBeLessThan(0.15);
    const calm = estimateShocks(drawWorld({ seed: 9, unitsPerWave: 0, shockSd: 0 }));
    expect(calm.shockSd).toBeLessThan(0.15);
  });

  it('plants the fall it was asked for', () => {
    const history = drawWorld({ seed: 30, units: 150, unitsPerWave: 0, meanCount: 3 });
    const input = { ...history, fall: 0.3, treatedUnits: 75, treatedAt: 20, runs: 20, random: createRandomSource(1) };
    const result = powerByThinning(input);
    expect(Math.abs(result.meanRatio - 0.7)).toBeLessThan(0.03);
    expect(result.power).toBeGreaterThan(0.9);
    expect(() => powerByThinning({ ...input, treatedUnits: 150 })).toThrow('treatedUnits');
  });
});
