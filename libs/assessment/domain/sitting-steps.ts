import type { TransitionTable } from '@skillhall/kernel';
import type { SittingState } from './sitting.js';

/** What the clock does to a sitting, and what people may do in each of its states. */
export type SittingStep = 'opens' | 'closes' | 'changed' | 'cancelled' | 'candidate-set' | 'checked-in' | 'extended' | 'all-extended' | 'forced-in' | 'ended' | 'note' | 'technical' | 'papers-printed' | 'paper-entered' | 'paper-corrected';

/** After the end one may still let a single person finish, hand in for somebody, or write down what happened. */
export const sittingSteps: TransitionTable<SittingState, SittingStep> = {
  planned: { opens: 'open', changed: 'planned', cancelled: 'cancelled', 'candidate-set': 'planned', 'checked-in': 'planned', note: 'planned', technical: 'planned', 'papers-printed': 'planned' },
  open: {
    ...{ closes: 'closed', ended: 'closed', cancelled: 'cancelled', 'candidate-set': 'open', 'checked-in': 'open' },
    ...{ extended: 'open', 'all-extended': 'open', 'forced-in': 'open', note: 'open', technical: 'open' },
    // Papers may be typed in as soon as the first is handed in, and at any time after the end.
    ...{ 'papers-printed': 'open', 'paper-entered': 'open', 'paper-corrected': 'open' },
  },
  closed: { extended: 'closed', 'forced-in': 'closed', note: 'closed', technical: 'closed', 'papers-printed': 'closed', 'paper-entered': 'closed', 'paper-corrected': 'closed' },
  cancelled: {},
};
