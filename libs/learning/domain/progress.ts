import type { ActivityState } from './activity-state.js';

/** The rule of completion: every activity is done. A course without activities is never complete. */
export const isCompleted = (states: readonly ActivityState[]): boolean =>
  states.length > 0 && states.every((state) => state === 'completed');

/** The activity to go on with: the first in the order of the course that is not done. */
export const nextActivity = <A extends { readonly state: ActivityState }>(activities: readonly A[]): A | null =>
  activities.find(({ state }) => state !== 'completed') ?? null;
