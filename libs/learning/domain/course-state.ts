import type { TransitionTable } from '@skillhall/kernel';

/** A version of a course: written, in force, out of force. */
export const courseStatuses = ['draft', 'published', 'retired'] as const;
export type CourseStatus = (typeof courseStatuses)[number];

/** `retire` also happens to a published version when the next one is published. */
export const courseStates: TransitionTable<CourseStatus, 'publish' | 'retire'> = {
  draft: { publish: 'published' },
  published: { retire: 'retired' },
  retired: {},
};
