export {
  type AssignmentPlan,
  assignmentProblem,
  type AssignmentState,
  assignmentStateNames,
  assignmentStates,
  type AssignmentStep,
  decisionMonths,
  type TrainingReason,
  trainingReasons,
  windowOf,
} from './assignment.js';
export { hintSentences, scheduleErrors, scheduleImportErrors } from './errors.js';
export { type HintCode, hintCodes, type ScheduledHall, type ScheduleHint, scheduleHints } from './hints.js';
export {
  drawWaves,
  leastKeptShare,
  leastMonthsApart,
  type LotteryPlan,
  lotteryProblem,
  type LotteryState,
  lotteryStateNames,
  type MeasuredHall,
  type TierMeasure,
  tierMeasures,
  tiersOf,
  waveMonth,
} from './lottery.js';
