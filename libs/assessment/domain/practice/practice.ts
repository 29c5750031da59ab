/** 练习: rounds of questions of which each is answered once and shows its key at once. A mock exam is sat like an exam. */
export const practiceModes = ['ordered', 'random', 'chapter', 'weak-point', 'wrong'] as const;
export type PracticeMode = (typeof practiceModes)[number];

/** Questions of one round; a case counts as one. */
export const roundSize = { least: 1, usual: 10, most: 50 } as const;

/** What somebody says of their own short answer beside the model answer. No machine counts it as right or wrong. */
export const selfVerdicts = ['good', 'partly', 'missed'] as const;
export type SelfVerdict = (typeof selfVerdicts)[number];
