import type { TransitionTable } from '@skillhall/kernel';

/**
 * 草稿 → 待审 → 已审 → 启用, per version. Who wrote a version cannot be the one who reviews it. Making a version live
 * retires the one before it; a retired version stays on the papers that have it.
 */
export const versionStates = ['draft', 'inReview', 'reviewed', 'live', 'retired'] as const;
export type VersionState = (typeof versionStates)[number];

export const versionLifecycle: TransitionTable<VersionState, 'submit' | 'withdraw' | 'approve' | 'reject' | 'publish' | 'retire' | 'restore'> = {
  draft: { submit: 'inReview', retire: 'retired' },
  inReview: { approve: 'reviewed', reject: 'draft', withdraw: 'draft' },
  reviewed: { publish: 'live', withdraw: 'draft' },
  live: { retire: 'retired' },
  retired: { restore: 'reviewed' },
};
export type VersionAction = 'submit' | 'withdraw' | 'approve' | 'reject' | 'publish' | 'retire' | 'restore';

/** What a question may be used for: one that practice shows is no longer a secret of an examination. */
export const questionUses = ['any', 'examOnly', 'practiceOnly'] as const;
export type QuestionUse = (typeof questionUses)[number];
