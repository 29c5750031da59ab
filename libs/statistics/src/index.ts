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
export { decideVerdict, withheldVerdict } from './stacked/verdict.js';
export type {
  RatioInterval,
  UncheckedGuard,
  Verdict,
  VerdictEvidence,
  VerdictReason,
  VerdictResult,
} from './stacked/verdict.js';

export { logRatioVariance, postPeriodsNeeded, powerAgainst, smallestDetectableFall, unitsNeeded } from './planning/detectable-fall.js';
export type { PlanInput } from './planning/detectable-fall.js';
export { estimateShocks } from './planning/shocks.js';
export type { History, Shocks } from './planning/shocks.js';
export { rolloutAnswerAfter, rolloutDetectableFall, rolloutError, rolloutPower } from './planning/rollout.js';
export type { RolloutInput } from './planning/rollout.js';
export { powerByThinning } from './planning/thinning.js';
export type { ThinningInput, ThinningResult } from './planning/thinning.js';

export { laneyChart, rateChart } from './charts/rate-charts.js';
export type { ChartPoint, RateChart } from './charts/rate-charts.js';
export { xmrChart } from './charts/xmr-chart.js';
export type { XmrChart, XmrPoint, XmrRule } from './charts/xmr-chart.js';
export { cusumThreshold, poissonCusum } from './charts/poisson-cusum.js';
export type { CusumInput, CusumResult } from './charts/poisson-cusum.js';

export { empiricalBayes } from './guards/empirical-bayes.js';
export type { EmpiricalBayesInput, EmpiricalBayesResult } from './guards/empirical-bayes.js';
export { benjaminiHochberg } from './guards/benjamini-hochberg.js';
export { eventPath } from './guards/event-path.js';
export type { EventPath } from './guards/event-path.js';
export { conservativeSensitivity } from './guards/sensitivity-band.js';
export type { ConservativeSensitivity, SensitivityBand } from './guards/sensitivity-band.js';
export { conditionalBreakdown, conditionalSensitivity } from './guards/conditional-sensitivity.js';

export { finish } from './steps.js';
export type { Step, Steps } from './steps.js';

// Estimate, guards and verdict in one.
export { sharpSensitivity } from './study/sensitivity.js';
export type { StudySensitivity } from './study/sensitivity.js';
export { effectStudy, effectStudySteps } from './study/effect-study.js';
export type { EffectStudy, EffectStudyInput, StudyChecks } from './study/effect-study.js';
export { studyMethods } from './study/methods.js';
export type { EventRatio, MethodEstimate, StudyMethod, WaveRatio } from './study/methods.js';

// Cross-checks and lotteries; not for spike-driven assignment (see README).
export { twoWayPoisson } from './did/twfe.js';
export type { TwoWayPoissonEstimate, TwoWayPoissonInput } from './did/twfe.js';
export { extendedTwoWayPoisson } from './did/etwfe.js';
export type { CellAverage, CellEstimate, ExtendedPoissonEstimate, ExtendedPoissonInput } from './did/etwfe.js';
export { groupTimeRatio } from './did/rate-ratio.js';
export type { GroupTimeRatio, GroupTimeRatioInput, RatioAt } from './did/rate-ratio.js';
export { callawaySantAnna } from './did/callaway-santanna.js';
export type { CallawaySantAnnaInput, GroupTimeEffect, GroupTimeEffects } from './did/callaway-santanna.js';
export { aggregateGroupTime } from './did/aggregate.js';
export type { AggregatedEffect, Aggregation } from './did/aggregate.js';
export { negativeBinomialRegression } from './poisson/negative-binomial.js';
export type { NegativeBinomialFit } from './poisson/negative-binomial.js';
export { poissonRegression } from './poisson/regression.js';
export type { PoissonRegressionFit, PoissonRegressionInput } from './poisson/regression.js';

// For benches, demos and tests of callers.
export { drawPoisson } from './random/draws.js';
export { drawWorld } from './simulation/world.js';
export type { World, WorldOptions } from './simulation/world.js';
