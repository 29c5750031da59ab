import { StatisticsError } from '../errors.js';
import { decisionLogRate, logRate } from './decision-rate.js';
import { beforeAfter } from './naive.js';
import type { AlignedUnit, BeforeAfter, RelativeSpan } from './naive.js';
import { toGrid } from './panel-grid.js';
import type { PanelGrid, TreatmentPanel } from './panel-grid.js';
import { planWaves } from './stack-plan.js';
import type { StackWindows, WavePlan } from './stack-plan.js';

export interface SameSpikeComparison {
  /** Treated units: decision window against the periods after the phase-in. */
  readonly treated: BeforeAfter;
  /** Units not treated yet with the same record, in the same calendar periods. */
  readonly comparison: BeforeAfter;
  /** Treated units without an untreated counterpart. */
  readonly unmatched: number;
  /** Pooled rates of both groups by periods since treatment, from the first clean period on; NaN where nothing was observed. */
  readonly series: readonly SpikeRates[];
}

export interface SpikeRates {
  readonly relative: number;
  readonly treatedRate: number;
  readonly comparisonRate: number;
}

/** Largest distance of a match, in standard deviations of the log rates. */
const CALIPER = 0.5;
const NEIGHBOURS = 3;
/** A counterpart stays untreated for at least so many periods after the phase-in. */
const LEAST_AFTER = 2;

/**
 * For explaining, not for estimating: each treated unit is set beside up to three
 * units with the same record that were not treated yet. Both improve after a
 * spike; the difference is what is left for the treatment.
 *
 * "Same record" is the rate of the decision window and that of the clean periods
 * before it. Matching the spike alone pairs a unit that is always bad with one that
 * was once unlucky, and asking for counterparts that stay untreated picks those
 * that recovered: in a world without effect the pair then differed by a quarter,
 * this way by less than 1 % (see Daw & Hatfield 2018 on matching and regression to
 * the mean). So counterparts leave at their own treatment, and the treated unit's
 * periods are cut alike.
 * @throws StatisticsError `no-usable-wave` when nothing can be matched.
 */
export function sameSpikeComparison(input: TreatmentPanel & StackWindows): SameSpikeComparison {
  const grid = toGrid(input);
  const treated: AlignedUnit[] = [];
  const comparison: AlignedUnit[] = [];
  let unmatched = 0;
  const plans = planWaves(grid, grid.firstTreated, input).filter((plan) => plan.postTo >= plan.postFrom);
  for (const plan of plans) {
    const units = recordsOf(grid, plan);
    const pool = units.filter(({ first }) => first >= plan.postFrom + LEAST_AFTER).sort((a, b) => a.spike - b.spike || a.unit - b.unit);
    for (const own of units.filter(({ first }) => first === plan.column)) {
      const matches = closest(pool, own);
      unmatched += matches.length === 0 ? 1 : 0;
      for (const { unit, first } of matches) {
        const line = { column: plan.column, weight: 1 / matches.length, until: Math.min(plan.postTo, first - 1) };
        treated.push({ unit: own.unit, ...line });
        comparison.push({ unit, ...line });
      }
    }
  }
  if (treated.length === 0) {
    throw new StatisticsError('no-usable-wave', 'no untreated unit had the same record', { unmatched });
  }
  const longest = Math.max(1, ...plans.map((plan) => plan.decisionWindow));
  const after = { from: input.phaseIn ?? 2, to: (input.phaseIn ?? 2) + (input.postPeriods ?? 10) - 1 };
  return {
    treated: beforeAfter(grid, treated, { from: -longest, to: -1 }, after),
    comparison: beforeAfter(grid, comparison, { from: -longest, to: -1 }, after),
    unmatched,
    series: seriesOf(grid, treated, comparison, { from: -longest - (input.prePeriods ?? 12), to: after.to }),
  };
}

function seriesOf(grid: PanelGrid, treated: readonly AlignedUnit[], comparison: readonly AlignedUnit[], span: RelativeSpan): SpikeRates[] {
  return Array.from({ length: span.to - span.from + 1 }, (_, i) => {
    const relative = span.from + i;
    return { relative, treatedRate: rateAt(grid, treated, relative), comparisonRate: rateAt(grid, comparison, relative) };
  });
}

function rateAt(grid: PanelGrid, units: readonly AlignedUnit[], relative: number): number {
  let count = 0;
  let exposure = 0;
  for (const { unit, column, weight = 1, until = Infinity } of units) {
    const t = column + relative;
    if (t >= 0 && t < grid.times && t <= until) {
      count += weight * grid.count[unit * grid.times + t]!;
      exposure += weight * grid.exposure[unit * grid.times + t]!;
    }
  }
  return exposure > 0 ? count / exposure : NaN;
}

interface UnitRecord {
  readonly unit: number;
  readonly first: number;
  /** Standardised log rates: decision window, clean periods. */
  readonly spike: number;
  readonly level: number;
}

/** Units that are treated in the wave or later, with their records; those not observed in both windows are left out. */
function recordsOf(grid: PanelGrid, plan: WavePlan): UnitRecord[] {
  const raw: UnitRecord[] = [];
  for (let unit = 0; unit < grid.units; unit++) {
    const spike = plan.decisionWindow === 0 ? 0 : decisionLogRate(grid, unit, plan);
    const level = logRate(grid, unit, plan.preFrom, plan.preTo);
    if (grid.firstTreated[unit]! >= plan.column && Number.isFinite(spike) && Number.isFinite(level)) {
      raw.push({ unit, first: grid.firstTreated[unit]!, spike, level });
    }
  }
  const spreads = { spike: spreadOf(raw.map(({ spike }) => spike)), level: spreadOf(raw.map(({ level }) => level)) };
  return raw.map((record) => ({ ...record, spike: record.spike / spreads.spike, level: record.level / spreads.level }));
}

/** Standard deviation; 1 where there is none. */
function spreadOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) || 1;
}

/** The nearest few of a pool in ascending order of spike; pools may hold tens of thousands. */
function closest(pool: readonly UnitRecord[], own: UnitRecord): UnitRecord[] {
  const found: { readonly record: UnitRecord; readonly distance: number }[] = [];
  for (let i = firstAtLeast(pool, own.spike - CALIPER); i < pool.length && pool[i]!.spike <= own.spike + CALIPER; i++) {
    const record = pool[i]!;
    // Squared, which orders alike.
    const distance = (record.spike - own.spike) ** 2 + (record.level - own.level) ** 2;
    if (distance <= CALIPER ** 2 && !(found.length === NEIGHBOURS && distance >= found[NEIGHBOURS - 1]!.distance)) {
      const at = found.findIndex((held) => distance < held.distance);
      found.splice(at < 0 ? found.length : at, 0, { record, distance });
      found.length = Math.min(found.length, NEIGHBOURS);
    }
  }
  return found.map(({ record }) => record);
}

function firstAtLeast(pool: readonly UnitRecord[], spike: number): number {
  let low = 0;
  let high = pool.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pool[middle]!.spike < spike) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
