import type { TransitionTable } from '@skillhall/kernel';

export const activityStatuses = ['notStarted', 'started', 'completed'] as const;
export type ActivityState = (typeof activityStatuses)[number];

/** An activity of one enrolment. A quiz may be passed without having been opened from the course. */
export const activityStates: TransitionTable<ActivityState, 'open' | 'complete'> = {
  notStarted: { open: 'started', complete: 'completed' },
  started: { open: 'started', complete: 'completed' },
  completed: { open: 'completed', complete: 'completed' },
};
