import { requireRange } from '../errors.js';
import { NEVER_TREATED } from './panel-grid.js';
import type { PanelGrid } from './panel-grid.js';

/** Periods the choice of units looked at, before treatment, when nobody recorded how long they were. */
export const UNKNOWN_DECISION_WINDOW = 6;
export const DEFAULT_DECISION_WINDOW = 3;

/** Which periods around a wave are used. Periods are counted from the wave's own first treated period. */
export interface StackWindows {
  /**
   * k: number of periods before treatment that the choice of units may have
   * looked at, counted back from the wave. One number, or one per wave (key =
   * calendar period of the wave; a missing wave uses `UNKNOWN_DECISION_WINDOW`).
   */
  readonly decisionWindow?: number | ReadonlyMap<number, number>;
  /** Clean periods before the decision window (default 12). */
  readonly prePeriods?: number;
  /** Periods from treatment on that are shown but not averaged (default 2). */
  readonly phaseIn?: number;
  /** Averaged periods after the phase-in (default 10). */
  readonly postPeriods?: number;
}

/** One wave of treated units with its comparison, in grid columns (inclusive bounds). */
export interface WavePlan {
  /** Grid column of treatment. */
  readonly column: number;
  /** Calendar period of treatment. */
  readonly wave: number;
  readonly decisionWindow: number;
  readonly preFrom: number;
  readonly preTo: number;
  readonly postFrom: number;
  readonly postTo: number;
}

/** The waves present in the grid, ascending, with their windows clipped to the data. */
export function planWaves(grid: PanelGrid, firstTreated: Int32Array, windows: StackWindows): WavePlan[] {
  const { decisionWindow = DEFAULT_DECISION_WINDOW, prePeriods = 12, phaseIn = 2, postPeriods = 10 } = windows;
  requireRange('prePeriods', prePeriods, 1, 600);
  requireRange('phaseIn', phaseIn, 0, 600);
  requireRange('postPeriods', postPeriods, 1, 600);
  const columns = [...new Set(firstTreated)]
    .filter((column) => column !== NEVER_TREATED && column < grid.times)
    .sort((a, b) => a - b);
  return columns.map((column) => {
    const wave = column + grid.firstTime;
    const k = typeof decisionWindow === 'number' ? decisionWindow : (decisionWindow.get(wave) ?? UNKNOWN_DECISION_WINDOW);
    requireRange('decisionWindow', k, 0, 120);
    return {
      column,
      wave,
      decisionWindow: k,
      preFrom: Math.max(0, column - k - prePeriods),
      preTo: column - k - 1,
      postFrom: column + phaseIn,
      postTo: Math.min(grid.times - 1, column + phaseIn + postPeriods - 1),
    };
  });
}

/** Why a wave cannot be compared. */
export type SkipReason = 'no-clean-period-before' | 'no-period-after' | 'no-treated-unit' | 'no-comparison-unit';

export interface SkippedWave {
  readonly wave: number;
  readonly reason: SkipReason;
}

/** Splits the planned waves into those that can be estimated and those that cannot, with the reason. */
export function usableWaves(
  grid: PanelGrid,
  firstTreated: Int32Array,
  plans: readonly WavePlan[],
): { usable: WavePlan[]; skipped: SkippedWave[] } {
  const usable: WavePlan[] = [];
  const skipped: SkippedWave[] = [];
  for (const plan of plans) {
    const reason = skipReason(grid, firstTreated, plan);
    if (reason === undefined) {
      usable.push(plan);
    } else {
      skipped.push({ wave: plan.wave, reason });
    }
  }
  return { usable, skipped };
}

function skipReason(grid: PanelGrid, firstTreated: Int32Array, plan: WavePlan): SkipReason | undefined {
  if (plan.preTo < plan.preFrom) {
    return 'no-clean-period-before';
  }
  if (plan.postTo < plan.postFrom) {
    return 'no-period-after';
  }
  let treated = false;
  let comparison = false;
  for (let u = 0; u < grid.units && !(treated && comparison); u++) {
    const first = firstTreated[u]!;
    if (first < plan.column || !hasBothSides(grid, u, plan, first)) {
      continue;
    }
    treated ||= first === plan.column;
    comparison ||= first > plan.column;
  }
  if (!treated) {
    return 'no-treated-unit';
  }
  return comparison ? undefined : 'no-comparison-unit';
}

function hasBothSides(grid: PanelGrid, unit: number, plan: WavePlan, first: number): boolean {
  const last = first > plan.column ? Math.min(plan.postTo, first - 1) : plan.postTo;
  return observed(grid, unit, plan.preFrom, plan.preTo) && observed(grid, unit, plan.postFrom, last);
}

function observed(grid: PanelGrid, unit: number, from: number, to: number): boolean {
  for (let t = from; t <= to; t++) {
    if (grid.exposure[unit * grid.times + t]! > 0) {
      return true;
    }
  }
  return false;
}
