import { StatisticsError } from '../errors.js';
import type { RandomSource } from '../random/random-source.js';
import { averageIfPossible } from '../stacked/average-effect.js';
import { eventStudyOnGrid } from '../stacked/event-study.js';
import type { EventStudy } from '../stacked/event-study.js';
import { estimateSteps } from '../stacked/estimate-stacked.js';
import type { StackedEstimate } from '../stacked/estimate-stacked.js';
import { naiveComparisons } from '../stacked/naive.js';
import type { NaiveComparisons } from '../stacked/naive.js';
import { NEVER_TREATED, toGrid } from '../stacked/panel-grid.js';
import type { PanelGrid, TreatmentPanel } from '../stacked/panel-grid.js';
import type { PermutationResult } from '../stacked/permutation.js';
import type { RatioEstimate } from '../stacked/ratio-estimate.js';
import { sameSpikeComparison } from '../stacked/same-spike.js';
import type { SameSpikeComparison } from '../stacked/same-spike.js';
import { DEFAULT_DECISION_WINDOW } from '../stacked/stack-plan.js';
import { decideVerdict, withheldVerdict } from '../stacked/verdict.js';
import type { VerdictResult } from '../stacked/verdict.js';
import { windowCurveOnGrid } from '../stacked/window-curve.js';
import type { WindowCurve } from '../stacked/window-curve.js';
import { finish } from '../steps.js';
import type { Steps } from '../steps.js';
import { compareBy, plain, stackedResult, unitsOf } from './methods.js';
import type { MethodEstimate, MethodOptions, StudyMethod } from './methods.js';
import { plainSensitivity, sharpSensitivity } from './sensitivity.js';
import type { StudySensitivity } from './sensitivity.js';

export interface EffectStudyInput extends TreatmentPanel, MethodOptions {
  readonly method?: StudyMethod;
  /** Events of the same rows that the treatment cannot move. */
  readonly control?: Float64Array | undefined;
  /** Fall (share) named beforehand as worth finding. */
  readonly wantedFall: number;
  /** Re-draws for a permutation p-value, for the default method alone; 0 = none unless there are few clusters. */
  readonly permutations?: number;
  readonly random?: RandomSource;
  /** Conditional (sharp) instead of conservative sensitivity; seconds instead of nothing. */
  readonly sharp?: boolean;
}

/** Other forms of the default estimate; they should say the same. */
export interface StudyChecks {
  /**
   * Clean periods as far before the decision window as the averaged ones are after it: what is left of a spike
   * then leans to neither side.
   */
  readonly symmetricWindow: RatioEstimate | undefined;
  /** With post × log rate of the decision window as a covariate. */
  readonly decisionRate: RatioEstimate | undefined;
}

/** Everything that belongs beside an estimate. A part that the data do not reach for is undefined. */
export interface EffectStudy {
  /** By the method that was asked for. */
  readonly estimate: MethodEstimate;
  /** The default, on which the verdict rests; undefined when it cannot be computed, then `withheld` says why. */
  readonly default: StackedEstimate | undefined;
  readonly withheld: StatisticsError | undefined;
  readonly permutation: PermutationResult | undefined;
  readonly eventStudy: EventStudy | undefined;
  readonly curve: WindowCurve | undefined;
  readonly naive: NaiveComparisons | undefined;
  readonly sameSpike: SameSpikeComparison | undefined;
  readonly control: StackedEstimate | undefined;
  readonly sensitivity: StudySensitivity | undefined;
  readonly checks: StudyChecks;
  readonly units: number;
  readonly treatedUnits: number;
  readonly verdict: VerdictResult;
}

/**
 * The whole answer to "did it change anything": the estimate by the chosen method, the default estimate, its guards
 * and the verdict. The verdict rests on the default whatever the method, because the other methods keep the spike that
 * led to treatment.
 * @throws StatisticsError as the chosen method itself.
 */
export function effectStudy(input: EffectStudyInput): EffectStudy {
  return finish(effectStudySteps(input));
}

/** {@link effectStudy}, pausing between its parts and between re-draws. */
export function* effectStudySteps(input: EffectStudyInput): Steps<EffectStudy> {
  const method = input.method ?? 'stacked';
  const grid = toGrid(input);
  const options = plain({ decisionWindow: input.decisionWindow ?? DEFAULT_DECISION_WINDOW, correction: input.correction });
  const main = yield* defaultEstimate(grid, input, options);
  if (method === 'stacked' && main.error) {
    throw main.error;
  }
  yield { part: 'estimate', share: 1 };
  const eventStudy = main.value && attempt(() => eventStudyOnGrid(grid, options)).value;
  yield { part: 'event-study', share: 1 };
  const estimate = method === 'stacked' ? stackedResult(main.value!, eventStudy?.points) : compareBy(method, input, options);
  const curve = main.value && attempt(() => windowCurveOnGrid(grid, options, curveWindows(options))).value;
  yield { part: 'window-curve', share: 1 };
  const control = input.control && attempt(() => toGrid({ ...input, count: input.control! })).value;
  const controlEstimate = control && (yield* defaultEstimate(control, input, options)).value;
  yield { part: 'negative-control', share: 1 };
  const permutation = main.value?.permutation ?? (method === 'stacked' ? yield* permute(grid, input, options) : undefined);
  const comparisons = { naive: attempt(() => naiveComparisons(input)).value, sameSpike: attempt(() => sameSpikeComparison({ ...input, ...options })).value };
  yield { part: 'comparisons', share: 1 };
  const units = unitsOf(input, () => true);
  return {
    ...{ estimate, default: main.value, withheld: main.error, permutation, eventStudy, curve, ...comparisons, control: controlEstimate },
    sensitivity: eventStudy && (yield* attemptSteps(input.sharp ? sharpSensitivity(eventStudy) : plainSensitivity(eventStudy))).value,
    checks: checksOf(grid, options),
    units,
    treatedUnits: unitsOf(input, (first) => first !== NEVER_TREATED),
    verdict: main.value ? verdictOn(main.value, { curve, control: controlEstimate, eventStudy, units, wantedFall: input.wantedFall }) : withheldVerdict('not-estimated'),
  };
}

/** 0 … 6 as designed, and always two longer than the chosen one: only longer windows show that it is too short. */
function curveWindows({ decisionWindow = DEFAULT_DECISION_WINDOW }: MethodOptions): number[] {
  const longest = typeof decisionWindow === 'number' ? decisionWindow : Math.max(...decisionWindow.values());
  return Array.from({ length: Math.max(6, longest + 2) + 1 }, (_, k) => k);
}

interface Attempt<T> {
  readonly value: T | undefined;
  readonly error: StatisticsError | undefined;
}

function attempt<T>(compute: () => T): Attempt<T> {
  try {
    return { value: compute(), error: undefined };
  } catch (error) {
    return { value: undefined, error: expected(error) };
  }
}

function* attemptSteps<T>(steps: Steps<T>): Steps<Attempt<T>> {
  try {
    return { value: yield* steps, error: undefined };
  } catch (error) {
    return { value: undefined, error: expected(error) };
  }
}

/** What the data may be the reason of; anything else is thrown on. */
function expected(error: unknown): StatisticsError {
  if (error instanceof StatisticsError) {
    return error;
  }
  throw error;
}

/** Clusters that mix waves cannot be re-drawn; then normal theory, however few there are. */
function* defaultEstimate(grid: PanelGrid, input: EffectStudyInput, options: MethodOptions): Steps<Attempt<StackedEstimate>> {
  const by = (inference: 'auto' | 'normal') => attemptSteps(estimateSteps(grid, { ...plain(options), ...permutationOptions(input), inference }));
  const automatic = yield* by('auto');
  return automatic.error?.code === 'cluster-mixes-treatment' ? yield* by('normal') : automatic;
}

function permutationOptions({ permutations, random }: EffectStudyInput) {
  return { ...(permutations ? { permutations } : {}), ...(random ? { random } : {}) };
}

/** Beside the default interval, which stays what it is. */
function* permute(grid: PanelGrid, input: EffectStudyInput, options: MethodOptions): Steps<PermutationResult | undefined> {
  if (!input.permutations) {
    return undefined;
  }
  const wanted = { ...plain(options), ...permutationOptions(input), inference: 'permutation' as const };
  return (yield* attemptSteps(estimateSteps(grid, wanted))).value?.permutation;
}

function checksOf(grid: PanelGrid, options: MethodOptions): StudyChecks {
  const { decisionWindow = DEFAULT_DECISION_WINDOW, phaseIn = 2, postPeriods = 10 } = options;
  const further = typeof decisionWindow === 'number' ? decisionWindow + phaseIn : new Map([...decisionWindow].map(([wave, k]) => [wave, k + phaseIn]));
  const normal = (change: object): RatioEstimate | undefined => attempt(() => averageIfPossible(grid, { ...plain(options), ...change }, 0.95)?.normal).value;
  return {
    symmetricWindow: normal({ decisionWindow: further, prePeriods: postPeriods }),
    decisionRate: normal({ decisionRateCovariate: true }),
  };
}

function verdictOn(
  effect: StackedEstimate,
  around: { curve: WindowCurve | undefined; control: StackedEstimate | undefined; eventStudy: EventStudy | undefined; units: number; wantedFall: number },
): VerdictResult {
  return decideVerdict({
    effect,
    standardError: effect.standardError,
    wantedFall: around.wantedFall,
    windowCurveStable: around.curve?.stable,
    negativeControl: around.control,
    leadsPValue: around.eventStudy?.leads.pValue,
    units: around.units,
  });
}
