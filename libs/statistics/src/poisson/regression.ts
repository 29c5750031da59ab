import { requireLength, requireNonNegative, StatisticsError } from '../errors.js';
import { cholesky, choleskyInverse, choleskySolve, sandwichProduct } from '../linear-algebra/cholesky.js';

export interface PoissonRegressionInput {
  /** Columns of the design, each of the length of `count`; include a column of ones for an intercept. */
  readonly columns: readonly Float64Array[];
  readonly count: Float64Array;
  /** Enters as offset log(exposure); > 0; default 1. */
  readonly exposure?: Float64Array;
}

export interface PoissonRegressionFit {
  readonly coefficients: Float64Array;
  /** From the model's information (variance = mean). */
  readonly standardErrors: Float64Array;
  /** Heteroskedasticity-robust (HC0). */
  readonly robustErrors: Float64Array;
  readonly fitted: Float64Array;
  readonly deviance: number;
  readonly pearson: number;
  readonly degreesOfFreedom: number;
}

/**
 * Small dense Poisson regression log μ = log exposure + Xβ (Newton; McCullagh &
 * Nelder 1989). For many units use {@link poissonFixedEffects} instead.
 * @throws StatisticsError `not-identified` when columns are dependent, and on malformed input.
 */
export function poissonRegression(input: PoissonRegressionInput): PoissonRegressionFit {
  const { columns, count } = input;
  const exposure = input.exposure ?? new Float64Array(count.length).fill(1);
  requireLength(count.length, { exposure });
  columns.forEach((column, c) => requireLength(count.length, { [`columns[${c}]`]: column }));
  requireNonNegative('count', count);
  const { coefficients, fitted } = maximise(columns, count, exposure);
  const size = columns.length;
  const bread = choleskyInverse(cholesky(weightedProducts(columns, fitted), size));
  const squares = fitted.map((mean, r) => (count[r]! - mean) ** 2);
  const robust = sandwichProduct(bread, weightedProducts(columns, squares), size);
  let deviance = 0;
  let pearson = 0;
  fitted.forEach((mean, r) => {
    const y = count[r]!;
    deviance += 2 * ((y > 0 ? y * Math.log(y / mean) : 0) - (y - mean));
    pearson += (y - mean) ** 2 / mean;
  });
  return {
    coefficients,
    standardErrors: rootDiagonal(bread, size),
    robustErrors: rootDiagonal(robust, size),
    fitted,
    deviance,
    pearson,
    degreesOfFreedom: count.length - size,
  };
}

function maximise(
  columns: readonly Float64Array[],
  count: Float64Array,
  exposure: Float64Array,
): { coefficients: Float64Array; fitted: Float64Array } {
  // One weighted least-squares step from the data themselves, then Newton.
  const start = count.map((y, r) => y + 0.1 * exposure[r]! * meanRate(count, exposure));
  const working = start.map((mean, r) => Math.log(mean / exposure[r]!) + (count[r]! - mean) / mean);
  let coefficients = solveIdentified(columns, start, working.map((z, r) => z * start[r]!));
  for (let step = 0; step < 100; step++) {
    const fitted = meansOf(columns, coefficients, exposure);
    const change = solveIdentified(columns, fitted, count.map((y, r) => y - fitted[r]!));
    coefficients = coefficients.map((value, c) => value + change[c]!);
    if (change.every((entry) => Math.abs(entry) < 1e-10)) {
      return { coefficients, fitted: meansOf(columns, coefficients, exposure) };
    }
  }
  throw new StatisticsError('not-converged', 'Poisson regression did not converge (separation?)');
}

function meanRate(count: Float64Array, exposure: Float64Array): number {
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
  return sum(count) / sum(exposure);
}

/** (XᵀWX)⁻¹ Xᵀ right. */
export function solveIdentified(
  columns: readonly Float64Array[],
  weight: Float64Array,
  right: Float64Array,
): Float64Array {
  const factor = cholesky(weightedProducts(columns, weight), columns.length);
  if (factor.aliasedCount > 0) {
    throw new StatisticsError('not-identified', 'a column is a combination of the others', {
      column: factor.aliased.indexOf(1),
    });
  }
  return choleskySolve(
    factor,
    Float64Array.from(columns, (column) => column.reduce((sum, x, r) => sum + x * right[r]!, 0)),
  );
}

/** XᵀWX, row-major. */
export function weightedProducts(columns: readonly Float64Array[], weight: Float64Array): Float64Array {
  const size = columns.length;
  const product = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let r = 0; r < weight.length; r++) {
        sum += weight[r]! * columns[i]![r]! * columns[j]![r]!;
      }
      product[i * size + j] = sum;
      product[j * size + i] = sum;
    }
  }
  return product;
}

export function meansOf(
  columns: readonly Float64Array[],
  coefficients: Float64Array,
  exposure: Float64Array,
): Float64Array {
  return exposure.map((n, r) => n * Math.exp(columns.reduce((sum, column, c) => sum + column[r]! * coefficients[c]!, 0)));
}

export function rootDiagonal(matrix: Float64Array, size: number): Float64Array {
  return Float64Array.from({ length: size }, (_, c) => Math.sqrt(matrix[c * size + c]!));
}
