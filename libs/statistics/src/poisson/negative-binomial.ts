import { digamma, logGamma, trigamma } from '../distributions/special-functions.js';
import { StatisticsError } from '../errors.js';
import { meansOf, poissonRegression, rootDiagonal, solveIdentified, weightedProducts } from './regression.js';
import type { PoissonRegressionInput } from './regression.js';
import { cholesky, choleskyInverse } from '../linear-algebra/cholesky.js';

export interface NegativeBinomialFit {
  readonly coefficients: Float64Array;
  readonly standardErrors: Float64Array;
  /** Var y = μ + μ²/θ; large θ = nearly Poisson. */
  readonly theta: number;
  readonly thetaError: number;
  readonly fitted: Float64Array;
  readonly twiceLogLikelihood: number;
}

/**
 * Negative binomial regression (type 2) by alternating weighted least squares
 * for β and Newton for θ (Lawless 1987; Venables & Ripley 2002). Used for
 * prediction intervals, not for effects: Poisson needs no θ for the mean.
 * @throws StatisticsError `not-converged` when the data are not overdispersed (θ → ∞).
 */
export function negativeBinomialRegression(input: PoissonRegressionInput): NegativeBinomialFit {
  const { columns, count } = input;
  const exposure = input.exposure ?? new Float64Array(count.length).fill(1);
  let { coefficients, fitted } = poissonRegression(input);
  let theta = estimateTheta(count, fitted);
  for (let round = 0; round < 200; round++) {
    const before = twiceLogLikelihood(count, fitted, theta);
    ({ coefficients, fitted } = regress(columns, count, exposure, coefficients, theta));
    theta = estimateTheta(count, fitted);
    const after = twiceLogLikelihood(count, fitted, theta);
    if (Math.abs(after - before) < 1e-10 * (1 + Math.abs(after))) {
      const weight = fitted.map((mean) => mean / (1 + mean / theta));
      const bread = choleskyInverse(cholesky(weightedProducts(columns, weight), columns.length));
      return {
        coefficients,
        standardErrors: rootDiagonal(bread, columns.length),
        theta,
        thetaError: 1 / Math.sqrt(-thetaSlope(count, fitted, theta)),
        fitted,
        twiceLogLikelihood: after,
      };
    }
  }
  throw new StatisticsError('not-converged', 'negative binomial regression did not settle', { theta });
}

function regress(
  columns: readonly Float64Array[],
  count: Float64Array,
  exposure: Float64Array,
  start: Float64Array,
  theta: number,
): { coefficients: Float64Array; fitted: Float64Array } {
  let coefficients = start;
  for (let step = 0; step < 100; step++) {
    const fitted = meansOf(columns, coefficients, exposure);
    const weight = fitted.map((mean) => mean / (1 + mean / theta));
    const score = fitted.map((mean, r) => (count[r]! - mean) / (1 + mean / theta));
    const change = solveIdentified(columns, weight, score);
    coefficients = coefficients.map((value, c) => value + change[c]!);
    if (change.every((entry) => Math.abs(entry) < 1e-10)) {
      break;
    }
  }
  return { coefficients, fitted: meansOf(columns, coefficients, exposure) };
}

/** Newton on log θ from the moment estimate. */
function estimateTheta(count: Float64Array, fitted: Float64Array): number {
  const excess = fitted.reduce((sum, mean, r) => sum + (count[r]! / mean - 1) ** 2, 0);
  let theta = count.length / excess;
  for (let step = 0; step < 100; step++) {
    const score = thetaScore(count, fitted, theta);
    const curvature = thetaSlope(count, fitted, theta);
    const plain = -score / curvature;
    const next = curvature < 0 ? Math.max(theta / 4, Math.min(theta * 4, theta + plain)) : theta * (score > 0 ? 2 : 0.5);
    if (!(next < 1e8)) {
      throw new StatisticsError('not-converged', 'no overdispersion: use Poisson', { theta: next });
    }
    if (Math.abs(next - theta) < 1e-12 * theta) {
      return next;
    }
    theta = next;
  }
  return theta;
}

function thetaScore(count: Float64Array, fitted: Float64Array, theta: number): number {
  return count.reduce((sum, y, r) => {
    const mean = fitted[r]!;
    return (
      sum + digamma(theta + y) - digamma(theta) + Math.log(theta / (theta + mean)) + 1 - (y + theta) / (mean + theta)
    );
  }, 0);
}

function thetaSlope(count: Float64Array, fitted: Float64Array, theta: number): number {
  return count.reduce((sum, y, r) => {
    const mean = fitted[r]!;
    return (
      sum + trigamma(theta + y) - trigamma(theta) + 1 / theta - 2 / (mean + theta) + (y + theta) / (mean + theta) ** 2
    );
  }, 0);
}

function twiceLogLikelihood(count: Float64Array, fitted: Float64Array, theta: number): number {
  return count.reduce((sum, y, r) => {
    const mean = fitted[r]!;
    const constant = logGamma(theta + y) - logGamma(theta) - logGamma(y + 1);
    return sum + 2 * (constant + theta * Math.log(theta / (theta + mean)) + (y > 0 ? y * Math.log(mean / (theta + mean)) : 0));
  }, 0);
}
