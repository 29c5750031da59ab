import { choleskyInverse, sandwichProduct } from '../linear-algebra/cholesky.js';
import { logGamma } from '../distributions/special-functions.js';
import { clusterScores, meat } from './cluster-scores.js';
import type { ClusterScores } from './cluster-scores.js';
import type { DenseCovariate, DroppedRows, FactorCodes, PreparedModel } from './model.js';
import { prepareModel } from './prepare.js';
import { solveProfile } from './solve.js';
import type { Solution } from './solve.js';
import { correctionFactor, DEFAULT_CORRECTION } from './variance.js';
import type { VarianceCorrection, VarianceSource } from './variance.js';

export interface PoissonFixedEffectsInput {
  /** Unit of each row: any whole numbers. Its effect is removed in closed form. */
  readonly unit: ArrayLike<number>;
  /** Counts ≥ 0 (need not be whole: the estimator only uses the mean). */
  readonly count: Float64Array;
  /** Exposure > 0 in any unit, e.g. transactions; rows with exposure 0 and count 0 drop out. Default 1. */
  readonly exposure?: Float64Array;
  /** One-hot columns given as codes, e.g. months. Leave one level of each set as −1. */
  readonly factors?: readonly FactorCodes[];
  readonly covariates?: readonly DenseCovariate[];
  /** Cluster of each row; default: the unit. */
  readonly cluster?: ArrayLike<number>;
  readonly correction?: VarianceCorrection;
  /** Newton stops when its last step is below this (default 1e-7). */
  readonly tolerance?: number;
  readonly maxIterations?: number;
}

export interface PoissonFit {
  /** log-scale coefficients: factor columns first, then covariates. NaN = aliased, −∞/∞ = separated. */
  readonly coefficients: Float64Array;
  /** Cluster-robust, row-major size × size; 0 in aliased rows. */
  readonly covariance: Float64Array;
  readonly standardErrors: Float64Array;
  readonly size: number;
  /** Column of level `level` of a factor, or of a covariate. */
  column(name: string, level?: number): number;
  readonly clusters: number;
  readonly rows: number;
  readonly units: number;
  readonly logLikelihood: number;
  readonly deviance: number;
  readonly iterations: number;
  readonly dropped: DroppedRows;
  /** Columns left out as linear combinations of earlier ones. */
  readonly aliased: Int32Array;
  /** Columns without finite maximum: separated alone or in combination. */
  readonly separated: Int32Array;
  /** For other variances ({@link sandwichVariance}) and residuals. */
  readonly source: VarianceSource;
  /** Cluster sums of the score, for influence functions. */
  readonly scores: ClusterScores;
  /** √ of the finite-sample factor times H⁻¹ s_g, one entry per cluster, for one column. */
  influence(column: number): Float64Array;
}

/**
 * Poisson pseudo-maximum likelihood with one effect per unit:
 *
 *   E y_r = exposure_r · exp(α_unit(r) + Σ codes θ + Σ x β)
 *
 * Consistent for any outcome with this mean (no variance assumption); variance
 * V = H⁻¹ (Σ_g s_g s_gᵀ) H⁻¹ · G/(G − 1) over clusters g. Units with all-zero
 * counts and separated columns are dropped and reported in `dropped`.
 * Sources: Santos Silva & Tenreyro 2006; Hausman, Hall & Griliches 1984.
 * Cost: about 5 passes over the rows; 1.08 M rows with 36 months take < 1 s.
 *
 * @throws StatisticsError `length-mismatch`, `not-finite`, `out-of-range`,
 * `empty-input`, `not-converged`.
 */
export function poissonFixedEffects(input: PoissonFixedEffectsInput): PoissonFit {
  const factors = input.factors ?? [];
  const covariates = input.covariates ?? [];
  const model = prepareModel({ ...input, factors, covariates });
  const solution = solveProfile(model, input);
  return describeFit(model, solution, {
    cluster: input.cluster,
    correction: input.correction ?? DEFAULT_CORRECTION,
    columnNames: columnStarts(factors, covariates),
  });
}

export interface DescribeOptions {
  readonly cluster: ArrayLike<number> | undefined;
  readonly correction: VarianceCorrection;
  /** First column and number of levels of each factor or covariate. */
  readonly columnNames: ReadonlyMap<string, { readonly first: number; readonly levels: number }>;
}

export function columnStarts(
  factors: readonly FactorCodes[],
  covariates: readonly DenseCovariate[],
): Map<string, { first: number; levels: number }> {
  const starts = new Map<string, { first: number; levels: number }>();
  let first = 0;
  for (const { name, levels } of [...factors, ...covariates.map(({ name }) => ({ name, levels: 1 }))]) {
    starts.set(name, { first, levels });
    first += levels;
  }
  return starts;
}

/** Adds the cluster-robust variance and the fit statistics to a solution. */
export function describeFit(model: PreparedModel, solution: Solution, options: DescribeOptions): PoissonFit {
  const { size } = model;
  const bread = choleskyInverse(solution.factor);
  const scores = clusterScores(model, solution.point.fitted, options.cluster);
  const separated = separatedColumns(model, solution);
  const aliased = columnsWhere(size, (c) => solution.aliased[c] === 1 && !separated.has(c));
  const estimatedColumns = size - aliased.length - separated.size;
  const scale = correctionFactor(options.correction, scores.clusters, model.rows, estimatedColumns);
  const covariance = sandwichProduct(bread, meat(scores), size).map((value) => value * scale);
  const coefficients = solution.theta.slice();
  aliased.forEach((c) => (coefficients[c] = NaN));
  separated.forEach((c) => (coefficients[c] = solution.theta[c]! > 0 ? Infinity : -Infinity));
  const standardErrors = new Float64Array(size).map((_, c) =>
    Number.isFinite(coefficients[c]!) ? Math.sqrt(covariance[c * size + c]!) : NaN,
  );
  return {
    coefficients,
    covariance,
    standardErrors,
    size,
    column: (name, level = 0) => {
      const start = options.columnNames.get(name);
      return start !== undefined && level >= 0 && level < start.levels ? start.first + level : -1;
    },
    clusters: scores.clusters,
    rows: model.rows,
    units: model.units,
    ...likelihoodAndDeviance(model, solution.point.fitted),
    iterations: solution.iterations,
    dropped: model.dropped,
    aliased,
    separated: Int32Array.from([...separated].sort((a, b) => a - b)),
    source: { model, fitted: solution.point.fitted, bread, estimatedColumns },
    scores,
    influence: (column) => influenceOf(scores, bread, column, Math.sqrt(scale)),
  };
}

function separatedColumns(model: PreparedModel, solution: Solution): Set<number> {
  const separated = new Set<number>(model.dropped.separatedColumns);
  for (let c = 0; c < model.size; c++) {
    if (solution.diverging[c]) {
      separated.add(c);
    }
  }
  return separated;
}

function columnsWhere(size: number, test: (column: number) => boolean): Int32Array {
  return Int32Array.from(Array.from({ length: size }, (_, c) => c).filter(test));
}

function likelihoodAndDeviance(
  model: PreparedModel,
  fitted: Float64Array,
): { logLikelihood: number; deviance: number } {
  let logLikelihood = 0;
  let deviance = 0;
  const cached = new Map<number, number>();
  for (let r = 0; r < model.rows; r++) {
    const y = model.count[r]!;
    const mean = fitted[r]!;
    let constant = cached.get(y);
    if (constant === undefined) {
      constant = logGamma(y + 1);
      if (cached.size < 4096) {
        cached.set(y, constant);
      }
    }
    const yLogMean = y > 0 ? y * Math.log(mean) : 0;
    logLikelihood += yLogMean - mean - constant;
    deviance += 2 * ((y > 0 ? y * Math.log(y) - yLogMean : 0) - (y - mean));
  }
  return { logLikelihood, deviance };
}

function influenceOf(scores: ClusterScores, bread: Float64Array, column: number, scale: number): Float64Array {
  const { size, clusters, values } = scores;
  const influence = new Float64Array(clusters);
  for (let g = 0; g < clusters; g++) {
    let sum = 0;
    for (let c = 0; c < size; c++) {
      sum += bread[column * size + c]! * values[g * size + c]!;
    }
    influence[g] = sum * scale;
  }
  return influence;
}
