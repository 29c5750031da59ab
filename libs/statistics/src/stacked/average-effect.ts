import { StatisticsError } from '../errors.js';
import { poissonFixedEffects } from '../poisson/fixed-effects.js';
import type { PoissonFit, PoissonFixedEffectsInput } from '../poisson/fixed-effects.js';
import type { FactorCodes } from '../poisson/model.js';
import type { VarianceCorrection } from '../poisson/variance.js';
import { decisionRateCovariate } from './decision-rate.js';
import type { PanelGrid } from './panel-grid.js';
import { ratioOf } from './ratio-estimate.js';
import type { RatioEstimate } from './ratio-estimate.js';
import type { StackWindows } from './stack-plan.js';
import { stackedDesign } from './stacked-design.js';
import type { StackedDesign } from './stacked-design.js';
import { averageEffect, correctiveWeights, EFFECT, stackedInput } from './stacked-model.js';

export interface AverageOptions extends StackWindows {
  /** Confidence level of every interval (default 0.95). */
  readonly confidence?: number;
  readonly correction?: VarianceCorrection;
  /** Weigh waves by treated units instead of by information (default false). */
  readonly correctiveWeights?: boolean;
  /** Add post × log decision-window rate as a covariate, a check against regression to the mean (default false). */
  readonly decisionRateCovariate?: boolean;
}

/** The average effect of a design by normal theory, with its influence per cluster of the grid. */
export interface AverageEffect {
  readonly fit: PoissonFit;
  readonly normal: RatioEstimate;
  /** By cluster code; the squares sum to the squared standard error. */
  readonly influence: Float64Array;
}

export function averageOfDesign(design: StackedDesign, options: AverageOptions, confidence: number): AverageEffect {
  const fit = poissonFixedEffects(designInput(design, averageEffect(design.stack, design.waves), options));
  const column = fit.column(EFFECT);
  const influence = new Float64Array(design.grid.clusters);
  const byCluster = fit.influence(column);
  fit.scores.labels.forEach((label, g) => (influence[label] = byCluster[g]!));
  return { fit, normal: ratioOf(fit, column, confidence), influence };
}

/** Engine input of a design for the given effect columns, with the options that change the model. */
export function designInput(
  design: StackedDesign,
  effect: FactorCodes,
  options: AverageOptions,
): PoissonFixedEffectsInput {
  const { grid, stack, waves } = design;
  const input = stackedInput(grid, stack, effect, {
    weights: options.correctiveWeights === true ? correctiveWeights(stack, waves) : undefined,
    covariates: options.decisionRateCovariate === true ? [decisionRateCovariate(grid, stack, waves)] : [],
  });
  return options.correction === undefined ? input : { ...input, correction: options.correction };
}

/** The average effect on a grid, or undefined when these windows leave nothing to compare. */
export function averageIfPossible(
  grid: PanelGrid,
  options: AverageOptions,
  confidence: number,
): AverageEffect | undefined {
  try {
    return averageOfDesign(stackedDesign(grid, options), options, confidence);
  } catch (error) {
    if (error instanceof StatisticsError && (error.code === 'no-usable-wave' || error.code === 'not-identified')) {
      return undefined;
    }
    throw error;
  }
}
