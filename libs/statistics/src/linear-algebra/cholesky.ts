import { StatisticsError } from '../errors.js';

/** Result of factoring a positive semi-definite matrix A = L·Lᵀ on its identified columns. */
export interface CholeskyFactor {
  readonly size: number;
  /** Row-major size × size; lower triangle holds L, the rest is meaningless. */
  readonly lower: Float64Array;
  /** Columns that are linear combinations of earlier ones; solved as 0. */
  readonly aliased: Uint8Array;
  readonly aliasedCount: number;
}

/**
 * Factors a symmetric positive semi-definite matrix (row-major, lower triangle
 * read). A pivot below `tolerance` × its diagonal marks its column as aliased:
 * the column is left out, as if it had not been in the model. `scale` holds the
 * diagonal before effects were taken out: of a column that they explain entirely
 * only rounding is left on the diagonal, and nothing is small beside that.
 */
export function cholesky(matrix: Float64Array, size: number, tolerance = 1e-10, scale?: Float64Array): CholeskyFactor {
  const lower = matrix.slice();
  const aliased = new Uint8Array(size);
  let aliasedCount = 0;
  for (let j = 0; j < size; j++) {
    const rowJ = j * size;
    const diagonal = lower[rowJ + j]!;
    let pivot = diagonal;
    for (let k = 0; k < j; k++) {
      pivot -= lower[rowJ + k]! * lower[rowJ + k]!;
    }
    if (!(pivot > tolerance * Math.max(diagonal, scale?.[j] ?? 0)) || diagonal <= 0) {
      if (Number.isNaN(pivot)) {
        throw new StatisticsError('not-finite', 'matrix holds a value that is not a number', { column: j });
      }
      aliased[j] = 1;
      aliasedCount++;
      for (let i = j; i < size; i++) {
        lower[i * size + j] = 0;
      }
      continue;
    }
    const root = Math.sqrt(pivot);
    lower[rowJ + j] = root;
    for (let i = j + 1; i < size; i++) {
      const rowI = i * size;
      let value = lower[rowI + j]!;
      for (let k = 0; k < j; k++) {
        value -= lower[rowI + k]! * lower[rowJ + k]!;
      }
      lower[rowI + j] = value / root;
    }
  }
  return { size, lower, aliased, aliasedCount };
}

/** Solves A·x = b for the factored A; aliased entries of x are 0. */
export function choleskySolve(factor: CholeskyFactor, b: Float64Array): Float64Array {
  const { size, lower, aliased } = factor;
  const x = b.slice();
  for (let i = 0; i < size; i++) {
    if (aliased[i]) {
      x[i] = 0;
      continue;
    }
    let value = x[i]!;
    for (let k = 0; k < i; k++) {
      value -= lower[i * size + k]! * x[k]!;
    }
    x[i] = value / lower[i * size + i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    if (aliased[i]) {
      continue;
    }
    let value = x[i]!;
    for (let k = i + 1; k < size; k++) {
      value -= lower[k * size + i]! * x[k]!;
    }
    x[i] = value / lower[i * size + i]!;
  }
  return x;
}

/** A⁻¹ (row-major, full); rows and columns of aliased entries are 0. */
export function choleskyInverse(factor: CholeskyFactor): Float64Array {
  const { size } = factor;
  const inverse = new Float64Array(size * size);
  const unit = new Float64Array(size);
  for (let j = 0; j < size; j++) {
    if (factor.aliased[j]) {
      continue;
    }
    unit.fill(0);
    unit[j] = 1;
    const column = choleskySolve(factor, unit);
    for (let i = 0; i < size; i++) {
      inverse[i * size + j] = column[i]!;
    }
  }
  return inverse;
}

/** Quadratic form vᵀ·A⁻¹·v and the rank of A (aliased directions are left out). */
export function quadraticForm(matrix: Float64Array, v: Float64Array): { value: number; rank: number } {
  const factor = cholesky(matrix, v.length);
  const solved = choleskySolve(factor, v);
  let value = 0;
  for (let i = 0; i < v.length; i++) {
    value += v[i]! * solved[i]!;
  }
  return { value, rank: v.length - factor.aliasedCount };
}

/** B·M·Bᵀ for symmetric B (the sandwich product), all row-major size × size. */
export function sandwichProduct(bread: Float64Array, meat: Float64Array, size: number): Float64Array {
  return multiply(multiply(bread, meat, size), bread, size);
}

function multiply(a: Float64Array, b: Float64Array, size: number): Float64Array {
  const product = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < size; k++) {
      const aik = a[i * size + k]!;
      if (aik !== 0) {
        for (let j = 0; j < size; j++) {
          product[i * size + j]! += aik * b[k * size + j]!;
        }
      }
    }
  }
  return product;
}
