import { StatisticsError } from '../errors.js';
import { drawPoisson } from '../random/draws.js';
import { createRandomSource } from '../random/random-source.js';
import { denseGlm } from '../testing-support.js';
import { poissonFixedEffects } from './fixed-effects.js';
import { sandwichVariance } from './variance.js';

const UNITS = 12;
const MONTHS = 6;

function smallPanel() {
  const random = createRandomSource(11);
  const unit: number[] = [];
  const month: number[] = [];
  const treated: number[] = [];
  const x: number[] = [];
  const count: number[] = [];
  const exposure: number[] = [];
  for (let t = 0; t < MONTHS; t++) {
    for (let u = 0; u < UNITS; u++) {
      unit.push(100 + 7 * u);
      month.push(t - 1);
      treated.push(u < 5 && t >= 3 ? 0 : -1);
      x.push(random.next() - 0.5);
      exposure.push(50 + 100 * random.next());
      count.push(drawPoisson(random, exposure.at(-1)! * 0.05 * (1 + u / 6) * Math.exp(0.3 * x.at(-1)!)));
    }
  }
  return { unit, month, treated, x, count, exposure };
}

function asInput(panel: ReturnType<typeof smallPanel>) {
  return {
    unit: Int32Array.from(panel.unit),
    count: Float64Array.from(panel.count),
    exposure: Float64Array.from(panel.exposure),
    factors: [
      { name: 'month', codes: Int32Array.from(panel.month), levels: MONTHS - 1 },
      { name: 'treated', codes: Int32Array.from(panel.treated), levels: 1 },
    ],
    covariates: [{ name: 'x', values: Float64Array.from(panel.x) }],
  };
}

/** Explicit design: treated, x, months 1…, one dummy per unit. */
function denseDesign(panel: ReturnType<typeof smallPanel>): number[][] {
  const units = [...new Set(panel.unit)];
  return panel.unit.map((u, r) => [
    panel.treated[r]! + 1,
    panel.x[r]!,
    ...Array.from({ length: MONTHS - 1 }, (_, m) => Number(panel.month[r] === m)),
    ...units.map((id) => Number(id === u)),
  ]);
}

describe('Poisson fixed effects', () => {
  const panel = smallPanel();
  const input = asInput(panel);
  const fit = poissonFixedEffects({ ...input, correction: { kind: 'none' } });
  const dense = denseGlm(denseDesign(panel), panel.count, panel.exposure, panel.unit);

  it('equals a dense regression with one dummy per unit', () => {
    expect(fit.coefficients[fit.column('treated')]).toBeCloseTo(dense.coefficients[0]!, 9);
    expect(fit.coefficients[fit.column('x')]).toBeCloseTo(dense.coefficients[1]!, 9);
    expect(fit.coefficients[fit.column('month', 4)]).toBeCloseTo(dense.coefficients[6]!, 9);
  });

  it('gives the cluster sandwich of the dense regression', () => {
    expect(fit.standardErrors[fit.column('treated')]).toBeCloseTo(Math.sqrt(dense.covariance[0]![0]!), 8);
    expect(fit.standardErrors[fit.column('x')]).toBeCloseTo(Math.sqrt(dense.covariance[1]![1]!), 8);
  });

  it('gives the sandwich also when clusters cut through units', () => {
    const cluster = panel.unit.map((_, r) => r % 9);
    const cut = denseGlm(denseDesign(panel), panel.count, panel.exposure, cluster);
    const other = poissonFixedEffects({ ...input, cluster, correction: { kind: 'none' } });
    expect(other.standardErrors[other.column('treated')]).toBeCloseTo(Math.sqrt(cut.covariance[0]![0]!), 8);
    const again = sandwichVariance(fit.source, { kind: 'cluster', cluster }, { kind: 'none' });
    const at = fit.column('x');
    expect(Math.sqrt(again[at * fit.size + at]!)).toBeCloseTo(Math.sqrt(cut.covariance[1]![1]!), 8);
  });

  it('scales the variance by G/(G − 1) unless told otherwise', () => {
    const scaled = poissonFixedEffects(input);
    const at = fit.column('treated');
    expect(scaled.standardErrors[at]! / fit.standardErrors[at]!).toBeCloseTo(Math.sqrt(UNITS / (UNITS - 1)), 9);
  });

  it('has influence values whose squares add up to the variance', () => {
    const at = fit.column('treated');
    const squares = fit.influence(at).reduce((total, value) => total + value * value, 0);
    expect(squares).toBeCloseTo(fit.covariance[at * fit.size + at]!, 12);
  });

  it('does not depend on the order of the rows', () => {
    const order = panel.unit.map((_, r) => r).sort((a, b) => panel.x[a]! - panel.x[b]!);
    const pick = (values: number[]): number[] => order.map((r) => values[r]!);
    const shuffled = asInput({
      unit: pick(panel.unit),
      month: pick(panel.month),
      treated: pick(panel.treated),
      x: pick(panel.x),
      count: pick(panel.count),
      exposure: pick(panel.exposure),
    });
    const again = poissonFixedEffects({ ...shuffled, correction: { kind: 'none' } });
    fit.coefficients.forEach((value, c) => expect(again.coefficients[c]).toBeCloseTo(value, 9));
  });

  it('drops units without any count and says which', () => {
    const silent = { ...panel, count: panel.count.map((y, r) => (panel.unit[r] === 114 ? 0 : y)) };
    const without = poissonFixedEffects(asInput(silent));
    expect([...without.dropped.allZeroUnits]).toEqual([114]);
    expect(without.units).toBe(UNITS - 1);
  });

  it('reports a separated column as minus infinity instead of hiding it', () => {
    const none = { ...panel, count: panel.count.map((y, r) => (panel.treated[r] === 0 ? 0 : y)) };
    const separated = poissonFixedEffects(asInput(none));
    const at = separated.column('treated');
    expect(separated.coefficients[at]).toBe(-Infinity);
    expect([...separated.separated]).toEqual([at]);
    expect(separated.dropped.separatedRows).toBe(15);
  });

  it('reports separation that only a combination of columns shows', () => {
    // Two overlapping codes: counts appear only where both or none are present.
    const both = panel.unit.map((_, r) => ((panel.treated[r]! >= 0 && panel.month[r] === 3 ? 0 : -1)));
    const count = panel.count.map((y, r) => (panel.treated[r] === 0 && both[r] === -1 ? 0 : y));
    const separated = poissonFixedEffects({
      ...asInput({ ...panel, count }),
      factors: [...input.factors, { name: 'both', codes: Int32Array.from(both), levels: 1 }],
    });
    expect(separated.separated).toContain(separated.column('treated'));
    expect(separated.coefficients[separated.column('treated')]).toBe(-Infinity);
  });

  it('reports columns that repeat earlier ones as aliased', () => {
    const twice = poissonFixedEffects({
      ...input,
      factors: [...input.factors, { name: 'again', codes: input.factors[1]!.codes, levels: 1 }],
    });
    expect([...twice.aliased]).toEqual([twice.column('again')]);
    expect(twice.coefficients[twice.column('again')]).toBeNaN();
    expect(twice.coefficients[twice.column('treated')]).toBeCloseTo(dense.coefficients[0]!, 9);
  });

  it('refuses negative counts, wrong lengths and counts without exposure', () => {
    const codeOf = (change: Partial<ReturnType<typeof asInput>>): string => {
      try {
        poissonFixedEffects({ ...input, ...change });
      } catch (error) {
        return error instanceof StatisticsError ? error.code : 'other';
      }
      return 'none';
    };
    expect(codeOf({ count: input.count.map((y, r) => (r === 3 ? -1 : y)) })).toBe('out-of-range');
    expect(codeOf({ count: input.count.slice(1) })).toBe('length-mismatch');
    expect(codeOf({ exposure: input.exposure.map(() => 0) })).toBe('out-of-range');
    expect(codeOf({ exposure: input.exposure.map(() => NaN) })).toBe('not-finite');
  });
});
