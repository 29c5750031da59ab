import { normalQuantile } from '../distributions/distributions.js';
import { averageIfPossible, averageOfDesign } from './average-effect.js';
import type { AverageEffect, AverageOptions } from './average-effect.js';
import { toGrid } from './panel-grid.js';
import type { PanelGrid, TreatmentPanel } from './panel-grid.js';
import type { RatioEstimate } from './ratio-estimate.js';
import { stackedDesign } from './stacked-design.js';

export interface WindowPoint extends RatioEstimate {
  readonly decisionWindow: number;
  /** log ratio minus that of the chosen window, with its own clustered standard error. */
  readonly difference: number;
  readonly differenceError: number;
}

export interface WindowCurve {
  readonly points: readonly WindowPoint[];
  /**
   * No longer window disagrees with the chosen one. A window that is too short
   * shows as a curve that still moves to its right; too long costs almost nothing.
   */
  readonly stable: boolean;
  /** Largest |difference| / error among the longer windows; 0 when there is none. */
  readonly largestMove: number;
}

const DEFAULT_WINDOWS = [0, 1, 2, 3, 4, 5, 6];

/**
 * The stacked estimate as a function of the decision window k. Standard errors
 * of the differences come from the cluster influences of both fits, so the large
 * overlap of their data is accounted for; `stable` uses a 5 % level shared over
 * the comparisons (Bonferroni).
 * @throws StatisticsError as {@link estimateStacked}.
 */
export function windowCurve(
  input: TreatmentPanel & AverageOptions,
  windows: readonly number[] = DEFAULT_WINDOWS,
): WindowCurve {
  return windowCurveOnGrid(toGrid(input), input, windows);
}

/** {@link windowCurve} on a checked grid. */
export function windowCurveOnGrid(
  grid: PanelGrid,
  options: AverageOptions,
  windows: readonly number[] = DEFAULT_WINDOWS,
): WindowCurve {
  const confidence = options.confidence ?? 0.95;
  const design = stackedDesign(grid, options);
  const chosen = averageOfDesign(design, options, confidence);
  const points = windows.flatMap((decisionWindow) => {
    const average = averageIfPossible(grid, { ...options, decisionWindow }, confidence);
    return average === undefined ? [] : [pointOf(average, decisionWindow, chosen)];
  });
  const longest = Math.max(...design.waves.map((plan) => plan.decisionWindow));
  const later = points.filter((point) => point.decisionWindow > longest && point.differenceError > 0);
  const moves = later.map((point) => Math.abs(point.difference) / point.differenceError);
  const largestMove = Math.max(0, ...moves);
  return { points, largestMove, stable: moves.length === 0 || largestMove < normalQuantile(1 - 0.025 / moves.length) };
}

function pointOf(average: AverageEffect, decisionWindow: number, chosen: AverageEffect): WindowPoint {
  const variance = average.influence.reduce((sum, value, g) => sum + (value - chosen.influence[g]!) ** 2, 0);
  return {
    ...average.normal,
    decisionWindow,
    difference: average.normal.logRatio - chosen.normal.logRatio,
    differenceError: Math.sqrt(variance),
  };
}
