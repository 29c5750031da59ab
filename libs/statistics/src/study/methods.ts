import { extendedTwoWayPoisson } from '../did/etwfe.js';
import { groupTimeRatio } from '../did/rate-ratio.js';
import { twoWayPoisson } from '../did/twfe.js';
import type { VarianceCorrection } from '../poisson/variance.js';
import { windowOf } from '../stacked/event-study.js';
import type { EventWindow } from '../stacked/event-study.js';
import type { StackedEstimate } from '../stacked/estimate-stacked.js';
import type { TreatmentPanel } from '../stacked/panel-grid.js';
import type { RatioEstimate } from '../stacked/ratio-estimate.js';
import { DEFAULT_DECISION_WINDOW } from '../stacked/stack-plan.js';
import type { StackWindows } from '../stacked/stack-plan.js';

/** `stacked` stands on its own; the others are shown beside it and decide nothing. */
export const studyMethods = ['stacked', 'twfe', 'etwfe', 'cs'] as const;
export type StudyMethod = (typeof studyMethods)[number];

export interface MethodOptions extends StackWindows {
  readonly correction?: VarianceCorrection | undefined;
}

export interface WaveRatio extends RatioEstimate {
  readonly wave: number;
  readonly treatedUnits: number;
  /** Unknown where the comparison is not made wave by wave. */
  readonly comparisonUnits: number | undefined;
}

export interface EventRatio extends RatioEstimate {
  readonly relative: number;
  readonly window: EventWindow;
}

/** What every method can be asked for; undefined = it has none. */
export interface MethodEstimate {
  readonly method: StudyMethod;
  readonly effect: RatioEstimate;
  readonly clusters: number;
  readonly rows: number;
  readonly waves: readonly WaveRatio[] | undefined;
  readonly events: readonly EventRatio[] | undefined;
  /** Events per exposure, of the method that is additive. */
  readonly additive: { readonly effect: number; readonly standardError: number } | undefined;
  /** Units or cells that the method had to leave out. */
  readonly leftOut: { readonly unbalancedUnits: number; readonly emptyCells: number };
}

const NOTHING_LEFT_OUT = { unbalancedUnits: 0, emptyCells: 0 };

/** @throws StatisticsError as the method itself. */
export function compareBy(method: Exclude<StudyMethod, 'stacked'>, panel: TreatmentPanel, options: MethodOptions): MethodEstimate {
  return { twfe: twoWayResult, etwfe: extendedResult, cs: groupTimeResult }[method](panel, options);
}

/** Drops an option that is present but undefined. */
export function plain({ correction, ...rest }: MethodOptions) {
  return correction === undefined ? rest : { ...rest, correction };
}

export function stackedResult(estimate: StackedEstimate, events: readonly EventRatio[] | undefined): MethodEstimate {
  return {
    method: 'stacked',
    effect: estimate,
    clusters: estimate.influence.length,
    rows: estimate.rows,
    waves: estimate.waves,
    events,
    additive: undefined,
    leftOut: NOTHING_LEFT_OUT,
  };
}

function twoWayResult(panel: TreatmentPanel, options: MethodOptions): MethodEstimate {
  const { fit, ...effect } = twoWayPoisson({ ...panel, ...plain(options) });
  return { method: 'twfe', effect, clusters: fit.clusters, rows: fit.rows, waves: undefined, events: undefined, additive: undefined, leftOut: NOTHING_LEFT_OUT };
}

function extendedResult(panel: TreatmentPanel, options: MethodOptions): MethodEstimate {
  const { fit, byCohort, byRelative, emptyCells, ...rest } = extendedTwoWayPoisson({ ...panel, ...plain(options) });
  const { cells: _, ...effect } = rest;
  return {
    method: 'etwfe',
    effect,
    clusters: fit.clusters,
    rows: fit.rows,
    waves: byCohort.map(({ at, ...ratio }) => ({ ...ratio, wave: at, treatedUnits: unitsOf(panel, (first) => first === at), comparisonUnits: undefined })),
    events: byRelative.map((part) => eventOf(part, options)),
    additive: undefined,
    leftOut: { unbalancedUnits: 0, emptyCells },
  };
}

function groupTimeResult(panel: TreatmentPanel, options: MethodOptions): MethodEstimate {
  const { byGroup, byRelative, additive, clusters, rows, unbalancedUnits, emptyCells, ...effect } = groupTimeRatio({
    ...panel,
    anticipation: windowBefore(options),
  });
  return {
    method: 'cs',
    effect,
    clusters,
    rows,
    waves: byGroup.map(({ at, ...ratio }) => ({ ...ratio, wave: at, treatedUnits: unitsOf(panel, (first) => first === at), comparisonUnits: undefined })),
    events: byRelative.map((part) => eventOf(part, options)),
    additive,
    leftOut: { unbalancedUnits, emptyCells },
  };
}

/** The decision window as one number; methods without waves know no other. */
function windowBefore({ decisionWindow = DEFAULT_DECISION_WINDOW }: MethodOptions): number {
  return typeof decisionWindow === 'number' ? decisionWindow : Math.max(...decisionWindow.values());
}

function eventOf({ at, ...ratio }: RatioEstimate & { readonly at: number }, options: MethodOptions): EventRatio {
  return { ...ratio, relative: at, window: windowOf(at, windowBefore(options), options.phaseIn ?? 2) };
}

/** How many units have such a first treated period. */
export function unitsOf(panel: TreatmentPanel, belongs: (first: number) => boolean): number {
  const units = new Set<number>();
  for (let r = 0; r < panel.count.length; r++) {
    if (belongs(panel.firstTreated[r]!)) {
      units.add(panel.unit[r]!);
    }
  }
  return units.size;
}
