import { requireLength, requireNonNegative, StatisticsError } from '../errors.js';
import { encode } from '../poisson/encode.js';

/** `firstTreated` of a unit that is not treated within the data. */
export const NEVER_TREATED = 0x7fffffff;

/** A long panel: one entry per unit and time in every array. */
export interface TreatmentPanel {
  /** Unit id: any whole numbers. */
  readonly unit: ArrayLike<number>;
  /** Calendar period as a consecutive whole number (e.g. months since a fixed date). */
  readonly time: ArrayLike<number>;
  /** Events of the unit in that period, ≥ 0. */
  readonly count: Float64Array;
  /** Exposure in that period, > 0 (e.g. transactions); rows with 0 are left out. */
  readonly exposure: Float64Array;
  /** First treated period of the row's unit, or {@link NEVER_TREATED}; constant within a unit. */
  readonly firstTreated: ArrayLike<number>;
  /** Level at which treatment is assigned; default: the unit. Constant within a unit. */
  readonly cluster?: ArrayLike<number> | undefined;
}

/** The panel as a unit × time rectangle; cell u·times + t; exposure 0 = not observed. */
export interface PanelGrid {
  readonly units: number;
  readonly times: number;
  /** Calendar period of column 0. */
  readonly firstTime: number;
  readonly unitLabel: Float64Array;
  readonly count: Float64Array;
  readonly exposure: Float64Array;
  /** First treated column per unit (may lie outside the grid) or {@link NEVER_TREATED}. */
  readonly firstTreated: Int32Array;
  /** Cluster code per unit, 0 … clusters − 1. */
  readonly cluster: Int32Array;
  readonly clusters: number;
}

const LONGEST_SPAN = 2400;

/**
 * Checks a panel and lays it out as a rectangle.
 * @throws StatisticsError `empty-input`, `length-mismatch`, `not-finite`,
 * `out-of-range`, `duplicate-row`, `treatment-varies-within-unit`,
 * `cluster-mixes-treatment` (a unit in two clusters).
 */
export function toGrid(panel: TreatmentPanel): PanelGrid {
  const rows = panel.count.length;
  if (rows === 0) {
    throw new StatisticsError('empty-input', 'the panel has no rows');
  }
  const { unit, time, count, exposure, firstTreated, cluster } = panel;
  requireLength(rows, { unit, time, exposure, firstTreated, cluster });
  requireNonNegative('count', count);
  requireNonNegative('exposure', exposure);
  const { codes, levels } = encode(unit);
  const { firstTime, times } = timeSpan(time);
  const grid = {
    count: new Float64Array(levels.length * times),
    exposure: new Float64Array(levels.length * times),
  };
  const seen = new Uint8Array(levels.length * times);
  for (let r = 0; r < rows; r++) {
    const cell = codes[r]! * times + time[r]! - firstTime;
    if (seen[cell]) {
      throw new StatisticsError('duplicate-row', `unit ${unit[r]} has two rows at time ${time[r]}`, {
        unit: unit[r]!,
        time: time[r]!,
      });
    }
    if (exposure[r] === 0 && count[r]! > 0) {
      throw new StatisticsError('out-of-range', `row ${r} has counts but no exposure`, { row: r });
    }
    seen[cell] = 1;
    grid.count[cell] = count[r]!;
    grid.exposure[cell] = exposure[r]!;
  }
  const first = perUnit(codes, levels, firstTreated, 'treatment-varies-within-unit');
  const clusterLabels = cluster === undefined ? codes : cluster;
  const { codes: clusterCodes, levels: clusters } = encode(
    perUnit(codes, levels, clusterLabels, 'cluster-mixes-treatment'),
  );
  return {
    units: levels.length,
    times,
    firstTime,
    unitLabel: levels,
    ...grid,
    firstTreated: Int32Array.from(first, (value) => (value === NEVER_TREATED ? value : value - firstTime)),
    cluster: clusterCodes,
    clusters: clusters.length,
  };
}

function timeSpan(time: ArrayLike<number>): { firstTime: number; times: number } {
  let low = Infinity;
  let high = -Infinity;
  for (let r = 0; r < time.length; r++) {
    const value = time[r]!;
    if (!Number.isInteger(value)) {
      throw new StatisticsError('out-of-range', `time[${r}] = ${value} is not a whole number`, { row: r });
    }
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (high - low >= LONGEST_SPAN) {
    throw new StatisticsError('out-of-range', `times span ${high - low + 1} periods; use consecutive numbers`, {
      low,
      high,
    });
  }
  return { firstTime: low, times: high - low + 1 };
}

function perUnit(
  codes: Int32Array,
  levels: Float64Array,
  values: ArrayLike<number>,
  error: 'treatment-varies-within-unit' | 'cluster-mixes-treatment',
): Float64Array {
  const perUnitValue = new Float64Array(levels.length).fill(NaN);
  for (let r = 0; r < codes.length; r++) {
    const u = codes[r]!;
    const held = perUnitValue[u]!;
    if (!Number.isInteger(values[r])) {
      throw new StatisticsError('not-finite', `row ${r} holds ${values[r]}, not a whole number`, { row: r });
    }
    if (Number.isNaN(held)) {
      perUnitValue[u] = values[r]!;
    } else if (held !== values[r]) {
      throw new StatisticsError(error, `unit ${levels[u]} has both ${held} and ${values[r]}`, { unit: levels[u]! });
    }
  }
  return perUnitValue;
}
