import { complaintClasses, type ComplaintClass, counterClasses, negativeControlClasses } from '@skillhall/complaints/domain';
import { DEFAULT_DECISION_WINDOW, UNKNOWN_DECISION_WINDOW } from '@skillhall/statistics';

/** Complaints as they were filed, or only those found to be substantiated (属实): attribution is negotiable, so filed is usual. */
export const countRules = ['filed', 'substantiated'] as const;
export type CountRule = (typeof countRules)[number];

/** Level at which training was given: single halls, or all halls of a county together. Chance is counted by it. */
export const clusterLevels = ['hall', 'county'] as const;
export type ClusterLevel = (typeof clusterLevels)[number];

/** Where the length of the decision window comes from. */
export const windowSources = ['usual', 'unknown', 'recorded', 'chosen'] as const;
export type WindowSource = (typeof windowSources)[number];

export const usualWindow = DEFAULT_DECISION_WINDOW;
/** Where nobody knows which months were looked at: too long costs almost nothing, too short is fatal. */
export const unknownWindow = UNKNOWN_DECISION_WINDOW;
export const longestWindow = 24;

/** All that is decided before the data are opened. */
export interface StudyPlan {
  readonly outcomeClasses: readonly ComplaintClass[];
  readonly controlClasses: readonly ComplaintClass[];
  readonly countRule: CountRule;
  /** Months before training that the choice of halls looked at. */
  readonly decisionWindow: number;
  readonly windowSource: WindowSource;
  /** Share, 0 to 1: a smaller fall would not matter. */
  readonly wantedFall: number;
  readonly cluster: ClusterLevel;
  /** Of the training, in yuan; null where nobody wants a price. */
  readonly cost: number | null;
}

export const usualPlan: StudyPlan = {
  outcomeClasses: counterClasses,
  controlClasses: negativeControlClasses,
  countRule: 'filed',
  decisionWindow: usualWindow,
  windowSource: 'usual',
  wantedFall: 0.2,
  cluster: 'hall',
  cost: null,
};

/** The field that is not right; undefined where all are. */
export function planProblem(plan: StudyPlan): keyof StudyPlan | undefined {
  const known = (classes: readonly string[]): boolean => new Set(classes).size === classes.length && classes.every((name) => (complaintClasses as readonly string[]).includes(name));
  if (!plan.outcomeClasses.length || !known(plan.outcomeClasses)) return 'outcomeClasses';
  if (!known(plan.controlClasses) || plan.controlClasses.some((name) => plan.outcomeClasses.includes(name))) return 'controlClasses';
  if (!Number.isInteger(plan.decisionWindow) || plan.decisionWindow < 0 || plan.decisionWindow > longestWindow) return 'decisionWindow';
  if (!(plan.wantedFall >= 0.01 && plan.wantedFall <= 0.95)) return 'wantedFall';
  if (plan.cost !== null && !(plan.cost >= 0 && plan.cost < 1e12)) return 'cost';
  return undefined;
}

/** What a plan was made for, besides the plan itself. */
export interface PlanSubject {
  readonly studyId: string;
  readonly courseId: string;
  readonly unitId: string;
  readonly replacesId: string | null;
}

/** The text whose digest is kept at the lock: the same plan always gives the same text. */
export const planText = (subject: PlanSubject, plan: StudyPlan): string =>
  JSON.stringify([
    'skillhall-study-plan-1',
    ...[subject.studyId, subject.courseId, subject.unitId, subject.replacesId],
    ...[[...plan.outcomeClasses].sort(), [...plan.controlClasses].sort(), plan.countRule],
    ...[plan.decisionWindow, plan.windowSource, plan.wantedFall, plan.cluster, plan.cost],
  ]);

/** Months between the first month looked at and the training month, by hall; null where nobody wrote it down. */
export function windowFrom(looked: readonly (number | null)[]): { readonly decisionWindow: number; readonly windowSource: WindowSource } {
  const known = looked.filter((months) => months !== null);
  if (!looked.length) return { decisionWindow: usualWindow, windowSource: 'usual' };
  if (known.length < looked.length) return { decisionWindow: Math.min(longestWindow, Math.max(unknownWindow, ...known)), windowSource: 'unknown' };
  return { decisionWindow: Math.min(longestWindow, Math.max(...known)), windowSource: 'recorded' };
}
