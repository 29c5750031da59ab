import { requireRange, StatisticsError } from '../errors.js';
import { drawBinomial, shuffleFirst } from '../random/draws.js';
import type { RandomSource } from '../random/random-source.js';
import { estimateOnGrid } from '../stacked/estimate-stacked.js';
import { NEVER_TREATED, toGrid } from '../stacked/panel-grid.js';
import type { PanelGrid } from '../stacked/panel-grid.js';
import type { StackWindows } from '../stacked/stack-plan.js';
import type { History } from './shocks.js';

export interface ThinningInput extends History, StackWindows {
  /** Fall to be planted, share 0 … 1 (exclusive). */
  readonly fall: number;
  /** How many units are first treated in which calendar period; drawn by lot in every run. */
  readonly waves: readonly { readonly at: number; readonly units: number }[];
  /** Units that take part, drawn by lot in every run (default: all). */
  readonly units?: number;
  /** Default 300. */
  readonly runs?: number;
  readonly random: RandomSource;
}

export interface ThinningResult {
  /** Share of runs whose 95 % interval lies below 1. */
  readonly power: number;
  /** Share of runs whose interval holds the planted ratio. */
  readonly coverage: number;
  readonly meanRatio: number;
  readonly runs: number;
}

/**
 * Power on the utility's own history: units are treated by lot, and their counts
 * after the phase-in are thinned, y* ~ Binomial(y, 1 − fall), which is exactly
 * what a fall does to Poisson counts whatever made them vary. The estimate is the
 * default one. Counts must be whole.
 * @throws StatisticsError `out-of-range`, and as {@link estimateStacked}.
 */
export function powerByThinning(input: ThinningInput): ThinningResult {
  requireRange('fall', input.fall, 0, 0.99);
  const runs = input.runs ?? 300;
  requireRange('runs', runs, 1, 1_000_000);
  const grid = toGrid({ ...input, firstTreated: Int32Array.from(input.count, () => NEVER_TREATED) });
  const units = input.units ?? grid.units;
  requireRange('units', units, 2, grid.units);
  requireRange('treated units', input.waves.reduce((sum, wave) => sum + wave.units, 0), 1, units);
  if (!grid.count.every(Number.isInteger)) {
    throw new StatisticsError('out-of-range', 'thinning needs whole counts');
  }
  const ratio = 1 - input.fall;
  let below = 0;
  let covered = 0;
  let sum = 0;
  for (let run = 0; run < runs; run++) {
    const estimate = estimateOnGrid(plantFall(grid, input, ratio), { ...input, inference: 'normal' });
    below += Number(estimate.upper < 1);
    covered += Number(estimate.lower <= ratio && ratio <= estimate.upper);
    sum += estimate.ratio;
  }
  return { power: below / runs, coverage: covered / runs, meanRatio: sum / runs, runs };
}

function plantFall(grid: PanelGrid, input: ThinningInput, ratio: number): PanelGrid {
  const order = Int32Array.from({ length: grid.units }, (_, u) => u);
  shuffleFirst(input.random, order, input.units ?? grid.units);
  const firstTreated = new Int32Array(grid.units).fill(NEVER_TREATED);
  const count = grid.count.slice();
  const exposure = grid.exposure.slice();
  let next = 0;
  for (const wave of input.waves) {
    const column = wave.at - grid.firstTime;
    for (const unit of order.subarray(next, (next += wave.units))) {
      firstTreated[unit] = column;
      for (let t = Math.max(0, column + (input.phaseIn ?? 2)); t < grid.times; t++) {
        const at = unit * grid.times + t;
        count[at] = drawBinomial(input.random, count[at]!, ratio);
      }
    }
  }
  for (const unit of order.subarray(input.units ?? grid.units)) {
    exposure.fill(0, unit * grid.times, (unit + 1) * grid.times);
  }
  return { ...grid, count, exposure, firstTreated };
}
