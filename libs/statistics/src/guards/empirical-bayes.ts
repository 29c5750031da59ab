import { requireLength, requireNonNegative, requireRange, StatisticsError } from '../errors.js';

export interface EmpiricalBayesInput {
  /** Counts of the treated units before and after. */
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** Counts expected from comparable units for the same periods and exposures, > 0. */
  readonly expectedBefore: Float64Array;
  readonly expectedAfter: Float64Array;
  /** Overdispersion k of the comparison (variance μ + kμ²); 1/θ of a negative binomial fit. */
  readonly overdispersion: number;
}

export interface EmpiricalBayesResult {
  /** Rate ratio θ with the luck of the before-period removed. */
  readonly ratio: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
  /** Expected count before per unit, shrunk between own record and comparison. */
  readonly expected: Float64Array;
  /** Weight on the comparison per unit. */
  readonly weight: Float64Array;
}

/**
 * Empirical Bayes before–after study (Hauer 1997):
 *
 *   w = 1/(1 + k·SPF), E = w·SPF + (1 − w)·x, Var E = (1 − w)·E
 *   π = Σ E·SPF_after/SPF_before, θ = (λ/π)/(1 + Var π/π²), λ = Σ after
 *   Var θ = θ²(1/λ + Var π/π²)/(1 + Var π/π²)²
 *
 * Corrects for luck only, not for causes that drift back: coverage 9 … 47 % with
 * serially correlated shocks. Shown as a check, never as the answer.
 * @throws StatisticsError `length-mismatch`, `out-of-range`, `empty-input`.
 */
export function empiricalBayes(input: EmpiricalBayesInput): EmpiricalBayesResult {
  const { before, after, expectedBefore, expectedAfter, overdispersion } = input;
  requireLength(before.length, { after, expectedBefore, expectedAfter });
  requireNonNegative('before', before);
  requireNonNegative('after', after);
  requireRange('overdispersion', overdispersion, 0, 1e6);
  if (before.length === 0) {
    throw new StatisticsError('empty-input', 'no treated unit');
  }
  [expectedBefore, expectedAfter].forEach((values) => values.forEach((value) => requireRange('expected', value, 1e-12, Infinity)));
  const weight = expectedBefore.map((spf) => 1 / (1 + overdispersion * spf));
  const expected = before.map((x, i) => weight[i]! * expectedBefore[i]! + (1 - weight[i]!) * x);
  let observed = 0;
  let predicted = 0;
  let variance = 0;
  expected.forEach((value, i) => {
    const growth = expectedAfter[i]! / expectedBefore[i]!;
    observed += after[i]!;
    predicted += value * growth;
    variance += (1 - weight[i]!) * value * growth * growth;
  });
  const spread = variance / (predicted * predicted);
  const ratio = observed / predicted / (1 + spread);
  const standardError = (ratio * Math.sqrt(1 / Math.max(observed, 1) + spread)) / (1 + spread);
  const half = 1.959963984540054 * standardError;
  return { ratio, standardError, lower: Math.max(0, ratio - half), upper: ratio + half, expected, weight };
}
