import { StatisticsError } from '../errors.js';
import { decisionLogRate } from './decision-rate.js';
import { beforeAfter } from './naive.js';
import type { AlignedUnit, BeforeAfter } from './naive.js';
import { toGrid } from './panel-grid.js';
import type { PanelGrid, TreatmentPanel } from './panel-grid.js';
import { planWaves } from './stack-plan.js';
import type { StackWindows, WavePlan } from './stack-plan.js';

export interface SameSpikeComparison {
  /** Treated units: decision window against the periods after the phase-in. */
  readonly treated: BeforeAfter;
  /** Untreated units with the same decision-window rate, in the same calendar periods. */
  readonly comparison: BeforeAfter;
  /** Treated units without an untreated counterpart. */
  readonly unmatched: number;
}

/** Matches whose log rates differ by more than this are dropped. */
const CALIPER = 0.25;

/**
 * For explaining, not for estimating: each treated unit is set beside the
 * untreated unit (untreated until the end of its after-periods) whose rate in
 * the decision window was closest, with replacement. Both improve after a spike;
 * the difference is what is left for the treatment.
 * @throws StatisticsError `no-usable-wave` when nothing can be matched.
 */
export function sameSpikeComparison(input: TreatmentPanel & StackWindows): SameSpikeComparison {
  const grid = toGrid(input);
  const treated: AlignedUnit[] = [];
  const comparison: AlignedUnit[] = [];
  let unmatched = 0;
  const plans = planWaves(grid, grid.firstTreated, input).filter((plan) => plan.postTo >= plan.postFrom);
  for (const plan of plans) {
    const pool = ratedUnits(grid, plan, (first) => first > plan.postTo);
    for (const own of ratedUnits(grid, plan, (first) => first === plan.column)) {
      const match = closest(pool, own.rate);
      if (match === undefined || Math.abs(match.rate - own.rate) > CALIPER) {
        unmatched++;
      } else {
        treated.push({ unit: own.unit, column: plan.column });
        comparison.push({ unit: match.unit, column: plan.column });
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
  };
}

interface RatedUnit {
  readonly unit: number;
  readonly rate: number;
}

/** Units with a known decision-window rate, ascending by rate. */
function ratedUnits(grid: PanelGrid, plan: WavePlan, belongs: (first: number) => boolean): RatedUnit[] {
  const rated: RatedUnit[] = [];
  for (let unit = 0; unit < grid.units; unit++) {
    if (belongs(grid.firstTreated[unit]!)) {
      const rate = decisionLogRate(grid, unit, plan);
      if (Number.isFinite(rate)) {
        rated.push({ unit, rate });
      }
    }
  }
  return rated.sort((a, b) => a.rate - b.rate);
}

function closest(pool: readonly RatedUnit[], rate: number): RatedUnit | undefined {
  let low = 0;
  let high = pool.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pool[middle]!.rate < rate) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const below = pool[low - 1];
  const above = pool[low];
  if (below === undefined || above === undefined) {
    return below ?? above;
  }
  return rate - below.rate <= above.rate - rate ? below : above;
}
