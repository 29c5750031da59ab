import { type CivilDate, type CivilMonth, monthIndex, monthOf, type TransitionTable } from '@skillhall/kernel';

/** Why a hall gets its first session of a course: a later study can only be as honest as this answer. */
export const trainingReasons = ['spike', 'rotation', 'lottery', 'newHire'] as const;
export type TrainingReason = (typeof trainingReasons)[number];

/** Planned; then held, or cancelled with its reason. What was held is a fact and does not change. */
export const assignmentStateNames = ['planned', 'held', 'cancelled'] as const;
export type AssignmentState = (typeof assignmentStateNames)[number];
export type AssignmentStep = 'change' | 'hold' | 'cancel';

export const assignmentStates: TransitionTable<AssignmentState, AssignmentStep> = {
  planned: { change: 'planned', hold: 'held', cancel: 'cancelled' },
  held: {},
  cancelled: {},
};

export interface AssignmentPlan {
  readonly plannedMonth: CivilMonth;
  /** The day, where it is known already. */
  readonly plannedOn: CivilDate | null;
  readonly reason: TrainingReason;
  /** The months whose figures the decision looked at; none where no figures were looked at, or nobody wrote it down. */
  readonly lookedFrom: CivilMonth | null;
  readonly lookedUntil: CivilMonth | null;
  readonly decidedBy: string;
}

/** Older figures move no decision, and a slip of the keyboard must not stretch a study. */
export const longestLook = 24;
export const longestDecider = 100;

/** The first field that is not right, or null. */
export function assignmentProblem(plan: AssignmentPlan): keyof AssignmentPlan | null {
  const { plannedMonth, plannedOn, reason, lookedFrom, lookedUntil, decidedBy } = plan;
  if (plannedOn && monthOf(plannedOn) !== plannedMonth) return 'plannedOn';
  if (!decidedBy.trim() || decidedBy.length > longestDecider) return 'decidedBy';
  if (reason === 'spike' && !lookedFrom) return 'lookedFrom';
  if (!lookedFrom || !lookedUntil) return lookedFrom ? 'lookedUntil' : lookedUntil ? 'lookedFrom' : null;
  const looked = decisionMonths(plan.lookedFrom, plannedMonth)!;
  if (looked < 0 || looked > longestLook) return 'lookedFrom';
  return lookedUntil < lookedFrom || lookedUntil > plannedMonth ? 'lookedUntil' : null;
}

/**
 * Months from the first that was looked at to the training: what a study has to leave out before it, for trained and
 * untrained halls alike. Null where nobody wrote down what was looked at.
 */
export const decisionMonths = (lookedFrom: CivilMonth | null, month: CivilMonth): number | null => (lookedFrom ? monthIndex(month) - monthIndex(lookedFrom) : null);

/** What a study should leave out for this hall: a lottery, a rotation or a new hire that looked at nothing leaves out nothing. */
export function windowOf(reason: TrainingReason, lookedFrom: CivilMonth | null, month: CivilMonth): number | null {
  return decisionMonths(lookedFrom, month) ?? (reason === 'lottery' ? 0 : null);
}
