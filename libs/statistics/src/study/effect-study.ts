import { StatisticsError } from '../errors.js';
import { eventPath } from '../guards/event-path.js';
import { conservativeSensitivity } from '../guards/sensitivity-band.js';
import type { SensitivityBand } from '../guards/sensitivity-band.js';
import { conditionalBreakdown, conditionalSensitivity } from '../guards/conditional-sensitivity.js';
import { createRandomSource } from '../random/random-source.js';
import type { RandomSource } from '../random/random-source.js';
import { averageIfPossible } from '../stacked/average-effect.js';
import { eventStudyOnGrid } from '../stacked/event-study.js';
import type { EventStudy } from '../stacked/event-study.js';
import { estimateOnGrid } from '../stacked/estimate-stacked.js';
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
import { compareBy, plain, stackedResult, unitsOf } from './methods.js';
import type { MethodEstimate, MethodOptions, StudyMethod } from './methods.js';

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

/** Relative magnitudes (Rambachan & Roth 2023): how far drift after treatment may go before the interval holds no effect. */
export interface StudySensitivity {
  readonly kind: 'conservative' | 'conditional';
  /** Log scale. */
  readonly bands: readonly SensitivityBand[];
  readonly breakdown: number;
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

/** Largest drift after treatment, in units of the largest step before it. */
export const STUDY_VIOLATIONS = [0, 0.5, 1, 1.5, 2] as const;
const SENSITIVITY_SEED = 1;

/**
 * The whole answer to "did it change anything": the estimate by the chosen method, the default estimate, its guards
 * and the verdict. The verdict rests on the default whatever the method, because the other methods keep the spike that
 * led to treatment.
 * @throws StatisticsError as the chosen method itself.
 */
export function effectStudy(input: EffectStudyInput): EffectStudy {
  const method = input.method ?? 'stacked';
  const grid = toGrid(input);
  const options = plain({ decisionWindow: input.decisionWindow ?? DEFAULT_DECISION_WINDOW, correction: input.correction });
  const main = defaultEstimate(grid, input, options);
  if (method === 'stacked' && main.error) {
    throw main.error;
  }
  const eventStudy = main.value && attempt(() => eventStudyOnGrid(grid, options)).value;
  const estimate = method === 'stacked' ? stackedResult(main.value!, eventStudy?.points) : compareBy(method, input, options);
  const curve = main.value && attempt(() => windowCurveOnGrid(grid, options, curveWindows(options))).value;
  const control = input.control && attempt(() => toGrid({ ...input, count: input.control! })).value;
  const controlEstimate = control && defaultEstimate(control, input, options).value;
  const units = unitsOf(input, () => true);
  return {
    estimate,
    default: main.value,
    withheld: main.error,
    permutation: main.value?.permutation ?? (method === 'stacked' ? permute(grid, input, options) : undefined),
    eventStudy,
    curve,
    naive: attempt(() => naiveComparisons(input)).value,
    sameSpike: attempt(() => sameSpikeComparison({ ...input, ...options })).value,
    control: controlEstimate,
    sensitivity: eventStudy && attempt(() => sensitivityOf(eventStudy, input.sharp ?? false)).value,
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

function attempt<T>(compute: () => T): { value: T | undefined; error: StatisticsError | undefined } {
  try {
    return { value: compute(), error: undefined };
  } catch (error) {
    if (error instanceof StatisticsError) {
      return { value: undefined, error };
    }
    throw error;
  }
}

/** Clusters that mix waves cannot be re-drawn; then normal theory, however few there are. */
function defaultEstimate(grid: PanelGrid, input: EffectStudyInput, options: MethodOptions) {
  const by = (inference: 'auto' | 'normal') => attempt(() => estimateOnGrid(grid, { ...plain(options), ...permutationOptions(input), inference }));
  const automatic = by('auto');
  return automatic.error?.code === 'cluster-mixes-treatment' ? by('normal') : automatic;
}

function sensitivityOf(study: EventStudy, sharp: boolean): StudySensitivity {
  const path = eventPath(study);
  if (!sharp) {
    return { kind: 'conservative', ...conservativeSensitivity(path, STUDY_VIOLATIONS) };
  }
  const bands = STUDY_VIOLATIONS.map((violation) => conditionalSensitivity(path, violation, createRandomSource(SENSITIVITY_SEED)));
  return { kind: 'conditional', bands, breakdown: conditionalBreakdown(path, createRandomSource(SENSITIVITY_SEED)) };
}

function permutationOptions({ permutations, random }: EffectStudyInput) {
  return { ...(permutations ? { permutations } : {}), ...(random ? { random } : {}) };
}

/** Beside the default interval, which stays what it is. */
function permute(grid: PanelGrid, input: EffectStudyInput, options: MethodOptions): PermutationResult | undefined {
  if (!input.permutations) {
    return undefined;
  }
  const wanted = { ...plain(options), ...permutationOptions(input), inference: 'permutation' as const };
  return attempt(() => estimateOnGrid(grid, wanted).permutation).value;
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
