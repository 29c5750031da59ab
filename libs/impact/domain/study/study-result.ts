import type { VerdictName, WithheldReason } from '../verdict-sentence.js';

/** A number that is not finite (a side without complaints) is null. */
export type Known = number | null;

/** A rate ratio with its 95 % interval; 1 = no change. */
export interface RatioResult {
  readonly ratio: Known;
  readonly low: Known;
  readonly high: Known;
}

export interface WaveResult extends RatioResult {
  /** Months since year 0. */
  readonly month: number;
  readonly trainedHalls: number;
  readonly comparisonHalls: number;
}

export const eventWindows = ['clean-before', 'decision', 'phase-in', 'after'] as const;
export type EventWindowName = (typeof eventWindows)[number];

export interface EventResult extends RatioResult {
  /** Months since training; 0 = the month of the first session. */
  readonly relative: number;
  readonly window: EventWindowName;
}

export interface WindowResult extends RatioResult {
  readonly decisionWindow: number;
}

/** Complaints per 10,000 transactions before and after. */
export interface BeforeAfterResult extends RatioResult {
  readonly before: number;
  readonly after: number;
  readonly halls: number;
}

/** Both groups month by month around training; null where nothing was observed. */
export interface SpikePoint {
  readonly relative: number;
  readonly trained: Known;
  readonly untrained: Known;
}

export interface SameSpikeResult {
  readonly trained: BeforeAfterResult;
  readonly untrained: BeforeAfterResult;
  /** Trained halls without an untrained one of the same record. */
  readonly unmatched: number;
  readonly series: readonly SpikePoint[];
}

export interface SensitivityResult {
  readonly kind: 'conservative' | 'conditional';
  /** Drift after training, in units of the largest step before it, up to which the interval excludes 1; null = any. */
  readonly breakdown: Known;
  readonly bands: readonly { readonly violation: number; readonly low: Known; readonly high: Known }[];
}

export interface CoTraining {
  readonly courseId: string;
  /** Trained halls that were trained in this course as well, between the first clean month and the last averaged one. */
  readonly halls: number;
}

export const exclusionReasons = ['no-volume', 'trained-before-data', 'trained-after-data', 'complaints-without-volume', 'silent'] as const;
export type ExclusionReason = (typeof exclusionReasons)[number];

export interface Exclusion {
  readonly reason: ExclusionReason;
  readonly halls: number;
  /** Months of halls, or complaints where the reason speaks of them. */
  readonly number: number;
}

/** Complaints that would have come without training, less those that came, in the averaged months. */
export interface AvoidedResult {
  readonly complaints: Known;
  readonly low: Known;
  readonly high: Known;
  readonly hallMonths: number;
}

/** All that one run of a study found, as it is kept: plain numbers and codes, no sentence. */
export interface StudyResult {
  readonly verdict: VerdictName;
  readonly reasons: readonly WithheldReason[];
  readonly unchecked: readonly ('window-curve' | 'negative-control' | 'leads')[];
  /** Why nothing could be estimated. */
  readonly failure: string | null;
  readonly effect: RatioResult | null;
  readonly standardError: Known;
  readonly pValue: Known;
  readonly inference: 'normal' | 'permutation' | null;
  readonly minimumDetectableFall: Known;
  readonly moreHalls: Known;
  readonly moreMonths: Known;
  readonly halls: number;
  readonly trainedHalls: number;
  readonly months: number;
  readonly complaints: number;
  readonly clusters: number;
  readonly waves: readonly WaveResult[];
  readonly skippedWaves: readonly { readonly month: number; readonly reason: string }[];
  readonly events: readonly EventResult[];
  readonly leadsP: Known;
  readonly curve: { readonly stable: boolean; readonly points: readonly WindowResult[] } | null;
  readonly control: RatioResult | null;
  readonly sameSpike: SameSpikeResult | null;
  readonly naive: { readonly quarter: BeforeAfterResult; readonly year: BeforeAfterResult } | null;
  readonly permutation: { readonly p: number; readonly low: Known; readonly high: Known; readonly draws: number } | null;
  readonly sensitivity: SensitivityResult | null;
  readonly symmetricWindow: RatioResult | null;
  readonly decisionRate: RatioResult | null;
  readonly coTraining: readonly CoTraining[];
  readonly exclusions: readonly Exclusion[];
  readonly avoided: AvoidedResult | null;
  /** Yuan for each complaint avoided; only where complaints fell and a cost was named. */
  readonly costPerAvoided: { readonly cost: number; readonly low: Known; readonly high: Known } | null;
}

/** What computed a result; another version may answer otherwise. */
export const methodVersion = 'stacked-clean-window-1';
