import { normalQuantile } from '../distributions/distributions.js';
import { requireRange } from '../errors.js';
import { combinePath, effectWeights, preSteps } from './event-path.js';
import type { EventPath } from './event-path.js';

export interface SensitivityBand {
  readonly violation: number;
  /** Log scale, like the path. */
  readonly lower: number;
  readonly upper: number;
}

export interface ConservativeSensitivity {
  readonly bands: readonly SensitivityBand[];
  /** Largest M̄ at which the band still excludes no effect; 0 when even M̄ = 0 does not. */
  readonly breakdown: number;
  /** Upper confidence bound of the largest pre-treatment step. */
  readonly largestStep: number;
}

/**
 * Robustness to a drift that was not there before: after treatment the paths may
 * diverge per period by at most M̄ times the largest step seen before it
 * (Rambachan & Roth 2023, relative magnitudes). The band
 *
 *   θ̂ ± (M̄ · B · D + z_{1−α/4} · se),  D = Σ weight_t · (periods since the reference)
 *
 * takes for B the Bonferroni upper bound of the pre steps, so it holds with
 * 1 − α whatever their correlation; the plug-in band with the observed largest
 * step is too narrow. Conservative: {@link conditionalSensitivity} is sharper.
 * @throws StatisticsError `out-of-range`.
 */
export function conservativeSensitivity(
  path: EventPath,
  violations: readonly number[],
  alpha = 0.05,
): ConservativeSensitivity {
  requireRange('alpha', alpha, 1e-6, 0.5);
  const stepCritical = normalQuantile(1 - alpha / 2 / (2 * path.pre));
  const largestStep = preSteps(path).reduce((largest, weights) => {
    const { value, variance } = combinePath(path, weights);
    return Math.max(largest, Math.abs(value) + stepCritical * Math.sqrt(variance));
  }, 0);
  const { value, variance } = combinePath(path, effectWeights(path));
  const half = normalQuantile(1 - alpha / 4) * Math.sqrt(variance);
  const distance = path.weights.reduce((sum, weight, t) => sum + Math.abs(weight) * (t + 1), 0);
  return {
    bands: violations.map((violation) => {
      requireRange('violation', violation, 0, Infinity);
      const bias = violation * largestStep * distance;
      return { violation, lower: value - bias - half, upper: value + bias + half };
    }),
    breakdown: Math.max(0, (Math.abs(value) - half) / (largestStep * distance)),
    largestStep,
  };
}
