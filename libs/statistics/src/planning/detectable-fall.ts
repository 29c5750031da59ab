import { normalCdf, normalQuantile } from '../distributions/distributions.js';
import { requireRange } from '../errors.js';

/** A planned before–after comparison of treated and untreated units. */
export interface PlanInput {
  /** Mean count per unit and period without treatment, > 0. */
  readonly meanCount: number;
  readonly prePeriods?: number;
  readonly postPeriods?: number;
  /** Standard deviation of the unit's own log-rate shocks (default 0.35). */
  readonly shockSd?: number;
  /** Correlation of those shocks from one period to the next, 0 ≤ ρ < 1 (default 0.6). */
  readonly shockCorrelation?: number;
  /** Default 0.8. */
  readonly power?: number;
  /** Two-sided level, default 0.05. */
  readonly alpha?: number;
}

interface Plan {
  readonly meanCount: number;
  readonly pre: number;
  readonly post: number;
  /** v_pre + v_post of the serially correlated shocks. */
  readonly shocks: number;
  /** z_{1−α/2} + z_power. */
  readonly reach: number;
}

/**
 * Variance of log RR for N_t treated and N_c comparison units:
 *
 *   Σ_arms [1/(Nλm_pre) + 1/(Nλm_post·RR)] + (v_pre + v_post)(1/N_t + 1/N_c)
 *   v_m = σ²/m · (1 + 2 Σ_{k<m} (1 − k/m) ρᵏ)
 *
 * (RR = 1 in the comparison arm.) λ = `meanCount`, σ = `shockSd`, ρ =
 * `shockCorrelation`. Checked by simulation: nominal power 80 % gave 78 … 80 %.
 * @throws StatisticsError `out-of-range`.
 */
export function logRatioVariance(
  input: PlanInput & { readonly treatedUnits: number; readonly comparisonUnits: number; readonly ratio: number },
): number {
  requireRange('treatedUnits', input.treatedUnits, 1, Infinity);
  requireRange('comparisonUnits', input.comparisonUnits, 1, Infinity);
  requireRange('ratio', input.ratio, Number.MIN_VALUE, Infinity);
  return varianceOf(readPlan(input), input.treatedUnits, input.comparisonUnits, input.ratio);
}

/** Power of the two-sided test against a fall of the given share. */
export function powerAgainst(
  input: PlanInput & { readonly fall: number; readonly treatedUnits: number; readonly comparisonUnits: number },
): number {
  requireRange('fall', input.fall, 1e-4, 0.99);
  const error = Math.sqrt(logRatioVariance({ ...input, ratio: 1 - input.fall }));
  return normalCdf(-Math.log1p(-input.fall) / error - normalQuantile(1 - (input.alpha ?? 0.05) / 2));
}

/**
 * Smallest fall (share, 0 … 1) found with the wanted power; NaN when even a fall
 * of 99 % would be missed.
 */
export function smallestDetectableFall(
  input: PlanInput & { readonly treatedUnits: number; readonly comparisonUnits: number },
): number {
  requireRange('treatedUnits', input.treatedUnits, 1, Infinity);
  requireRange('comparisonUnits', input.comparisonUnits, 1, Infinity);
  const plan = readPlan(input);
  const found = (fall: number): boolean =>
    -Math.log1p(-fall) >=
    plan.reach * Math.sqrt(varianceOf(plan, input.treatedUnits, input.comparisonUnits, 1 - fall));
  return smallest(found, 0, 0.99);
}

/** Units (treated and comparison together, whole) needed to find a fall; `treatedShare` of them treated. */
export function unitsNeeded(input: PlanInput & { readonly fall: number; readonly treatedShare?: number }): number {
  requireRange('fall', input.fall, 1e-4, 0.99);
  const share = input.treatedShare ?? 0.5;
  requireRange('treatedShare', share, 0.01, 0.99);
  const plan = readPlan(input);
  const variancePerUnit = varianceOf(plan, share, 1 - share, 1 - input.fall);
  return Math.ceil(variancePerUnit * (plan.reach / Math.log1p(-input.fall)) ** 2);
}

/** Periods after treatment needed to find a fall with the given units; NaN when 600 are not enough. */
export function postPeriodsNeeded(
  input: PlanInput & { readonly fall: number; readonly treatedUnits: number; readonly comparisonUnits: number },
): number {
  for (let postPeriods = 1; postPeriods <= 600; postPeriods++) {
    if (smallestDetectableFall({ ...input, postPeriods }) <= input.fall) {
      return postPeriods;
    }
  }
  return NaN;
}

function readPlan(input: PlanInput): Plan {
  const { meanCount, prePeriods = 12, postPeriods = 10, shockSd = 0.35, shockCorrelation = 0.6 } = input;
  const { power = 0.8, alpha = 0.05 } = input;
  requireRange('meanCount', meanCount, Number.MIN_VALUE, Infinity);
  requireRange('prePeriods', prePeriods, 1, 600);
  requireRange('postPeriods', postPeriods, 1, 600);
  requireRange('shockSd', shockSd, 0, 5);
  requireRange('shockCorrelation', shockCorrelation, 0, 0.9999);
  requireRange('power', power, 0.5, 0.9999);
  requireRange('alpha', alpha, 1e-6, 0.5);
  const shock = (periods: number): number => shockSd ** 2 * meanShare(periods, shockCorrelation);
  return {
    meanCount,
    pre: prePeriods,
    post: postPeriods,
    shocks: shock(prePeriods) + shock(postPeriods),
    reach: normalQuantile(1 - alpha / 2) + normalQuantile(power),
  };
}

/** Variance of the mean of m values with correlations ρᵏ and variance 1. */
export function meanShare(periods: number, correlation: number): number {
  let sum = 1;
  for (let k = 1; k < periods; k++) {
    sum += 2 * (1 - k / periods) * correlation ** k;
  }
  return sum / periods;
}

function varianceOf(plan: Plan, treated: number, comparison: number, ratio: number): number {
  const { meanCount, pre, post, shocks } = plan;
  const counts = (units: number, rr: number): number =>
    1 / (units * meanCount * pre) + 1 / (units * meanCount * post * rr);
  return counts(treated, ratio) + counts(comparison, 1) + shocks * (1 / treated + 1 / comparison);
}

/** Smallest value in [low, high] for which the increasing condition holds, or NaN. */
export function smallest(holds: (value: number) => boolean, low: number, high: number, halvings = 60): number {
  if (!holds(high)) {
    return NaN;
  }
  let below = low;
  let above = high;
  for (let i = 0; i < halvings; i++) {
    const middle = (below + above) / 2;
    if (holds(middle)) {
      above = middle;
    } else {
      below = middle;
    }
  }
  return above;
}
