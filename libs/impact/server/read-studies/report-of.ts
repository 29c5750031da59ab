import { type CivilMonth, type Locale, monthFromIndex } from '@skillhall/kernel';
import { exclusionText, type RatioResult, reasonText, type SensitivityResult, studyHeadline, studyNotesOf, type StudyResult } from '../../domain/index.js';
import { StudyReport } from './study-report.types.js';
import type { EventWindowEnum, StudyVerdictEnum } from './study-result.types.js';

const verdicts = { fell: 'fell', rose: 'rose', 'no-detectable-effect': 'noDetectableEffect', 'cannot-say-yet': 'cannotSayYet' } as const satisfies Record<string, keyof typeof StudyVerdictEnum>;
const windows = { 'clean-before': 'cleanBefore', decision: 'decision', 'phase-in': 'phaseIn', after: 'after' } as const satisfies Record<string, keyof typeof EventWindowEnum>;

const sensitivityOf = (found: SensitivityResult | null) => found && { sharp: found.kind === 'conditional', breakdown: found.breakdown, bands: [...found.bands] };
const plain = ({ ratio, low, high }: RatioResult): RatioResult => ({ ratio, low, high });

export interface ReportedStudy {
  readonly decisionWindow: number;
  readonly windowSource: string;
  readonly dataUntilAtLock: CivilMonth | null;
}

/** A result as people read it: the same numbers, with sentences in their language. Courses are put in by the resolver. */
export function reportOf(result: StudyResult, sharp: SensitivityResult | null, study: ReportedStudy, locale: Locale): StudyReport {
  const { verdict, reasons, waves, events, curve, exclusions, coTraining, inference, sensitivity, skippedWaves: _skipped, unchecked: _unchecked, failure: _failure, ...rest } = result;
  return Object.assign(new StudyReport(), {
    ...rest,
    ...studyHeadline(result, locale),
    verdict: verdicts[verdict],
    reasons: reasons.map((code) => ({ code, text: reasonText(code, result.minimumDetectableFall ?? NaN, locale) })),
    notes: studyNotesOf(result, study, locale),
    byPermutation: inference === 'permutation',
    waves: waves.map((wave) => ({ ...wave, month: monthFromIndex(wave.month) })),
    events: events.map((event) => ({ ...event, window: windows[event.window] })),
    curve: curve && { stable: curve.stable, points: curve.points.map((point) => ({ ...plain(point), decisionWindow: point.decisionWindow })) },
    sensitivity: sensitivityOf(sharp ?? sensitivity),
    exclusions: exclusions.map((exclusion) => ({ code: exclusion.reason, text: exclusionText(exclusion, locale), halls: exclusion.halls, number: exclusion.number })),
    coTraining: coTraining.map(({ courseId, halls }) => ({ courseId, halls })),
  }) as unknown as StudyReport;
}
