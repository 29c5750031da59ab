import type { PanelGrid } from './panel-grid.js';
import type { WavePlan } from './stack-plan.js';

/** The stacked rows: one block per wave, units in order within a block. */
export interface Stack {
  readonly rows: number;
  /** Grid cell behind each row. */
  readonly cell: Int32Array;
  /** Unit × wave, consecutive from 0. */
  readonly unitWave: Int32Array;
  /** Period × wave column, −1 for the first period of each wave. */
  readonly timeWave: Int32Array;
  readonly timeWaveLevels: number;
  /** Index into the waves of the plan. */
  readonly wave: Int32Array;
  /** Grid unit of each row. */
  readonly unit: Int32Array;
  /** Period relative to the wave, for treated rows; `NOT_TREATED` for comparison rows. */
  readonly relative: Int32Array;
}

/** `relative` of rows that belong to comparison units. */
export const NOT_TREATED = -0x80000000;

/**
 * Stacks, wave by wave, the treated units with all units not treated before or
 * in the wave. Comparison units stay until the period before their own
 * treatment, whatever happened in those periods: cutting them there biases by
 * +13 … 14 %. With `everyPeriod` the decision window and phase-in stay in too
 * (event study); otherwise they are out for treated and comparison units alike.
 */
export function buildStack(
  grid: PanelGrid,
  firstTreated: Int32Array,
  waves: readonly WavePlan[],
  everyPeriod: boolean,
): Stack {
  const capacity = stackCapacity(grid, firstTreated, waves, everyPeriod);
  const cell = new Int32Array(capacity);
  const unitWave = new Int32Array(capacity);
  const timeWave = new Int32Array(capacity);
  const wave = new Int32Array(capacity);
  const unit = new Int32Array(capacity);
  const relative = new Int32Array(capacity);
  let rows = 0;
  let groups = 0;
  let firstLevel = -1;
  waves.forEach((plan, index) => {
    const columns = usedColumns(plan, everyPeriod);
    for (let u = 0; u < grid.units; u++) {
      const first = firstTreated[u]!;
      if (first < plan.column) {
        continue;
      }
      const treated = first === plan.column;
      const before = rows;
      for (let i = 0; i < columns.length; i++) {
        const t = columns[i]!;
        const at = u * grid.times + t;
        if ((!treated && t >= first) || grid.exposure[at] === 0) {
          continue;
        }
        cell[rows] = at;
        unitWave[rows] = groups;
        timeWave[rows] = i === 0 ? -1 : firstLevel + i;
        wave[rows] = index;
        unit[rows] = u;
        relative[rows] = treated ? t - plan.column : NOT_TREATED;
        rows++;
      }
      groups += rows > before ? 1 : 0;
    }
    firstLevel += columns.length - 1;
  });
  return {
    rows,
    cell: cell.subarray(0, rows),
    unitWave: unitWave.subarray(0, rows),
    timeWave: timeWave.subarray(0, rows),
    timeWaveLevels: firstLevel + 1,
    wave: wave.subarray(0, rows),
    unit: unit.subarray(0, rows),
    relative: relative.subarray(0, rows),
  };
}

function usedColumns(plan: WavePlan, everyPeriod: boolean): Int32Array {
  const columns: number[] = [];
  for (let t = plan.preFrom; t <= plan.postTo; t++) {
    if (everyPeriod || t <= plan.preTo || t >= plan.postFrom) {
      columns.push(t);
    }
  }
  return Int32Array.from(columns);
}

function stackCapacity(
  grid: PanelGrid,
  firstTreated: Int32Array,
  waves: readonly WavePlan[],
  everyPeriod: boolean,
): number {
  let capacity = 0;
  for (const plan of waves) {
    const columns = usedColumns(plan, everyPeriod).length;
    for (let u = 0; u < grid.units; u++) {
      capacity += firstTreated[u]! >= plan.column ? columns : 0;
    }
  }
  return capacity;
}
