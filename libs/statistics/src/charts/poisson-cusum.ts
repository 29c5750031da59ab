import { requireLength, requireNonNegative, requireRange } from '../errors.js';

export interface CusumInput {
  readonly count: Float64Array;
  /** Count expected without change, ≥ 0. */
  readonly expected: Float64Array;
  /** Rate ratio to be noticed: > 1 a rise, < 1 a fall (not 1). */
  readonly ratio: number;
  /** Alarm when the statistic exceeds this; see {@link cusumThreshold}. */
  readonly threshold: number;
}

export interface CusumResult {
  readonly statistic: Float64Array;
  /** Indices of alarms; the statistic starts again from 0 after each. */
  readonly alarms: readonly number[];
}

/**
 * Poisson CUSUM for alerts: W_t = max(0, W_{t−1} + y_t ln R − (R − 1) E_t)
 * (log likelihood ratio of rate R·E against E; Lucas 1985).
 * @throws StatisticsError `length-mismatch`, `not-finite`, `out-of-range`.
 */
export function poissonCusum({ count, expected, ratio, threshold }: CusumInput): CusumResult {
  requireLength(count.length, { expected });
  requireNonNegative('count', count);
  requireNonNegative('expected', expected);
  requireRange('ratio', ratio, 1e-3, 1e3);
  requireRange('threshold', threshold, 0, Infinity);
  const statistic = new Float64Array(count.length);
  const alarms: number[] = [];
  let level = 0;
  for (let t = 0; t < count.length; t++) {
    level = Math.max(0, level + count[t]! * Math.log(ratio) - (ratio - 1) * expected[t]!);
    statistic[t] = level;
    if (level > threshold) {
      alarms.push(t);
      level = 0;
    }
  }
  return { statistic, alarms };
}

/**
 * Threshold with about one false alarm per `runLength` periods at a constant
 * expected count, by a Markov chain over a fine grid of the statistic (Brook &
 * Evans 1972). Accurate to a few percent of the run length.
 */
export function cusumThreshold(expected: number, ratio: number, runLength: number): number {
  requireRange('expected', expected, 1e-4, 1e4);
  requireRange('ratio', ratio, 1e-3, 1e3);
  requireRange('runLength', runLength, 2, 1e7);
  let low = 0;
  let high = 1;
  while (averageRunLength(expected, ratio, high) < runLength) {
    high *= 2;
  }
  for (let i = 0; i < 30; i++) {
    const middle = (low + high) / 2;
    if (averageRunLength(expected, ratio, middle) < runLength) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return high;
}

const CELLS = 60;

/** Mean number of periods until the statistic first exceeds `threshold`, from 0. */
export function averageRunLength(expected: number, ratio: number, threshold: number): number {
  const width = threshold / CELLS;
  const rows: Float64Array[] = [];
  for (let from = 0; from < CELLS; from++) {
    rows.push(transitionRow(expected, ratio, from === 0 ? 0 : (from + 0.5) * width, width));
  }
  return solveRunLength(rows);
}

function transitionRow(expected: number, ratio: number, level: number, width: number): Float64Array {
  const row = new Float64Array(CELLS);
  let probability = Math.exp(-expected);
  let reached = 0;
  for (let y = 0; reached < 1 - 1e-13 && y < 100_000; y++) {
    const next = Math.max(0, level + y * Math.log(ratio) - (ratio - 1) * expected);
    const cell = Math.floor(next / width);
    if (cell < CELLS) {
      row[cell]! += probability;
    }
    reached += probability;
    probability *= expected / (y + 1);
    if (probability === 0) {
      break;
    }
  }
  return row;
}

/** First entry of (I − Q)⁻¹ 1 by elimination; Q is a substochastic matrix, so no pivoting is needed. */
function solveRunLength(rows: readonly Float64Array[]): number {
  const matrix = rows.map((row, i) => Float64Array.from(row, (q, j) => Number(i === j) - q));
  const right = new Float64Array(rows.length).fill(1);
  for (let j = rows.length - 1; j > 0; j--) {
    for (let i = 0; i < j; i++) {
      const share = matrix[i]![j]! / matrix[j]![j]!;
      if (share !== 0) {
        for (let k = 0; k <= j; k++) {
          matrix[i]![k]! -= share * matrix[j]![k]!;
        }
        right[i]! -= share * right[j]!;
      }
    }
  }
  return right[0]! / matrix[0]![0]!;
}
