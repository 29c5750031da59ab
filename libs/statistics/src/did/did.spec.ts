import { linearFixedEffects } from '../linear/fixed-effects.js';
import { drawNormal } from '../random/draws.js';
import { createRandomSource } from '../random/random-source.js';
import { drawWorld } from '../simulation/world.js';
import { NEVER_TREATED } from '../stacked/panel-grid.js';
import { denseGlm, solveDense } from '../testing-support.js';
import { aggregateGroupTime } from './aggregate.js';
import { callawaySantAnna } from './callaway-santanna.js';
import { extendedTwoWayPoisson } from './etwfe.js';
import { groupTimeRatio } from './rate-ratio.js';
import { sunAbraham } from './sun-abraham.js';
import { timeFactor, twoWayPoisson } from './twfe.js';

const world = drawWorld({ seed: 3, units: 16, times: 8, waves: [4, 6], unitsPerWave: 4, meanCount: 5 });

/** A linear panel with exact effects: 2 in cohort 4, 3 in cohort 6, nothing before. */
function exactPanel() {
  const outcome = world.count.map((_, r) => {
    const effect = world.firstTreated[r] === 4 ? 2 : 3;
    return world.unit[r]! * 0.3 + world.time[r]! ** 2 * 0.1 + (world.time[r]! >= world.firstTreated[r]! ? effect : 0);
  });
  return { unit: world.unit, time: world.time, firstTreated: world.firstTreated, outcome };
}

describe('two-way Poisson', () => {
  it('refuses an effect that unit effects explain entirely, and bounds nothing where one side has no count', () => {
    const always = world.unit.map((unit) => (unit <= 8 ? 1 : NEVER_TREATED));
    expect(() => twoWayPoisson({ ...world, firstTreated: always })).toThrow('combination of unit and period');
    const none = world.count.map((y, r) => (world.time[r]! >= world.firstTreated[r]! ? 0 : y));
    const separated = twoWayPoisson({ ...world, count: none });
    expect(separated.ratio).toBe(0);
    expect(separated.upper).toBeNaN();
  });

  it('equals a dense regression with unit and time dummies', () => {
    const units = [...new Set(world.unit)];
    const design = Array.from(world.count, (_, r) => [
      Number(world.time[r]! >= world.firstTreated[r]!),
      ...units.map((unit) => Number(unit === world.unit[r])),
      ...[2, 3, 4, 5, 6, 7, 8].map((time) => Number(time === world.time[r])),
    ]);
    const dense = denseGlm(design, [...world.count], [...world.exposure], [...world.unit]);
    const estimate = twoWayPoisson({ ...world, correction: { kind: 'none' } });
    expect(estimate.logRatio).toBeCloseTo(dense.coefficients[0]!, 8);
    expect(estimate.standardError).toBeCloseTo(Math.sqrt(dense.covariance[0]![0]!), 8);
  });

  it('takes a dose instead of a date', () => {
    const dose = world.count.map((_, r) => Number(world.time[r]! >= world.firstTreated[r]!));
    expect(twoWayPoisson({ ...world, dose }).logRatio).toBeCloseTo(twoWayPoisson(world).logRatio, 9);
  });
});

describe('extended two-way Poisson', () => {
  const count = world.exposure.map((n, r) => {
    const ratio = world.firstTreated[r] === 4 ? 0.8 : 0.5;
    return n * (1 + world.unit[r]! / 10) * (1 + 0.05 * world.time[r]!) * (world.time[r]! >= world.firstTreated[r]! ? ratio : 1);
  });

  it('finds each cell and averages by the counts without treatment', () => {
    const estimate = extendedTwoWayPoisson({ ...world, count });
    expect(estimate.cells.length).toBe(5 + 3);
    estimate.cells.forEach((cell) => expect(cell.logRatio).toBeCloseTo(Math.log(cell.cohort === 4 ? 0.8 : 0.5), 7));
    expect(estimate.ratio).toBeGreaterThan(0.5);
    expect(estimate.ratio).toBeLessThan(0.8);
  });

  it('averages the cells of a cohort, and those of a period since treatment', () => {
    const { byCohort, byRelative } = extendedTwoWayPoisson({ ...world, count });
    expect(byCohort.map(({ at }) => at)).toEqual([4, 6]);
    byCohort.forEach(({ at, ratio }) => expect(ratio).toBeCloseTo(at === 4 ? 0.8 : 0.5, 7));
    expect(byRelative.map(({ at }) => at)).toEqual([0, 1, 2, 3, 4]);
    // Periods 3 and 4 after treatment are observed of the early cohort alone.
    expect(byRelative[3]!.ratio).toBeCloseTo(0.8, 7);
  });

  it('gives the same cells with cohort effects when exposures are balanced', () => {
    const flat = { ...world, exposure: world.exposure.map(() => 1) };
    const byUnit = extendedTwoWayPoisson(flat);
    const byCohort = extendedTwoWayPoisson({ ...flat, effects: 'cohort' });
    byUnit.cells.forEach((cell, i) => expect(byCohort.cells[i]!.logRatio).toBeCloseTo(cell.logRatio, 7));
  });

  it('counts cells without finite coefficient instead of averaging them', () => {
    const silent = world.count.map((y, r) => (world.firstTreated[r] === 6 && world.time[r] === 7 ? 0 : y));
    const estimate = extendedTwoWayPoisson({ ...world, count: silent });
    expect(estimate.emptyCells).toBe(1);
    expect(estimate.cells.find((cell) => cell.cohort === 6 && cell.time === 7)!.logRatio).toBe(-Infinity);
    expect(Number.isFinite(estimate.logRatio)).toBe(true);
  });
});

describe('linear fixed effects', () => {
  it('equal ordinary least squares with dummies', () => {
    const random = createRandomSource(6);
    const x = world.count.map(() => drawNormal(random));
    const outcome = world.count.map((_, r) => 2 * x[r]! + world.unit[r]! + drawNormal(random));
    const units = [...new Set(world.unit)];
    const design = Array.from(outcome, (_, r) => [
      x[r]!,
      ...units.map((unit) => Number(unit === world.unit[r])),
      ...[2, 3, 4, 5, 6, 7, 8].map((time) => Number(time === world.time[r])),
    ]);
    const size = design[0]!.length;
    const normal = Array.from({ length: size }, (_, i) =>
      Array.from({ length: size }, (_, j) => design.reduce((sum, row) => sum + row[i]! * row[j]!, 0)),
    );
    const right = Array.from({ length: size }, (_, i) => design.reduce((sum, row, r) => sum + row[i]! * outcome[r]!, 0));
    const fit = linearFixedEffects({
      unit: world.unit,
      outcome,
      factors: [timeFactor(world.time)],
      covariates: [{ name: 'x', values: x }],
    });
    expect(fit.coefficients[fit.column('x')]).toBeCloseTo(solveDense(normal, right)[0]!, 8);
  });
});

describe('the Sun–Abraham event study', () => {
  it('recovers exact effects and no leads', () => {
    const estimate = sunAbraham(exactPanel());
    estimate.periods.filter(({ relative }) => relative < 0).forEach((period) => expect(period.estimate).toBeCloseTo(0, 8));
    expect(estimate.periods.find(({ relative }) => relative === 4)!.estimate).toBeCloseTo(2, 8);
    expect(estimate.average.estimate).toBeCloseTo((5 * 2 + 3 * 3) / 8, 8);
  });
});

describe('Callaway and Sant’Anna', () => {
  const panel = exactPanel();

  it('recover exact group-time effects with every method and base', () => {
    for (const method of ['doubly-robust', 'regression', 'weighting'] as const) {
      for (const base of ['varying', 'universal'] as const) {
        for (const comparison of ['never', 'not-yet'] as const) {
          const effects = callawaySantAnna({ ...panel, method, base, comparison });
          effects.cells.forEach(({ group, time, effect }) => {
            const expected = time < group ? 0 : group === 4 ? 2 : 3;
            expect(effect).toBeCloseTo(expected, 8);
          });
        }
      }
    }
  });

  it('average by group shares', () => {
    const effects = callawaySantAnna(panel);
    expect(aggregateGroupTime(effects, 'simple').overall).toBeCloseTo((5 * 2 + 3 * 3) / 8, 8);
    expect(aggregateGroupTime(effects, 'group').overall).toBeCloseTo(2.5, 8);
    expect(aggregateGroupTime(effects, 'group').parts.map(({ at }) => at)).toEqual([4, 6]);
    expect(aggregateGroupTime(effects, 'dynamic').parts.find(({ at }) => at === 0)!.effect).toBeCloseTo(2.5, 8);
    expect(aggregateGroupTime(effects, 'calendar').parts.find(({ at }) => at === 5)!.effect).toBeCloseTo(2, 8);
  });

  it('move the base before the anticipation', () => {
    const early = panel.outcome.map((y, r) => (world.time[r] === world.firstTreated[r]! - 1 ? y + 7 : y));
    const plain = callawaySantAnna({ ...panel, outcome: early });
    const ahead = callawaySantAnna({ ...panel, outcome: early, anticipation: 1 });
    const at = (effects: typeof plain, time: number): number =>
      effects.cells.find((cell) => cell.group === 4 && cell.time === time)!.effect;
    expect(at(plain, 5)).toBeCloseTo(2 - 7, 8);
    expect(at(ahead, 5)).toBeCloseTo(2, 8);
  });

  it('give the difference of means with its usual error without covariates', () => {
    const random = createRandomSource(5);
    const outcome = panel.outcome.map(() => drawNormal(random));
    const effects = callawaySantAnna({ ...panel, outcome });
    const cell = effects.cells.find(({ group, time }) => group === 4 && time === 4)!;
    const changes = (first: number): number[] =>
      [...world.unit.keys()].flatMap((r) =>
        world.time[r] === 4 && world.firstTreated[r] === first ? [outcome[r]! - outcome[r - 1]!] : [],
      );
    const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = (values: number[]): number => mean(values.map((value) => (value - mean(values)) ** 2)) / values.length;
    const [treated, never] = [changes(4), changes(NEVER_TREATED)];
    expect(cell.effect).toBeCloseTo(mean(treated) - mean(never), 10);
    expect(cell.standardError).toBeCloseTo(Math.sqrt(variance(treated) + variance(never)), 10);
  });

  it('refuse unbalanced panels', () => {
    const cut = { ...panel, unit: panel.unit.slice(1), time: panel.time.slice(1), outcome: panel.outcome.slice(1), firstTreated: panel.firstTreated.slice(1) };
    expect(() => callawaySantAnna(cut)).toThrow('balanced');
  });
});

describe('group-time effects as a ratio', () => {
  const count = world.exposure.map((n, r) => n * (1 + world.unit[r]! / 10) * (world.time[r]! >= world.firstTreated[r]! ? 0.7 : 1));

  it('sets the additive effect against the rate that the treated would have had', () => {
    const result = groupTimeRatio({ ...world, count });
    expect(result.ratio).toBeCloseTo(0.7, 10);
    expect(result.additive.effect).toBeLessThan(0);
    result.byGroup.forEach(({ ratio }) => expect(ratio).toBeCloseTo(0.7, 10));
    expect(result.byRelative.filter(({ at }) => at >= 0).length).toBe(5);
    result.byRelative.forEach(({ at, ratio }) => expect(ratio).toBeCloseTo(at >= 0 ? 0.7 : 1, 10));
  });

  it('leaves the base period out, which lies before the anticipation', () => {
    expect(groupTimeRatio(world).byRelative.map(({ at }) => at)).not.toContain(-1);
    const earlier = groupTimeRatio({ ...world, anticipation: 2 }).byRelative.map(({ at }) => at);
    expect(earlier).toContain(-1);
    expect(earlier).not.toContain(-3);
  });

  it('has about the error that leaving out one unit after the other gives', () => {
    const panel = drawWorld({ seed: 8, units: 60, times: 10, waves: [5], unitsPerWave: 25, meanCount: 6, selection: 0 });
    const rows = Array.from(panel.count.keys());
    const without = Array.from({ length: 60 }, (_, u) => {
      const keep = rows.filter((r) => panel.unit[r] !== u + 1);
      const pick = (values: ArrayLike<number>): Float64Array => Float64Array.from(keep, (r) => values[r]!);
      return groupTimeRatio({ unit: pick(panel.unit), time: pick(panel.time), count: pick(panel.count), exposure: pick(panel.exposure), firstTreated: pick(panel.firstTreated) }).logRatio;
    });
    const mean = without.reduce((sum, value) => sum + value, 0) / 60;
    const jackknife = Math.sqrt((59 / 60) * without.reduce((sum, value) => sum + (value - mean) ** 2, 0));
    expect(Math.abs(groupTimeRatio(panel).standardError / jackknife - 1)).toBeLessThan(0.05);
  });

  it('counts units that were not observed all the time, and sums their influence by cluster', () => {
    const exposure = world.exposure.map((n, r) => (r === 3 ? 0 : n));
    const result = groupTimeRatio({ ...world, count: world.count.map((y, r) => (r === 3 ? 0 : y)), exposure, cluster: world.unit.map((u) => u % 8) });
    expect(result).toMatchObject({ unbalancedUnits: 1, clusters: 8, rows: 15 * 8 });
  });

  it('leaves out cells in which no unit is left to compare with, and refuses when that is all of them', () => {
    const everybody = drawWorld({ seed: 3, units: 16, times: 8, waves: [4, 6], unitsPerWave: 8, meanCount: 5 });
    const result = groupTimeRatio(everybody);
    expect(result.emptyCells).toBeGreaterThan(0);
    expect(result.byGroup.map(({ at }) => at)).toEqual([4]);
    const together = drawWorld({ seed: 3, units: 16, times: 8, waves: [4], unitsPerWave: 16, meanCount: 5 });
    expect(() => groupTimeRatio(together)).toThrow('no unit is left');
  });

  it('does not count a period in which nobody was observed', () => {
    const gap = (values: Float64Array): Float64Array => values.map((value, r) => (world.time[r] === 2 ? 0 : value));
    expect(groupTimeRatio({ ...world, count: gap(world.count), exposure: gap(world.exposure) })).toMatchObject({ unbalancedUnits: 0, rows: 16 * 7 });
  });
});
