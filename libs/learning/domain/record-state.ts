/** How a learning record stands: `stalled` is open, and nothing was done in it for a while. */
export const recordStates = ['open', 'stalled', 'completed'] as const;
export type RecordState = (typeof recordStates)[number];

/** A month without a step: long enough for a leave or a busy season, short enough for a word from a colleague to help. */
export const stalledAfterDays = 30;
