import { studentCdf, studentQuantile } from '../distributions/distributions.js';
import { StatisticsError } from '../errors.js';
import { toGrid } from './panel-grid.js';
import type { PanelGrid, TreatmentPanel } from './panel-grid.js';
import type { RatioEstimate } from './ratio-estimate.js';
import { planWaves } from './stack-plan.js';

/** Pooled events per exposure before and after, and their ratio. */
export interface BeforeAfter extends RatioEstimate {
  readonly rateBefore: number;
  readonly rateAfter: number;
  readonly units: number;
}

/** Periods relative to treatment, inclusive. */
export interface RelativeSpan {
  readonly from: number;
  readonly to: number;
}

export interface NaiveComparisons {
  /** Three periods before treatment against periods 2 … 4 after. */
  readonly quarterBefore: BeforeAfter;
  /** Twelve periods before treatment against periods 2 … 11 after. */
  readonly yearBefore: BeforeAfter;
}

/**
 * What a plain report would say: treated units only, after against before. Shown
 * beside the estimate to explain the difference; never as evidence, because a
 * bad quarter that led to the treatment ends by itself.
 * @throws StatisticsError `no-usable-wave` when no treated unit was observed on both sides.
 */
export function naiveComparisons(input: TreatmentPanel): NaiveComparisons {
  const grid = toGrid(input);
  const treated = treatedUnits(grid);
  return {
    quarterBefore: beforeAfter(grid, treated, { from: -3, to: -1 }, { from: 2, to: 4 }),
    yearBefore: beforeAfter(grid, treated, { from: -12, to: -1 }, { from: 2, to: 11 }),
  };
}

/** A unit with the grid column its periods are counted from; it may stand in several lines. */
export interface AlignedUnit {
  readonly unit: number;
  readonly column: number;
  /** Default 1. */
  readonly weight?: number;
  /** Last column that counts as after; default: all. */
  readonly until?: number;
}

function treatedUnits(grid: PanelGrid): AlignedUnit[] {
  const columns = new Set(planWaves(grid, grid.firstTreated, {}).map((plan) => plan.column));
  return Array.from(grid.firstTreated, (column, unit) => ({ unit, column })).filter(({ column }) => columns.has(column));
}

/**
 * Ratio of pooled rates R = (ΣA/Σn_A)/(ΣB/Σn_B); the variance of log R is the sum
 * over units of ((a − r_A n_a)/ΣA − (b − r_B n_b)/ΣB)² (delta method, units independent).
 */
export function beforeAfter(
  grid: PanelGrid,
  units: readonly AlignedUnit[],
  before: RelativeSpan,
  after: RelativeSpan,
): BeforeAfter {
  const sums = sumsByUnit(grid, units, before, after);
  const total = { a: addUp(sums.map(({ a }) => a)), b: addUp(sums.map(({ b }) => b)) };
  if (sums.length === 0) {
    throw new StatisticsError('no-usable-wave', 'no treated unit was observed before and after', { units: units.length });
  }
  const rateAfter = total.a.count / total.a.exposure;
  const rateBefore = total.b.count / total.b.exposure;
  const variance = sums.reduce((sum, { a, b }) => {
    const value =
      (a.count - rateAfter * a.exposure) / total.a.count - (b.count - rateBefore * b.exposure) / total.b.count;
    return sum + value * value;
  }, 0);
  const df = Math.max(1, sums.length - 1);
  const standardError = Math.sqrt((variance * sums.length) / df);
  const logRatio = Math.log(rateAfter / rateBefore);
  const half = studentQuantile(0.975, df) * standardError;
  return {
    rateBefore,
    rateAfter,
    units: sums.length,
    ratio: rateAfter / rateBefore,
    logRatio,
    standardError,
    lower: Math.exp(logRatio - half),
    upper: Math.exp(logRatio + half),
    pValue: 2 * studentCdf(-Math.abs(logRatio / standardError), df),
  };
}

interface Sum {
  readonly count: number;
  readonly exposure: number;
}

/** Lines of the same unit are added up, so that chance is counted by unit. */
function sumsByUnit(
  grid: PanelGrid,
  units: readonly AlignedUnit[],
  before: RelativeSpan,
  after: RelativeSpan,
): { readonly a: Sum; readonly b: Sum }[] {
  const byUnit = new Map<number, { a: Sum; b: Sum }>();
  for (const { unit, column, weight = 1, until = Infinity } of units) {
    const a = scaled(sumOver(grid, unit, column, after, until), weight);
    const b = scaled(sumOver(grid, unit, column, before, until), weight);
    if (a.exposure > 0 && b.exposure > 0) {
      const held = byUnit.get(unit);
      byUnit.set(unit, held === undefined ? { a, b } : { a: addUp([held.a, a]), b: addUp([held.b, b]) });
    }
  }
  return [...byUnit.values()];
}

const scaled = ({ count, exposure }: Sum, weight: number): Sum => ({ count: count * weight, exposure: exposure * weight });

function sumOver(grid: PanelGrid, unit: number, column: number, span: RelativeSpan, until: number): Sum {
  let count = 0;
  let exposure = 0;
  const last = Math.min(grid.times - 1, column + span.to, until);
  for (let t = Math.max(0, column + span.from); t <= last; t++) {
    count += grid.count[unit * grid.times + t]!;
    exposure += grid.exposure[unit * grid.times + t]!;
  }
  return { count, exposure };
}

function addUp(sums: readonly Sum[]): Sum {
  return sums.reduce((all, one) => ({ count: all.count + one.count, exposure: all.exposure + one.exposure }), {
    count: 0,
    exposure: 0,
  });
}
