import type { TransitionTable } from '@skillhall/kernel';

/** 考试: a draft is written, a published exam can be sat and no longer changes, an archived one gets no new sittings. */
export const examStateNames = ['draft', 'published', 'archived'] as const;
export type ExamState = (typeof examStateNames)[number];

export const examStates: TransitionTable<ExamState, 'change' | 'publish' | 'archive' | 'restore'> = {
  draft: { change: 'draft', publish: 'published', archive: 'archived' },
  published: { archive: 'archived' },
  archived: { restore: 'published' },
};
