import { findCompetency } from '@skillhall/directory/domain';
import type { VersionState } from './lifecycle.js';
import type { Classification, QuestionContent } from './question.js';

/** Where questions are to belong; what is left out stays. */
export interface Reclassification {
  readonly competency?: string | undefined;
  readonly difficulty?: number | undefined;
}

/** The same question in another place: the track follows the competency. */
export function reclassified(content: QuestionContent, { competency, difficulty }: Reclassification): QuestionContent {
  const found = competency === undefined ? undefined : findCompetency(competency);
  const classes: Partial<Classification> = { ...(competency !== undefined && { competency, ...(found && { track: found.track }) }), ...(difficulty !== undefined && { difficulty }) };
  return { ...content, ...classes };
}

/**
 * The state of a version that says the same as the one before it and only belongs elsewhere: nobody has to review the
 * text again, so what is in use stays so. What was approved but not yet published waits once more; what is retired stays as it is.
 */
export function stateOfReclassified(state: VersionState): 'draft' | 'inReview' | 'live' | undefined {
  if (state === 'retired') return undefined;
  return state === 'reviewed' ? 'inReview' : state;
}
