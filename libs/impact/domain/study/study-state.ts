import type { TransitionTable } from '@skillhall/kernel';

/**
 * A study is declared and may be changed or dropped; locked, its plan no longer changes and it is run. A changed plan
 * is a new study that names the old one, which is replaced when the new one is locked. What was locked is never dropped.
 */
export const studyStateNames = ['declared', 'locked', 'replaced', 'dropped'] as const;
export type StudyState = (typeof studyStateNames)[number];
export type StudyStep = 'change' | 'lock' | 'drop' | 'run' | 'replace';

export const studyStates: TransitionTable<StudyState, StudyStep> = {
  declared: { change: 'declared', lock: 'locked', drop: 'dropped' },
  locked: { run: 'locked', replace: 'replaced' },
  replaced: {},
  dropped: {},
};

/** A run waits, is computed, and ends with a result or a failure; a job that is repeated begins again. */
export const runStateNames = ['waiting', 'computing', 'done', 'failed'] as const;
export type RunState = (typeof runStateNames)[number];

export const runStates: TransitionTable<RunState, 'begin' | 'finish' | 'fail'> = {
  waiting: { begin: 'computing', fail: 'failed' },
  computing: { begin: 'computing', finish: 'done', fail: 'failed' },
  done: {},
  failed: {},
};
