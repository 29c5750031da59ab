import { normalQuantile } from '../distributions/distributions.js';
import { requireRange } from '../errors.js';

export type Verdict = 'fell' | 'rose' | 'no-detectable-effect' | 'cannot-say-yet';

/** A ratio with its interval; all on the ratio scale. */
export interface RatioInterval {
  readonly ratio: number;
  readonly lower: number;
  readonly upper: number;
}

export interface VerdictEvidence {
  readonly effect: RatioInterval;
  /** Clustered standard error of the log ratio; a wider interval (permutation) overrules it. */
  readonly standardError: number;
  /** Fall (share, 0–1) named before the data were opened. */
  readonly wantedFall: number;
  /** {@link WindowCurve.stable}; undefined = not examined. */
  readonly windowCurveStable?: boolean | undefined;
  /** Same estimate on an outcome the treatment cannot move; undefined = there is none. */
  readonly negativeControl?: RatioInterval | undefined;
  /** p-value of the joint test on the clean leads; undefined or NaN = not examined. */
  readonly leadsPValue?: number | undefined;
  /** Treated plus comparison units in the design, for "needs N more". */
  readonly units?: number | undefined;
}

export type VerdictReason =
  | 'negative-control-moved'
  | 'window-curve-unstable'
  | 'leads-not-quiet'
  | 'too-few-data'
  | 'not-finite'
  | 'not-estimated';

export type UncheckedGuard = 'window-curve' | 'negative-control' | 'leads';

export interface VerdictResult {
  readonly verdict: Verdict;
  /** Why nothing can be said; empty for the other verdicts. */
  readonly reasons: readonly VerdictReason[];
  /** Guards that had no data; say so beside the verdict. */
  readonly unchecked: readonly UncheckedGuard[];
  readonly minimumDetectableFall: number;
  /** The interval rules out a fall as large as the wanted one. */
  readonly excludesWantedFall: boolean;
  /** Further units (like the present ones) until the wanted fall is detectable; 0 when it is. */
  readonly moreUnitsNeeded: number | undefined;
}

const POWER = 0.8;
const ALPHA = 0.05;
/**
 * Stricter than 5 %: the slow end of a spike reaches into the first clean period
 * and made harmless leads reject 17 % of the time; a window that is really too
 * short rejects always.
 */
const LEADS_ALPHA = 0.01;

/**
 * Three answers and "cannot say yet".
 * - fell / rose: the interval excludes 1 and every guard holds.
 * - no-detectable-effect: the interval holds 1, every guard holds and the design
 *   would have found the wanted fall (80 % power, two-sided 5 %).
 * - cannot-say-yet: anything else, with reasons. A guard that moved withholds any
 *   answer, also "no effect": a broken comparison can hide as well as invent one.
 *
 * @throws StatisticsError `out-of-range` unless 0 < wantedFall < 1 and standardError ≥ 0.
 */
export function decideVerdict(evidence: VerdictEvidence): VerdictResult {
  const { effect, wantedFall } = evidence;
  const standardError = spreadOf(evidence);
  requireRange('wantedFall', wantedFall, Number.EPSILON, 1 - Number.EPSILON);
  const reach = normalQuantile(1 - ALPHA / 2) + normalQuantile(POWER);
  const minimumDetectableFall = 1 - Math.exp(-reach * standardError);
  const finite = [effect.ratio, effect.lower, effect.upper, standardError].every(Number.isFinite);
  const broken = brokenGuards(evidence);
  const holdsOne = effect.lower <= 1 && 1 <= effect.upper;
  const precise = minimumDetectableFall <= wantedFall;
  const reasons: VerdictReason[] = finite ? [...broken] : ['not-finite'];
  if (finite && holdsOne && !precise) {
    reasons.push('too-few-data');
  }
  return {
    verdict: reasons.length > 0 ? 'cannot-say-yet' : directionOf(effect, holdsOne),
    reasons,
    unchecked: uncheckedGuards(evidence),
    minimumDetectableFall,
    excludesWantedFall: effect.lower > 1 - wantedFall,
    moreUnitsNeeded: evidence.units === undefined ? undefined : moreUnits(evidence.units, standardError, wantedFall, reach),
  };
}

/** No verdict, because the default estimate does not exist. */
export function withheldVerdict(reason: VerdictReason): VerdictResult {
  return {
    verdict: 'cannot-say-yet',
    reasons: [reason],
    unchecked: ['window-curve', 'negative-control', 'leads'],
    minimumDetectableFall: NaN,
    excludesWantedFall: false,
    moreUnitsNeeded: undefined,
  };
}

/** The standard error, or the one a 95 % interval implies when that is larger. */
function spreadOf({ effect, standardError }: VerdictEvidence): number {
  const implied = Math.log(effect.upper / effect.lower) / 2 / normalQuantile(1 - ALPHA / 2);
  return implied > standardError ? implied : standardError;
}

function directionOf(effect: RatioInterval, holdsOne: boolean): Verdict {
  if (holdsOne) {
    return 'no-detectable-effect';
  }
  return effect.upper < 1 ? 'fell' : 'rose';
}

function brokenGuards({ negativeControl, windowCurveStable, leadsPValue }: VerdictEvidence): VerdictReason[] {
  const broken: VerdictReason[] = [];
  if (negativeControl !== undefined && (negativeControl.lower > 1 || negativeControl.upper < 1)) {
    broken.push('negative-control-moved');
  }
  if (windowCurveStable === false) {
    broken.push('window-curve-unstable');
  }
  if (leadsPValue !== undefined && leadsPValue < LEADS_ALPHA) {
    broken.push('leads-not-quiet');
  }
  return broken;
}

function uncheckedGuards(evidence: VerdictEvidence): UncheckedGuard[] {
  const unchecked: UncheckedGuard[] = [];
  if (evidence.windowCurveStable === undefined) {
    unchecked.push('window-curve');
  }
  if (evidence.negativeControl === undefined) {
    unchecked.push('negative-control');
  }
  if (evidence.leadsPValue === undefined || Number.isNaN(evidence.leadsPValue)) {
    unchecked.push('leads');
  }
  return unchecked;
}

/** se ∝ 1/√units, so units grow by (se / wanted se)². */
function moreUnits(units: number, standardError: number, wantedFall: number, reach: number): number {
  const wantedError = -Math.log1p(-wantedFall) / reach;
  return Math.max(0, Math.ceil(units * ((standardError / wantedError) ** 2 - 1)));
}
