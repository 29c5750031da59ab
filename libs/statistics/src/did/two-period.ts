import { StatisticsError } from '../errors.js';
import { cholesky, choleskyInverse } from '../linear-algebra/cholesky.js';
import { solveIdentified, weightedProducts } from '../poisson/regression.js';

export type TwoPeriodMethod = 'doubly-robust' | 'regression' | 'weighting';

/** Units of one comparison: change of the outcome, group, covariates (first column: ones). */
export interface TwoPeriodData {
  readonly change: Float64Array;
  /** 1 = treated group, 0 = comparison. */
  readonly treated: Float64Array;
  readonly columns: readonly Float64Array[];
}

export interface TwoPeriodEffect {
  readonly effect: number;
  /** Influence value per unit; their mean square / n is the variance. */
  readonly influence: Float64Array;
}

/** Comparison units with a propensity above this are set aside. */
const TRIM = 0.995;

/**
 * Effect on the treated from one period before and one after, with covariates:
 * doubly robust, outcome regression, or inverse-probability weighting (Hájek),
 * each with its influence function (Sant'Anna & Zhao 2020, panel case).
 * @throws StatisticsError `not-identified` for empty groups or dependent covariates.
 */
export function twoPeriodEffect(data: TwoPeriodData, method: TwoPeriodMethod): TwoPeriodEffect {
  const treatedUnits = data.treated.reduce((sum, d) => sum + d, 0);
  if (treatedUnits === 0 || treatedUnits === data.treated.length) {
    throw new StatisticsError('not-identified', 'a comparison needs treated and comparison units', { treatedUnits });
  }
  const line = method === 'weighting' ? undefined : outcomeLine(data);
  const score = method === 'regression' ? undefined : propensity(data);
  const residual = data.change.map((change, i) => change - (line?.fitted[i] ?? 0));
  const own = sideMean(data.treated, residual);
  if (score === undefined) {
    // Outcome regression: comparison mean is the line averaged over the treated.
    const shift = influenceOf(line!.influence, columnMeans(data, (i) => data.treated[i]!));
    const base = meanOf(data.treated);
    return { effect: own.mean, influence: own.influence.map((value, i) => value - shift[i]! / base) };
  }
  const weight = score.weight;
  const other = sideMean(weight, residual);
  const base = { treated: meanOf(data.treated), other: meanOf(weight) };
  const byScore = influenceOf(score.influence, columnMeans(data, (i) => weight[i]! * (residual[i]! - other.mean)));
  const zero = new Float64Array(residual.length);
  const lineOwn = line ? influenceOf(line.influence, columnMeans(data, (i) => data.treated[i]!)) : zero;
  const lineOther = line ? influenceOf(line.influence, columnMeans(data, (i) => weight[i]!)) : zero;
  return {
    effect: own.mean - other.mean,
    influence: own.influence.map(
      (value, i) =>
        value -
        lineOwn[i]! / base.treated -
        (other.influence[i]! + (byScore[i]! - lineOther[i]!) / base.other),
    ),
  };
}

/** Weighted mean Σwx/Σw and its influence w(x − mean)/w̄. */
function sideMean(weight: Float64Array, values: Float64Array): { mean: number; influence: Float64Array } {
  const base = meanOf(weight);
  const mean = weight.reduce((sum, w, i) => sum + w * values[i]!, 0) / weight.length / base;
  return { mean, influence: weight.map((w, i) => (w * (values[i]! - mean)) / base) };
}

/** Influence of an estimated coefficient vector, one array per coefficient. */
type CoefficientInfluence = readonly Float64Array[];

/** Least squares of the change on the covariates among comparison units. */
function outcomeLine(data: TwoPeriodData): { fitted: Float64Array; influence: CoefficientInfluence } {
  const weight = data.treated.map((d) => 1 - d);
  const coefficients = solveIdentified(data.columns, weight, data.change.map((change, i) => weight[i]! * change));
  const fitted = linearPredictor(data.columns, coefficients);
  const error = data.change.map((change, i) => weight[i]! * (change - fitted[i]!));
  return { fitted, influence: coefficientInfluence(data.columns, weight, error) };
}

/** Logistic regression of group on covariates; weights p/(1 − p) of the comparison units. */
function propensity(data: TwoPeriodData): { weight: Float64Array; influence: CoefficientInfluence } {
  const { columns, treated } = data;
  let coefficients = new Float64Array(columns.length);
  for (let step = 0; step < 100; step++) {
    const p = logistic(columns, coefficients);
    const change = solveIdentified(columns, p.map((value) => value * (1 - value)), treated.map((d, i) => d - p[i]!));
    coefficients = coefficients.map((value, c) => value + change[c]!);
    if (change.every((entry) => Math.abs(entry) < 1e-11)) {
      break;
    }
  }
  const p = logistic(columns, coefficients);
  const information = p.map((value) => value * (1 - value));
  const error = treated.map((d, i) => d - p[i]!);
  return {
    weight: p.map((value, i) => (treated[i] === 1 || value >= TRIM ? 0 : value / (1 - value))),
    influence: coefficientInfluence(columns, information, error),
  };
}

/** (n⁻¹ΣwXXᵀ)⁻¹ x_i e_i, one array per coefficient. */
function coefficientInfluence(
  columns: readonly Float64Array[],
  weight: Float64Array,
  error: Float64Array,
): CoefficientInfluence {
  const size = columns.length;
  const inverse = choleskyInverse(cholesky(weightedProducts(columns, weight), size));
  const n = weight.length;
  return columns.map((_, c) =>
    error.map((e, i) => n * e * columns.reduce((sum, column, d) => sum + inverse[c * size + d]! * column[i]!, 0)),
  );
}

function influenceOf(influence: CoefficientInfluence, gradient: readonly number[]): Float64Array {
  return influence[0]!.map((_, i) => gradient.reduce((sum, g, c) => sum + g * influence[c]![i]!, 0));
}

/** n⁻¹ Σ w(i) x_i per column. */
function columnMeans(data: TwoPeriodData, weight: (unit: number) => number): number[] {
  return data.columns.map((column) => column.reduce((sum, x, i) => sum + weight(i) * x, 0) / column.length);
}

function logistic(columns: readonly Float64Array[], coefficients: Float64Array): Float64Array {
  return linearPredictor(columns, coefficients).map((eta) => 1 / (1 + Math.exp(-eta)));
}

function linearPredictor(columns: readonly Float64Array[], coefficients: Float64Array): Float64Array {
  return columns[0]!.map((_, i) => columns.reduce((sum, column, c) => sum + column[i]! * coefficients[c]!, 0));
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
