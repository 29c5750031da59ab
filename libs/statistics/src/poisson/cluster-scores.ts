import { requireLength } from '../errors.js';
import { encode } from './encode.js';
import type { PreparedModel } from './model.js';
import { readRow } from './information.js';

/** Sums of the scores within clusters: row-major clusters × size. */
export interface ClusterScores {
  readonly clusters: number;
  readonly size: number;
  readonly values: Float64Array;
  /** Label of each cluster in the caller's coding. */
  readonly labels: Float64Array;
}

/**
 * Cluster sums of the profile score Σ (y − μ)(x − x̄_unit). When every unit lies
 * in one cluster the x̄ part vanishes, because Σ (y − μ) = 0 within a unit.
 * `cluster` is per row of the caller's arrays; absent means cluster = unit.
 * `weight` of a row in x̄: the fitted mean for Poisson, 1 for least squares.
 */
export function clusterScores(
  model: PreparedModel,
  fitted: Float64Array,
  cluster?: ArrayLike<number>,
  weight: Float64Array = fitted,
): ClusterScores {
  const { groupOfRow, labels } = groupRows(model, cluster);
  const values = new Float64Array(labels.length * model.size);
  if (unitsLieInGroups(model, groupOfRow)) {
    addPlainScores(model, fitted, groupOfRow, values);
  } else {
    addCentredScores(model, fitted, weight, groupOfRow, values);
  }
  return { clusters: labels.length, size: model.size, values, labels };
}

function groupRows(
  model: PreparedModel,
  cluster: ArrayLike<number> | undefined,
): { groupOfRow: Int32Array; labels: Float64Array } {
  const groupOfRow = new Int32Array(model.rows);
  if (cluster === undefined) {
    for (let u = 0; u < model.units; u++) {
      groupOfRow.fill(u, model.unitStart[u]!, model.unitStart[u + 1]!);
    }
    return { groupOfRow, labels: Float64Array.from(model.unitLabel) };
  }
  for (let r = 0; r < model.rows; r++) {
    groupOfRow[r] = cluster[model.sourceRow[r]!]!;
  }
  const { codes, levels } = encode(groupOfRow);
  return { groupOfRow: codes, labels: levels };
}

function unitsLieInGroups(model: PreparedModel, groupOfRow: Int32Array): boolean {
  for (let u = 0; u < model.units; u++) {
    const first = groupOfRow[model.unitStart[u]!];
    for (let r = model.unitStart[u]! + 1; r < model.unitStart[u + 1]!; r++) {
      if (groupOfRow[r] !== first) {
        return false;
      }
    }
  }
  return true;
}

function addPlainScores(
  model: PreparedModel,
  fitted: Float64Array,
  groupOfRow: Int32Array,
  values: Float64Array,
): void {
  const { rows, size, count, columns, factorCount, factorColumns, covariates } = model;
  for (let r = 0; r < rows; r++) {
    const base = groupOfRow[r]! * size;
    const residual = count[r]! - fitted[r]!;
    for (let j = 0; j < factorCount; j++) {
      const c = columns[r * factorCount + j]!;
      if (c >= 0) {
        values[base + c]! += residual;
      }
    }
    for (let k = 0; k < covariates.length; k++) {
      values[base + factorColumns + k]! += residual * covariates[k]![r]!;
    }
  }
}

function addCentredScores(
  model: PreparedModel,
  fitted: Float64Array,
  weight: Float64Array,
  groupOfRow: Int32Array,
  values: Float64Array,
): void {
  const { size, count, unitStart } = model;
  const columns = new Int32Array(size);
  const entries = new Float64Array(size);
  const mean = new Float64Array(size);
  for (let u = 0; u < model.units; u++) {
    mean.fill(0);
    let total = 0;
    for (let r = unitStart[u]!; r < unitStart[u + 1]!; r++) {
      total += weight[r]!;
      const used = readRow(model, r, columns, entries);
      for (let i = 0; i < used; i++) {
        mean[columns[i]!]! += weight[r]! * entries[i]!;
      }
    }
    for (let r = unitStart[u]!; r < unitStart[u + 1]!; r++) {
      const base = groupOfRow[r]! * size;
      const residual = count[r]! - fitted[r]!;
      for (let c = 0; c < size; c++) {
        values[base + c]! -= (residual * mean[c]!) / total;
      }
      const used = readRow(model, r, columns, entries);
      for (let i = 0; i < used; i++) {
        values[base + columns[i]!]! += residual * entries[i]!;
      }
    }
  }
}

/** Σ_g s_g s_gᵀ, row-major size × size. */
export function meat(scores: ClusterScores): Float64Array {
  const { clusters, size, values } = scores;
  const product = new Float64Array(size * size);
  const touched = new Int32Array(size);
  for (let g = 0; g < clusters; g++) {
    const base = g * size;
    let touches = 0;
    for (let c = 0; c < size; c++) {
      if (values[base + c] !== 0) {
        touched[touches++] = c;
      }
    }
    for (let i = 0; i < touches; i++) {
      const c = touched[i]!;
      const score = values[base + c]!;
      for (let k = 0; k <= i; k++) {
        product[c * size + touched[k]!]! += score * values[base + touched[k]!]!;
      }
    }
  }
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) {
      product[j * size + i] = product[i * size + j]!;
    }
  }
  return product;
}

/** Same as {@link clusterScores} with every row its own cluster (heteroskedasticity-robust). */
export function rowScores(model: PreparedModel, fitted: Float64Array): ClusterScores {
  let rows = 0;
  for (const row of model.sourceRow) {
    rows = Math.max(rows, row + 1);
  }
  const own = Int32Array.from({ length: rows }, (_, index) => index);
  requireLength(rows, { own });
  return clusterScores(model, fitted, own);
}
