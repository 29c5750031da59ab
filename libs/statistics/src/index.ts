/** Public face of the library; everything else is private to it. */
export { StatisticsError } from './errors.js';
export type { StatisticsErrorCode, StatisticsErrorDetails } from './errors.js';

export { createRandomSource } from './random/random-source.js';
export type { RandomSource } from './random/random-source.js';

export { poissonFixedEffects } from './poisson/fixed-effects.js';
export type { PoissonFit, PoissonFixedEffectsInput } from './poisson/fixed-effects.js';
export type { DenseCovariate, DroppedRows, FactorCodes } from './poisson/model.js';
export { sandwichVariance } from './poisson/variance.js';
export type { VarianceCorrection, VarianceKind } from './poisson/variance.js';

export { NEVER_TREATED } from './stacked/panel-grid.js';
export type { TreatmentPanel } from './stacked/panel-grid.js';
export { DEFAULT_DECISION_WINDOW, UNKNOWN_DECISION_WINDOW } from './stacked/stack-plan.js';
export type { SkippedWave, SkipReason, StackWindows } from './stacked/stack-plan.js';
export { estimateStacked, FEW_CLUSTERS } from './stacked/estimate-stacked.js';
export type { StackedEstimate, StackedInput, StackedOptions, WaveEstimate } from './stacked/estimate-stacked.js';
export type { RatioEstimate } from './stacked/ratio-estimate.js';
export type { PermutationResult } from './stacked/permutation.js';
export { stackedEventStudy } from './stacked/event-study.js';
export type { EventPoint, EventStudy, EventWindow, JointTest } from './stacked/event-study.js';
export { windowCurve } from './stacked/window-curve.js';
export type { WindowCurve, WindowPoint } from './stacked/window-curve.js';
export { naiveComparisons } from './stacked/naive.js';
export type { BeforeAfter, NaiveComparisons } from './stacked/naive.js';
export { sameSpikeComparison } from './stacked/same-spike.js';
export type { SameSpikeComparison } from './stacked/same-spike.js';
export { decideVerdict } from './stacked/verdict.js';
export type {
  RatioInterval,
  UncheckedGuard,
  Verdict,
  VerdictEvidence,
  VerdictReason,
  VerdictResult,
} from './stacked/verdict.js';
