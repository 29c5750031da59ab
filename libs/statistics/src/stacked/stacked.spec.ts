import { StatisticsError } from '../errors.js';
import { createRandomSource } from '../random/random-source.js';
import { drawWorld } from '../simulation/world.js';
import { denseGlm } from '../testing-support.js';
import { estimateStacked } from './estimate-stacked.js';
import { stackedEventStudy } from './event-study.js';
import { naiveComparisons } from './naive.js';
import { NEVER_TREATED } from './panel-grid.js';
import type { TreatmentPanel } from './panel-grid.js';
import { sameSpikeComparison } from './same-spike.js';
import { windowCurve } from './window-curve.js';

const WINDOWS = { decisionWindow: 2, prePeriods: 4, phaseIn: 1, postPeriods: 3 };
const small = drawWorld({ seed: 4, units: 14, times: 16, waves: [8, 11], unitsPerWave: 4, meanCount: 6, ratio: 0.7 });

/** The stacked rows written down from the definition, one object per row. */
function stackByHand(panel: TreatmentPanel) {
  const rows: { unitWave: string; timeWave: string; effect: number; row: number }[] = [];
  for (const wave of [8, 11]) {
    for (let r = 0; r < panel.count.length; r++) {
      const t = panel.time[r]!;
      const first = panel.firstTreated[r]!;
      const clean = (t >= wave - 6 && t <= wave - 3) || (t >= wave + 1 && t <= wave + 3);
      if (clean && (first === wave || (first > wave && t < first))) {
        const effect = Number(first === wave && t > wave);
        rows.push({ unitWave: `${panel.unit[r]}/${wave}`, timeWave: `${t}/${wave}`, effect, row: r });
      }
    }
  }
  return rows;
}

/** Brute force: dummies for every unit × wave and period × wave. */
function denseStack(panel: TreatmentPanel) {
  const rows = stackByHand(panel);
  const units = [...new Set(rows.map((row) => row.unitWave))];
  const times = [...new Set(rows.map((row) => row.timeWave))].sort();
  const free = times.filter((time) => time !== '2/8' && time !== '5/11');
  const design = rows.map((row) => [
    row.effect,
    ...units.map((unit) => Number(unit === row.unitWave)),
    ...free.map((time) => Number(time === row.timeWave)),
  ]);
  const cluster = rows.map(({ row }) => panel.unit[row]!);
  const at = (values: Float64Array): number[] => rows.map(({ row }) => values[row]!);
  return { rows: rows.length, ...denseGlm(design, at(panel.count), at(panel.exposure), cluster) };
}

describe('the stacked clean-window estimate', () => {
  const estimate = estimateStacked({ ...small, ...WINDOWS, inference: 'normal', correction: { kind: 'none' } });

  it('equals a dense regression on the rows of the definition', () => {
    const dense = denseStack(small);
    expect(estimate.rows).toBe(dense.rows);
    expect(estimate.logRatio).toBeCloseTo(dense.coefficients[0]!, 8);
    expect(estimate.standardError).toBeCloseTo(Math.sqrt(dense.covariance[0]![0]!), 7);
  });

  it('finds the exact effect when there is no noise', () => {
    const mean = drawWorld({ seed: 9, units: 60, unitsPerWave: 8 });
    const count = mean.exposure.map((n, r) => {
      const treatedLong = mean.time[r]! >= mean.firstTreated[r]! + 2;
      return n * 1e-3 * (1 + (mean.unit[r]! % 5)) * (1 + 0.1 * (mean.time[r]! % 7)) * (treatedLong ? 0.7 : 1);
    });
    const exact = estimateStacked({ ...mean, count, inference: 'normal' });
    expect(exact.ratio).toBeCloseTo(0.7, 8);
    exact.waves.forEach((wave) => expect(wave.ratio).toBeCloseTo(0.7, 8));
    const weighted = estimateStacked({ ...mean, count, inference: 'normal', correctiveWeights: true });
    expect(weighted.ratio).toBeCloseTo(0.7, 8);
  });

  it('does not look at the decision window or the phase-in of any unit', () => {
    const disturbed = small.count.map((y, r) => {
      const shared = small.time[r] === 8 || small.time[r] === 11;
      return shared ? y + 50 : y;
    });
    const oneWave = { ...small, firstTreated: small.firstTreated.map((g) => (g === 11 ? NEVER_TREATED : g)) };
    const before = estimateStacked({ ...oneWave, ...WINDOWS, postPeriods: 2, inference: 'normal' });
    const after = estimateStacked({ ...oneWave, count: disturbed, ...WINDOWS, postPeriods: 2, inference: 'normal' });
    expect(after.logRatio).toBeCloseTo(before.logRatio, 10);
  });

  it('reports each wave with its units', () => {
    expect(estimate.waves.map(({ wave, treatedUnits }) => [wave, treatedUnits])).toEqual([
      [8, 4],
      [11, 4],
    ]);
    expect(estimate.waves[0]!.comparisonUnits).toBe(10);
    expect(estimate.waves[1]!.comparisonUnits).toBe(6);
  });

  it('skips waves that cannot be compared and says why', () => {
    const firstTreated = small.firstTreated.map((g) => (g === 11 ? 16 : g));
    const skipping = estimateStacked({ ...small, firstTreated, ...WINDOWS, inference: 'normal' });
    expect(skipping.skippedWaves).toEqual([{ wave: 16, reason: 'no-period-after' }]);
  });

  it('takes the window of each wave from the record', () => {
    const byWave = new Map([
      [8, 2],
      [11, 2],
    ]);
    const recorded = estimateStacked({ ...small, ...WINDOWS, decisionWindow: byWave, inference: 'normal' });
    expect(recorded.logRatio).toBeCloseTo(estimate.logRatio, 12);
    const unknown = estimateStacked({ ...small, ...WINDOWS, decisionWindow: new Map([[8, 2]]), inference: 'normal' });
    const six = estimateStacked({ ...small, ...WINDOWS, decisionWindow: new Map([[8, 2], [11, 6]]), inference: 'normal' });
    expect(unknown.logRatio).toBe(six.logRatio);
    expect(unknown.logRatio).not.toBeCloseTo(recorded.logRatio, 3);
  });

  it('uses permutation when a side has few clusters, and repeats itself', () => {
    const once = estimateStacked({ ...small, ...WINDOWS, permutations: 99 });
    const twice = estimateStacked({ ...small, ...WINDOWS, permutations: 99 });
    expect(once.inference).toBe('permutation');
    expect(once.pValue).toBe(twice.pValue);
    expect(once.lower < 1 && once.upper > 1).toBe(once.pValue > 0.05);
    const other = estimateStacked({ ...small, ...WINDOWS, permutations: 99, random: createRandomSource(8) });
    expect(other.permutation!.draws).not.toEqual(once.permutation!.draws);
  });

  it('clusters by company when whole companies are treated together', () => {
    const world = drawWorld({ seed: 2, units: 60, unitsPerWave: 6, waves: [14, 20] });
    const cluster = world.unit.map((u) => Math.floor((u - 1) / 3));
    const wave = [14, 20, NEVER_TREATED];
    const firstTreated = cluster.map((c) => wave[c % 3]!);
    const grouped = estimateStacked({ ...world, firstTreated, cluster, permutations: 19 });
    expect(grouped.treatedClusters).toBe(14);
    expect(grouped.inference).toBe('permutation');
    const mixed = { ...world, cluster: world.unit.map((u) => u % 4), inference: 'permutation' as const };
    expect(() => estimateStacked(mixed)).toThrow('two waves');
  });

  it('refuses panels it cannot read', () => {
    const codeOf = (change: Partial<TreatmentPanel>): string => {
      try {
        estimateStacked({ ...small, ...WINDOWS, ...change });
      } catch (error) {
        return error instanceof StatisticsError ? error.code : 'other';
      }
      return 'none';
    };
    expect(codeOf({ time: small.time.map(() => 3) })).toBe('duplicate-row');
    expect(codeOf({ firstTreated: small.firstTreated.map((_, r) => r) })).toBe('treatment-varies-within-unit');
    expect(codeOf({ firstTreated: small.firstTreated.map(() => NEVER_TREATED) })).toBe('no-usable-wave');
    expect(codeOf({ time: Array.from(small.time, (t) => t + 0.5) })).toBe('out-of-range');
    expect(codeOf({ cluster: [1] })).toBe('length-mismatch');
  });
});

describe('what is shown beside the estimate', () => {
  const world = drawWorld({ seed: 21, units: 120, unitsPerWave: 18 });

  it('is an event study around the clean periods', () => {
    const study = stackedEventStudy(world);
    const clean = study.points.filter((point) => point.window === 'clean-before');
    expect(clean.map((point) => point.relative)).toEqual([-15, -14, -13, -12, -11, -10, -9, -8, -7, -6, -5, -4]);
    expect(clean.reduce((sum, point) => sum + point.logRatio, 0)).toBeCloseTo(0, 10);
    expect(study.points.filter((point) => point.window === 'decision').map((point) => point.relative)).toEqual([-3, -2, -1]);
    expect(study.points.filter((point) => point.window === 'phase-in').length).toBe(2);
    expect(study.leads.df1).toBe(11);
    const spike = study.points.find((point) => point.relative === -1)!;
    expect(spike.lower).toBeGreaterThan(1);
  });

  it('is a curve over the decision window whose chosen point differs from itself by nothing', () => {
    const curve = windowCurve(world);
    expect(curve.points.map((point) => point.decisionWindow)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(curve.points[3]!.difference).toBeCloseTo(0, 12);
    expect(curve.points[3]!.differenceError).toBeCloseTo(0, 12);
    expect(curve.points[0]!.ratio).toBeLessThan(curve.points[3]!.ratio);
  });

  it('is the naive comparison, which sees a fall that is not there', () => {
    const naive = naiveComparisons(world);
    expect(naive.quarterBefore.upper).toBeLessThan(1);
    expect(naive.quarterBefore.rateAfter / naive.quarterBefore.rateBefore).toBeCloseTo(naive.quarterBefore.ratio, 12);
  });

  it('is the fall of units with the same record that are not treated yet', () => {
    const pair = sameSpikeComparison(world);
    expect(pair.comparison.ratio).toBeLessThan(0.95);
    expect(Math.abs(Math.log(pair.comparison.rateBefore / pair.treated.rateBefore))).toBeLessThan(0.2);
    expect(pair.treated.units + pair.unmatched).toBe(90);
  });

  it.each([1, 0.7])('shows between them what is left for a true ratio of %s', (ratio) => {
    const logs = [1, 2, 3, 4, 5, 6].map((seed) => {
      const { treated, comparison } = sameSpikeComparison(drawWorld({ seed, ratio }));
      return treated.logRatio - comparison.logRatio;
    });
    // Standard deviation of one about 0.06.
    expect(Math.abs(logs.reduce((sum, value) => sum + value, 0) / 6 - Math.log(ratio))).toBeLessThan(0.075);
  });
});
