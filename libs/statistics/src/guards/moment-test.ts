import { normalCdf, normalQuantile } from '../distributions/distributions.js';
import { maximiseLinear } from '../linear-algebra/simplex.js';
import { drawNormal } from '../random/draws.js';
import type { RandomSource } from '../random/random-source.js';

/**
 * Test of E[y] ≤ X·δ for some δ (moment inequalities with nuisance parameters),
 * y ~ N(·, covariance): conditional test with a least-favourable first stage
 * (Andrews, Roth & Pakes 2023; hybrid with κ = α/10).
 */
export interface MomentTest {
  /** Row-major m × m covariance of y. */
  readonly covariance: Float64Array;
  readonly deviations: Float64Array;
  /** Columns of X, each of length m; may be empty. */
  readonly nuisance: readonly Float64Array[];
  /** Equality rows of the dual program: Xᵀλ = 0, sdᵀλ = 1. */
  readonly rows: readonly Float64Array[];
  readonly right: Float64Array;
  readonly leastFavourable: number;
  readonly alpha: number;
  readonly firstStage: number;
}

const LEAST_FAVOURABLE_DRAWS = 1000;

export function createMomentTest(
  covariance: Float64Array,
  nuisance: readonly Float64Array[],
  alpha: number,
  random: RandomSource,
): MomentTest {
  const moments = Math.round(Math.sqrt(covariance.length));
  const deviations = Float64Array.from({ length: moments }, (_, i) => Math.sqrt(covariance[i * moments + i]!));
  const rows = [...nuisance, deviations];
  const right = new Float64Array(rows.length);
  right[rows.length - 1] = 1;
  const partial = { covariance, deviations, nuisance, rows, right, alpha, firstStage: alpha / 10 };
  return { ...partial, leastFavourable: leastFavourableValue(partial, random) };
}

/** Upper κ quantile of the statistic when every inequality binds. */
function leastFavourableValue(test: Omit<MomentTest, 'leastFavourable'>, random: RandomSource): number {
  const moments = test.deviations.length;
  const root = semidefiniteRoot(test.covariance, moments);
  const noise = new Float64Array(moments);
  const values = new Float64Array(LEAST_FAVOURABLE_DRAWS);
  let basis: Int32Array | undefined;
  for (let draw = 0; draw < values.length; draw++) {
    noise.forEach((_, i) => (noise[i] = drawNormal(random)));
    const y = Float64Array.from({ length: moments }, (_, i) =>
      noise.reduce((sum, value, j) => sum + root[i * moments + j]! * value, 0),
    );
    const solution = maximiseLinear({ objective: y, rows: test.rows, right: test.right }, basis);
    values[draw] = solution.value;
    basis = solution.basis;
  }
  values.sort();
  const position = (values.length - 1) * (1 - test.firstStage);
  const below = Math.floor(position);
  return values[below]! + (position - below) * ((values[below + 1] ?? values[below]!) - values[below]!);
}

/** Lower-triangular L with L·Lᵀ = covariance, zero columns where the rank ends. */
function semidefiniteRoot(covariance: Float64Array, size: number): Float64Array {
  const root = new Float64Array(size * size);
  for (let j = 0; j < size; j++) {
    let pivot = covariance[j * size + j]!;
    for (let k = 0; k < j; k++) {
      pivot -= root[j * size + k]! ** 2;
    }
    if (pivot <= 1e-10 * covariance[j * size + j]!) {
      continue;
    }
    root[j * size + j] = Math.sqrt(pivot);
    for (let i = j + 1; i < size; i++) {
      let value = covariance[i * size + j]!;
      for (let k = 0; k < j; k++) {
        value -= root[i * size + k]! * root[j * size + k]!;
      }
      root[i * size + j] = value / root[j * size + j]!;
    }
  }
  return root;
}

/** True when y contradicts the inequalities at the test's level. */
export function rejects(test: MomentTest, y: Float64Array): boolean {
  const { value, x } = maximiseLinear({ objective: y, rows: test.rows, right: test.right });
  if (value > test.leastFavourable) {
    return true;
  }
  const moments = y.length;
  const direction = multiply(test.covariance, x, moments);
  const variance = x.reduce((sum, weight, i) => sum + weight * direction[i]!, 0);
  if (variance < 1e-18) {
    return value > 0;
  }
  const spread = Math.sqrt(variance);
  const { low, high } = truncation(test, y, value, direction, variance);
  const from = low / spread;
  const to = Math.min(high, test.leastFavourable) / spread;
  const statistic = value / spread;
  if (!(from <= statistic && statistic <= to)) {
    return false;
  }
  const level = (test.alpha - test.firstStage) / (1 - test.firstStage);
  return statistic > Math.max(0, truncatedQuantile(1 - level, from, to));
}

/**
 * The range of the statistic s over which the same multipliers stay optimal when
 * y moves along its own noise direction, y(s) = y + (s − s₀)·direction/variance.
 * s(t) = max λᵀy(t) is convex, so each end is found by cutting planes: solve at a
 * trial end, move to where the better multipliers tie with λ, repeat.
 */
function truncation(
  test: MomentTest,
  y: Float64Array,
  value: number,
  direction: Float64Array,
  variance: number,
): { low: number; high: number } {
  const end = (side: 1 | -1): number => {
    let trial = value + side * 40 * Math.sqrt(variance);
    for (let cut = 0; cut < 200; cut++) {
      const moved = y.map((entry, i) => entry + ((trial - value) * direction[i]!) / variance);
      const other = maximiseLinear({ objective: moved, rows: test.rows, right: test.right });
      if (other.value <= trial + 1e-10 * (1 + Math.abs(trial))) {
        return cut === 0 ? side * Infinity : trial;
      }
      // Value of the other multipliers: a + b·s, with a + b·trial > trial; it ties with λ at a/(1 − b).
      const slope = other.x.reduce((sum, weight, i) => sum + weight * direction[i]!, 0) / variance;
      const base = other.value - slope * trial;
      trial = base / (1 - slope);
    }
    return trial;
  };
  return { low: end(-1), high: end(1) };
}

/** Quantile of a standard normal truncated to [from, to], stable in both tails. */
export function truncatedQuantile(p: number, from: number, to: number): number {
  if (from > 0) {
    return -truncatedQuantile(1 - p, -to, -from);
  }
  const below = normalCdf(from);
  const above = normalCdf(to);
  if (!(above > below)) {
    return to;
  }
  return Math.min(to, Math.max(from, normalQuantile(below + p * (above - below))));
}

function multiply(matrix: Float64Array, vector: Float64Array, size: number): Float64Array {
  return vector.map((_, i) => vector.reduce((sum, value, j) => sum + matrix[i * size + j]! * value, 0));
}
