import { StatisticsError } from '../errors.js';
import { buildStack } from './build-stack.js';
import type { Stack } from './build-stack.js';
import type { PanelGrid } from './panel-grid.js';
import type { SkippedWave, StackWindows, WavePlan } from './stack-plan.js';
import { planWaves, usableWaves } from './stack-plan.js';

/** Everything the stacked procedures share: checked grid, waves, stacked rows. */
export interface StackedDesign {
  readonly grid: PanelGrid;
  readonly waves: readonly WavePlan[];
  readonly skipped: readonly SkippedWave[];
  readonly stack: Stack;
}

/** @throws StatisticsError `no-usable-wave` when no wave has both sides and both periods. */
export function stackedDesign(grid: PanelGrid, windows: StackWindows, everyPeriod = false): StackedDesign {
  const plans = planWaves(grid, grid.firstTreated, windows);
  const { usable, skipped } = usableWaves(grid, grid.firstTreated, plans);
  if (usable.length === 0) {
    throw new StatisticsError('no-usable-wave', 'no wave has treated and comparison units before and after', {
      waves: plans.length,
      reasons: skipped.map(({ wave, reason }) => `${wave}:${reason}`).join(' '),
    });
  }
  return { grid, waves: usable, skipped, stack: buildStack(grid, grid.firstTreated, usable, everyPeriod) };
}
