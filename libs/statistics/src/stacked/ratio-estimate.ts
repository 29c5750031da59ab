import { normalQuantile, studentCdf, studentQuantile } from '../distributions/distributions.js';
import { StatisticsError } from '../errors.js';
import type { PoissonFit } from '../poisson/fixed-effects.js';

/** A rate ratio (1 = no change) with its interval on the ratio scale. */
export interface RatioEstimate {
  readonly ratio: number;
  readonly logRatio: number;
  /** Of the log ratio, clustered. */
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
  readonly pValue: number;
}

/** Fall found with the given power: 1 − exp(−(z₁₋α/₂ + z_power)·se). */
export function detectableFall(standardError: number, power = 0.8, alpha = 0.05): number {
  return 1 - Math.exp(-(normalQuantile(1 - alpha / 2) + normalQuantile(power)) * standardError);
}

/** Ratio, t interval (G − 1 df) and two-sided p-value of one column. */
export function ratioOf(fit: PoissonFit, column: number, confidence: number): RatioEstimate {
  const logRatio = fit.coefficients[column]!;
  const standardError = fit.standardErrors[column]!;
  if (Number.isNaN(logRatio)) {
    throw new StatisticsError('not-identified', 'the effect is a combination of unit and period effects', { column });
  }
  return ratioEstimate(logRatio, standardError, fit.clusters, confidence);
}

/** Ratio, t interval (G − 1 df) and two-sided p-value of a log ratio. */
export function ratioEstimate(
  logRatio: number,
  standardError: number,
  clusters: number,
  confidence: number,
): RatioEstimate {
  if (!Number.isFinite(logRatio) || !(standardError > 0)) {
    // Separated: no complaint on one side. The point is 0 or infinite and nothing bounds it.
    return { ratio: Math.exp(logRatio), logRatio, standardError: NaN, lower: NaN, upper: NaN, pValue: NaN };
  }
  const df = Math.max(1, clusters - 1);
  const half = studentQuantile((1 + confidence) / 2, df) * standardError;
  return {
    ratio: Math.exp(logRatio),
    logRatio,
    standardError,
    lower: Math.exp(logRatio - half),
    upper: Math.exp(logRatio + half),
    pValue: 2 * studentCdf(-Math.abs(logRatio / standardError), df),
  };
}
