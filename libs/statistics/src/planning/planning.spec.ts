import { createRandomSource } from '../random/random-source.js';
import { drawWorld } from '../simulation/world.js';
import { estimateStacked } from '../stacked/estimate-stacked.js';
import { logRatioVariance, meanShare, postPeriodsNeeded, powerAgainst, smallestDetectableFall, unitsNeeded } from './detectable-fall.js';
import { rolloutAnswerAfter, rolloutDetectableFall, rolloutError, rolloutPower } from './rollout.js';
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

  it('has the wanted power exactly at the smallest fall', () => {
    const input = { meanCount: 1.3, treatedUnits: 50, comparisonUnits: 50 };
    expect(powerAgainst({ ...input, fall: smallestDetectableFall(input) })).toBeCloseTo(0.8, 6);
    expect(powerAgainst({ ...input, fall: 0.1 })).toBeLessThan(0.5);
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
    const input = { ...history, fall: 0.3, waves: [{ at: 20, units: 75 }], runs: 20, random: createRandomSource(1) };
    const result = powerByThinning(input);
    expect(Math.abs(result.meanRatio - 0.7)).toBeLessThan(0.03);
    const some = powerByThinning({ ...input, units: 60, waves: [{ at: 17, units: 20 }, { at: 21, units: 20 }] });
    expect(Math.abs(some.meanRatio - 0.7)).toBeLessThan(0.05);
    expect(result.power).toBeGreaterThan(0.9);
    expect(() => powerByThinning({ ...input, waves: [{ at: 20, units: 151 }] })).toThrow('treated units');
  });
});

describe('a rollout in waves', () => {
  const once = { waves: [{ at: 0, units: 200 }], units: 400, meanCount: 1.3, history: 15, decisionWindow: 3 };

  it('has the error of the plain formula when all are treated together', () => {
    const plain = Math.sqrt(logRatioVariance({ meanCount: 1.3, treatedUnits: 200, comparisonUnits: 200, ratio: 0.8 }));
    // The formula takes shocks before and after as independent; over five periods they nearly are.
    expect(Math.abs(rolloutError(once, 12, 0.8) / plain - 1)).toBeLessThan(0.003);
    expect(rolloutError({ ...once, shockSd: 0 }, 12, 0.8)).toBeCloseTo(Math.sqrt(logRatioVariance({ meanCount: 1.3, shockSd: 0, treatedUnits: 200, comparisonUnits: 200, ratio: 0.8 })), 10);
    expect(rolloutPower(once, 12, rolloutDetectableFall(once, 12))).toBeCloseTo(0.8, 3);
  });

  it('has the error that the estimate itself reports in such a world', () => {
    const waves = [13, 17, 21, 25, 29];
    const errors = [1, 2, 3, 4].map((seed) => estimateStacked(drawWorld({ seed, selection: 0, ratio: 0.8, unitSd: 0, waves })).standardError);
    const planned = rolloutError({ waves: waves.map((at) => ({ at: at - 13, units: 60 })), units: 400, meanCount: 1.33, history: 12, decisionWindow: 3 }, 24, 0.8);
    expect(Math.abs(planned / (errors.reduce((sum, value) => sum + value, 0) / 4) - 1)).toBeLessThan(0.06);
  });

  it('answers sooner with all at once than drop by drop, and never before the phase-in is over', () => {
    const drops = { ...once, waves: [0, 4, 8, 12].map((at) => ({ at, units: 50 })) };
    const [together, later] = [rolloutAnswerAfter(once, 0.15), rolloutAnswerAfter(drops, 0.15)];
    expect(together).toBeGreaterThan(2);
    expect(together).toBeLessThan(later);
    expect(rolloutError(once, 2, 0.8)).toBe(Infinity);
    expect(rolloutAnswerAfter(once, 0.02)).toBeNaN();
  });

  it('can end with every unit treated, but not begin so', () => {
    const all = { ...once, waves: [{ at: 0, units: 200 }, { at: 8, units: 200 }] };
    expect(rolloutError(all, 20, 0.8)).toBeLessThan(Infinity);
    expect(rolloutError({ ...once, waves: [{ at: 0, units: 400 }] }, 20, 0.8)).toBe(Infinity);
    expect(() => rolloutError({ ...once, waves: [{ at: 0, units: 401 }] }, 20, 0.8)).toThrow('no more units');
  });
});
