import { cholesky, choleskyInverse, choleskySolve, sandwichProduct } from '../linear-algebra/cholesky.js';
import { clusterScores, meat } from '../poisson/cluster-scores.js';
import { columnStarts } from '../poisson/fixed-effects.js';
import type { DenseCovariate, FactorCodes, PreparedModel } from '../poisson/model.js';
import { prepareModel } from '../poisson/prepare.js';
import { columnMass, readRow } from '../poisson/information.js';
import { createProfilePoint, evaluateProfile } from '../poisson/profile-likelihood.js';
import { correctionFactor, DEFAULT_CORRECTION } from '../poisson/variance.js';
import type { VarianceCorrection } from '../poisson/variance.js';

export interface LinearFixedEffectsInput {
  readonly unit: ArrayLike<number>;
  readonly outcome: Float64Array;
  readonly factors?: readonly FactorCodes[];
  readonly covariates?: readonly DenseCovariate[];
  readonly cluster?: ArrayLike<number>;
  readonly correction?: VarianceCorrection;
}

export interface LinearFit {
  /** Factor columns first, then covariates; NaN = aliased. */
  readonly coefficients: Float64Array;
  readonly covariance: Float64Array;
  readonly standardErrors: Float64Array;
  readonly size: number;
  readonly rows: number;
  readonly clusters: number;
  column(name: string, level?: number): number;
}

/**
 * Least squares with one effect per unit, removed in closed form (within
 * transformation), dense in the remaining columns; cluster-robust variance as in
 * {@link poissonFixedEffects}. Same input as there, any finite outcome.
 * @throws StatisticsError `length-mismatch`, `not-finite`, `out-of-range`, `empty-input`.
 */
export function linearFixedEffects(input: LinearFixedEffectsInput): LinearFit {
  const factors = input.factors ?? [];
  const covariates = input.covariates ?? [];
  const model = prepareModel({ ...input, family: 'linear', count: input.outcome, factors, covariates });
  const { size } = model;
  const ones = new Float64Array(model.rows).fill(1);
  const factor = cholesky(withinProducts(model, ones), size, undefined, columnMass(model, ones));
  const means = unitMeans(model);
  const theta = choleskySolve(factor, crossProduct(model, means));
  const fitted = fittedValues(model, theta, means);
  const scores = clusterScores(model, fitted, input.cluster, ones);
  const scale = correctionFactor(
    input.correction ?? DEFAULT_CORRECTION,
    scores.clusters,
    model.rows,
    size - factor.aliasedCount,
  );
  const covariance = sandwichProduct(choleskyInverse(factor), meat(scores), size).map((value) => value * scale);
  const names = columnStarts(factors, covariates);
  return {
    coefficients: theta.map((value, c) => (factor.aliased[c] ? NaN : value)),
    covariance,
    standardErrors: theta.map((_, c) => (factor.aliased[c] ? NaN : Math.sqrt(covariance[c * size + c]!))),
    size,
    rows: model.rows,
    clusters: scores.clusters,
    column: (name, level = 0) => {
      const start = names.get(name);
      return start !== undefined && level >= 0 && level < start.levels ? start.first + level : -1;
    },
  };
}

/** Σ x xᵀ − Σ_u (1/T_u) s_u s_uᵀ: the Poisson information when every mean is 1. */
function withinProducts(model: PreparedModel, ones: Float64Array): Float64Array {
  const flat = { ...model, count: ones, exposure: ones };
  const point = createProfilePoint(flat);
  evaluateProfile(flat, new Float64Array(model.size), point);
  return point.information;
}

function unitMeans(model: PreparedModel): Float64Array {
  const means = new Float64Array(model.rows);
  for (let u = 0; u < model.units; u++) {
    const from = model.unitStart[u]!;
    const to = model.unitStart[u + 1]!;
    let sum = 0;
    for (let r = from; r < to; r++) {
      sum += model.count[r]!;
    }
    means.fill(sum / (to - from), from, to);
  }
  return means;
}

function crossProduct(model: PreparedModel, means: Float64Array): Float64Array {
  const product = new Float64Array(model.size);
  forEachEntry(model, (r, c, x) => {
    product[c]! += x * (model.count[r]! - means[r]!);
  });
  return product;
}

/** ȳ_u + (x − x̄_u)θ. */
function fittedValues(model: PreparedModel, theta: Float64Array, means: Float64Array): Float64Array {
  const fitted = new Float64Array(model.rows);
  forEachEntry(model, (r, c, x) => {
    fitted[r]! += x * theta[c]!;
  });
  for (let u = 0; u < model.units; u++) {
    const from = model.unitStart[u]!;
    const to = model.unitStart[u + 1]!;
    let sum = 0;
    for (let r = from; r < to; r++) {
      sum += fitted[r]!;
    }
    for (let r = from; r < to; r++) {
      fitted[r]! += means[r]! - sum / (to - from);
    }
  }
  return fitted;
}

function forEachEntry(model: PreparedModel, visit: (row: number, column: number, value: number) => void): void {
  const columns = new Int32Array(model.size);
  const values = new Float64Array(model.size);
  for (let r = 0; r < model.rows; r++) {
    const used = readRow(model, r, columns, values);
    for (let i = 0; i < used; i++) {
      visit(r, columns[i]!, values[i]!);
    }
  }
}
