import type { PreparedModel } from './model.js';
import type { ProfilePoint } from './profile-likelihood.js';

/** Codes only: each unordered pair of columns is added once, in either triangle. */
export function accumulateCodes(model: PreparedModel, point: ProfilePoint): void {
  const { size, count, columns, factorCount, unitStart } = model;
  const { gradient, information, fitted } = point;
  const sums = new Float64Array(size);
  const mark = new Int32Array(size).fill(-1);
  const runs: ColumnRuns = { from: new Int32Array(size), to: new Int32Array(size), count: 0 };
  for (let u = 0; u < model.units; u++) {
    const start = unitStart[u]!;
    const end = unitStart[u + 1]!;
    let total = 0;
    for (let r = start; r < end; r++) {
      total += count[r]!;
    }
    runs.count = 0;
    for (let j = 0; j < factorCount; j++) {
      for (let r = start; r < end; r++) {
        const base = r * factorCount;
        const c = columns[base + j]!;
        if (c < 0) {
          continue;
        }
        const mean = fitted[r]!;
        gradient[c]! += count[r]! - mean;
        if (mark[c] !== u) {
          mark[c] = u;
          sums[c] = 0;
          extendRuns(runs, c);
        }
        sums[c]! += mean;
        const row = c * size;
        information[row + c]! += mean;
        for (let k = 0; k < j; k++) {
          const d = columns[base + k]!;
          if (d >= 0) {
            information[row + d]! += mean;
          }
        }
      }
    }
    subtractOuterProduct(information, size, sums, runs, 1 / total);
  }
}

/** Columns a unit touches, as runs without gaps; periods come in order, so there are few. */
interface ColumnRuns {
  readonly from: Int32Array;
  readonly to: Int32Array;
  count: number;
}

function extendRuns(runs: ColumnRuns, column: number): void {
  const last = runs.count - 1;
  if (last >= 0 && runs.to[last] === column - 1) {
    runs.to[last] = column;
  } else {
    runs.from[runs.count] = column;
    runs.to[runs.count] = column;
    runs.count++;
  }
}

/** information −= scale · s sᵀ over the touched columns, each pair once. */
function subtractOuterProduct(
  information: Float64Array,
  size: number,
  sums: Float64Array,
  runs: ColumnRuns,
  scale: number,
): void {
  const { from, to, count } = runs;
  for (let q = 0; q < count; q++) {
    for (let c = from[q]!; c <= to[q]!; c++) {
      const row = c * size;
      const scaled = sums[c]! * scale;
      for (let p = 0; p < q; p++) {
        const last = to[p]!;
        for (let d = from[p]!; d <= last; d++) {
          information[row + d]! -= scaled * sums[d]!;
        }
      }
      for (let d = from[q]!; d <= c; d++) {
        information[row + d]! -= scaled * sums[d]!;
      }
    }
  }
}

/** Codes and covariates: covariates are columns that every unit touches. */
export function accumulateMixed(model: PreparedModel, point: ProfilePoint): void {
  const { size, count, unitStart } = model;
  const { gradient, information, fitted } = point;
  const sums = new Float64Array(size);
  const mark = new Int32Array(size).fill(-1);
  const touched = new Int32Array(size);
  const rowColumns = new Int32Array(size);
  const rowValues = new Float64Array(size);
  for (let u = 0; u < model.units; u++) {
    let touches = 0;
    let total = 0;
    for (let r = unitStart[u]!; r < unitStart[u + 1]!; r++) {
      const mean = fitted[r]!;
      const residual = count[r]! - mean;
      total += count[r]!;
      const used = readRow(model, r, rowColumns, rowValues);
      for (let i = 0; i < used; i++) {
        const c = rowColumns[i]!;
        const x = rowValues[i]!;
        gradient[c]! += residual * x;
        if (mark[c] !== u) {
          mark[c] = u;
          sums[c] = 0;
          touched[touches++] = c;
        }
        sums[c]! += mean * x;
        for (let k = 0; k <= i; k++) {
          information[c * size + rowColumns[k]!]! += mean * x * rowValues[k]!;
        }
      }
    }
    for (let i = 0; i < touches; i++) {
      const c = touched[i]!;
      const scaled = sums[c]! / total;
      for (let k = 0; k <= i; k++) {
        const d = touched[k]!;
        information[c * size + d]! -= scaled * sums[d]!;
      }
    }
  }
}

/** Σ μ x² per column: the diagonal of the information before unit effects are taken out. */
export function columnMass({ rows, size, columns, factorCount, factorColumns, covariates }: PreparedModel, fitted: Float64Array): Float64Array {
  const mass = new Float64Array(size);
  for (let r = 0, at = 0; r < rows; r++) {
    for (let j = 0; j < factorCount; j++, at++) {
      const c = columns[at]!;
      if (c >= 0) {
        mass[c]! += fitted[r]!;
      }
    }
  }
  covariates.forEach((values, k) => values.forEach((x, r) => (mass[factorColumns + k]! += fitted[r]! * x * x)));
  return mass;
}

/** Non-zero columns and values of a prepared row; returns how many there are. */
export function readRow(model: PreparedModel, row: number, columns: Int32Array, values: Float64Array): number {
  let used = 0;
  for (let j = 0; j < model.factorCount; j++) {
    const c = model.columns[row * model.factorCount + j]!;
    if (c >= 0) {
      columns[used] = c;
      values[used++] = 1;
    }
  }
  for (let k = 0; k < model.covariates.length; k++) {
    columns[used] = model.factorColumns + k;
    values[used++] = model.covariates[k]![row]!;
  }
  return used;
}

export function symmetrise(matrix: Float64Array, size: number): void {
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) {
      const sum = matrix[i * size + j]! + matrix[j * size + i]!;
      matrix[i * size + j] = sum;
      matrix[j * size + i] = sum;
    }
  }
}
