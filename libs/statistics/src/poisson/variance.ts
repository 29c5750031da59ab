import { sandwichProduct } from '../linear-algebra/cholesky.js';
import { clusterScores, meat, rowScores } from './cluster-scores.js';
import type { PreparedModel } from './model.js';

/**
 * Finite-sample factor on a cluster-robust variance.
 * - `none`: 1.
 * - `clusters`: G/(G − 1), the default.
 * - `clusters-and-columns`: G/(G − 1) · (n − 1)/(n − K). K = estimated columns
 *   + `extraColumns`; tools differ here: fixest leaves out effects nested in the
 *   cluster (extraColumns 1 for a one-way unit effect), statsmodels counts them all.
 */
export type VarianceCorrection =
  | { readonly kind: 'none' }
  | { readonly kind: 'clusters' }
  | { readonly kind: 'clusters-and-columns'; readonly extraColumns: number };

export const DEFAULT_CORRECTION: VarianceCorrection = { kind: 'clusters' };

/** Which residuals may be correlated. Cluster arrays are per row of the caller's data. */
export type VarianceKind =
  | { readonly kind: 'model' }
  | { readonly kind: 'rows' }
  | { readonly kind: 'cluster'; readonly cluster?: ArrayLike<number> | undefined }
  | { readonly kind: 'two-way'; readonly first: ArrayLike<number>; readonly second: ArrayLike<number> };

export function correctionFactor(
  correction: VarianceCorrection,
  clusters: number,
  rows: number,
  columns: number,
): number {
  if (correction.kind === 'none' || clusters < 2) {
    return 1;
  }
  const byClusters = clusters === Infinity ? 1 : clusters / (clusters - 1);
  return correction.kind === 'clusters'
    ? byClusters
    : (byClusters * (rows - 1)) / (rows - columns - correction.extraColumns);
}

/** What a variance is computed from: the fit's own prepared rows. */
export interface VarianceSource {
  readonly model: PreparedModel;
  readonly fitted: Float64Array;
  /** Inverse information, row-major. */
  readonly bread: Float64Array;
  readonly estimatedColumns: number;
}

/**
 * V = H⁻¹ (Σ_g s_g s_gᵀ) H⁻¹ · factor. Two-way: V_first + V_second − V_both
 * (Cameron, Gelbach & Miller 2011); there the factor uses the smaller G.
 */
export function sandwichVariance(
  source: VarianceSource,
  kind: VarianceKind,
  correction: VarianceCorrection = DEFAULT_CORRECTION,
): Float64Array {
  const { model, fitted, bread, estimatedColumns } = source;
  const factorFor = (clusters: number): number =>
    correctionFactor(correction, clusters, model.rows, estimatedColumns);
  if (kind.kind === 'model') {
    const scale = correction.kind === 'clusters-and-columns' ? factorFor(Infinity) : 1;
    return bread.map((value) => value * scale);
  }
  if (kind.kind === 'two-way') {
    return twoWay(source, kind.first, kind.second, factorFor);
  }
  const scores = kind.kind === 'rows' ? rowScores(model, fitted) : clusterScores(model, fitted, kind.cluster);
  const scale = factorFor(scores.clusters);
  return sandwichProduct(bread, meat(scores), model.size).map((value) => value * scale);
}

function twoWay(
  source: VarianceSource,
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  factorFor: (clusters: number) => number,
): Float64Array {
  const { model, fitted, bread } = source;
  const both = new Float64Array(first.length);
  const span = 1 + Array.from(second).reduce((high, value) => Math.max(high, value), 0);
  for (let r = 0; r < both.length; r++) {
    both[r] = first[r]! * span + second[r]!;
  }
  const byFirst = clusterScores(model, fitted, first);
  const bySecond = clusterScores(model, fitted, second);
  const sum = meat(byFirst);
  const other = meat(bySecond);
  const overlap = meat(clusterScores(model, fitted, both));
  const scale = factorFor(Math.min(byFirst.clusters, bySecond.clusters));
  for (let i = 0; i < sum.length; i++) {
    sum[i] = (sum[i]! + other[i]! - overlap[i]!) * scale;
  }
  return sandwichProduct(bread, sum, model.size);
}
