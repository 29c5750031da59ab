import type { TransitionTable } from '@skillhall/kernel';

/** 答卷: answers are taken while it is open; submitting grades it and is for ever. */
export const attemptStatuses = ['open', 'submitted'] as const;
export type AttemptState = (typeof attemptStatuses)[number];

export const attemptStates: TransitionTable<AttemptState, 'save' | 'submit'> = {
  open: { save: 'open', submit: 'submitted' },
  submitted: {},
};

export const submitters = ['examinee', 'server', 'invigilator', 'clerk'] as const;
/** Who handed the attempt in: the examinee, the server when time was up, an invigilator, or who typed in a paper. */
export type Submitter = (typeof submitters)[number];
