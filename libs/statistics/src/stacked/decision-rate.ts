import type { DenseCovariate } from '../poisson/model.js';
import type { Stack } from './build-stack.js';
import type { PanelGrid } from './panel-grid.js';
import type { WavePlan } from './stack-plan.js';

/** Log rate of a unit in the decision window of a wave; NaN when not observed. */
export function decisionLogRate(grid: PanelGrid, unit: number, plan: WavePlan): number {
  return logRate(grid, unit, plan.column - plan.decisionWindow, plan.column - 1);
}

/** log((count + 0.5) / exposure) of a unit over columns, ends included; NaN when not observed. */
export function logRate(grid: PanelGrid, unit: number, from: number, to: number): number {
  let count = 0;
  let exposure = 0;
  for (let t = Math.max(0, from); t <= to; t++) {
    count += grid.count[unit * grid.times + t]!;
    exposure += grid.exposure[unit * grid.times + t]!;
  }
  return exposure > 0 ? Math.log((count + 0.5) / exposure) : NaN;
}

/**
 * post × decision-window log rate, centred within wave (0 where not observed).
 * A check only: it removes regression to the mean when the covariate covers
 * what the decision looked at, and misleads when the decision looked further back.
 */
export function decisionRateCovariate(grid: PanelGrid, stack: Stack, waves: readonly WavePlan[]): DenseCovariate {
  const rates = waves.map((plan) => {
    const values = Float64Array.from({ length: grid.units }, (_, u) => decisionLogRate(grid, u, plan));
    const known = values.filter(Number.isFinite);
    const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
    return values.map((value) => (Number.isFinite(value) ? value - mean : 0));
  });
  const values = new Float64Array(stack.rows);
  for (let r = 0; r < stack.rows; r++) {
    const plan = waves[stack.wave[r]!]!;
    const time = stack.cell[r]! % grid.times;
    values[r] = time >= plan.postFrom ? rates[stack.wave[r]!]![stack.unit[r]!]! : 0;
  }
  return { name: 'decision-rate', values };
}
