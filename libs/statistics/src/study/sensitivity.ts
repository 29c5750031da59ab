import { conditionalBreakdown, conditionalSensitivity } from '../guards/conditional-sensitivity.js';
import { eventPath } from '../guards/event-path.js';
import { conservativeSensitivity } from '../guards/sensitivity-band.js';
import type { SensitivityBand } from '../guards/sensitivity-band.js';
import { createRandomSource } from '../random/random-source.js';
import type { EventStudy } from '../stacked/event-study.js';
import type { Steps } from '../steps.js';

/** Relative magnitudes (Rambachan & Roth 2023): how far drift after treatment may go before the interval holds no effect. */
export interface StudySensitivity {
  readonly kind: 'conservative' | 'conditional';
  /** Log scale. */
  readonly bands: readonly SensitivityBand[];
  readonly breakdown: number;
}

/** Largest drift after treatment, in units of the largest step before it. */
export const STUDY_VIOLATIONS = [0, 0.5, 1, 1.5, 2] as const;
const SENSITIVITY_SEED = 1;

/** The conservative bands: at once, and wide. */
export function* plainSensitivity(study: EventStudy): Steps<StudySensitivity> {
  return { kind: 'conservative', ...conservativeSensitivity(eventPath(study), STUDY_VIOLATIONS) };
}

/** The conditional test: sharp, and seconds of work, with a pause after each band. */
export function* sharpSensitivity(study: EventStudy): Steps<StudySensitivity> {
  const path = eventPath(study);
  const bands: SensitivityBand[] = [];
  for (const violation of STUDY_VIOLATIONS) {
    bands.push(conditionalSensitivity(path, violation, createRandomSource(SENSITIVITY_SEED)));
    yield { part: 'checks', share: bands.length / (STUDY_VIOLATIONS.length + 1) };
  }
  return { kind: 'conditional', bands, breakdown: conditionalBreakdown(path, createRandomSource(SENSITIVITY_SEED)) };
}
