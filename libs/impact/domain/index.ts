export { alertWords } from './alerts/alert-sentence.js';
export { alertKinds, type AlertKind, type NodeAlert, type NodeMonths, rateAlert, sumAlert, Thresholds } from './alerts/node-alerts.js';
export { chartNames, chartSentence, ruleNames, type ChartFacts, type ChartKind, type ChartRule } from './chart-sentence.js';
export { coverageAt, type HallCompletions } from './coverage.js';
export { doubts, estimateSentence, reasonSentence } from './estimate-wording.js';
export { buildPanel, type HallPanel, type HallPart, type PanelCell, type PanelHall } from './hall-panel.js';
export { judgeLatestMonth, leastMonths, type MonthCount, type MonthVerdict, type Variation } from './month-verdict.js';
export { overviewSentence } from './overview-sentence.js';
export { outlook, type Outlook, type OutlookRequest, planNote, powerOf, type SaidNote, usualShocks } from './plan/outlook.js';
export { documentPhrases } from './study-document/document-phrases.js';
export { type DocumentSource, studyDocument, type StudyDocument, type StudyTable } from './study-document/study-document.js';
export { type Rollout, rolloutOf, rolloutProblem, type RolloutProblem } from './plan/rollouts.js';
export { planNotes, planSentence, type PlanFacts, type PlanNote } from './plan-sentence.js';
export { estimateSimple, manyHalls, reach, type NoEstimateReason, type RateRatio, type SimpleEstimateResult } from './simple-estimate.js';
export { missingParts, studyFailures, studyNotes, type MissingPart, type StudyNote } from './study-notes.js';
export { methodNames, studySentence, type ComparisonMethod, type RateChange, type StudyFacts } from './study-sentence.js';
export { reasonText, verdictSentence, type VerdictFacts, type VerdictName, type WithheldReason } from './verdict-sentence.js';
export { impactAuditWords } from './study/audit-words.js';
export { emptyResult, sensitivityOf, studyResult } from './study/build-result.js';
export { coTrainingText, exclusionText, studyHeadline, studyNotesOf } from './study/study-words.js';
export { coTrainingOf } from './study/co-training.js';
export { studyErrors } from './study/study-errors.js';
export { type StudyPanel, studyRows, type StudyRows } from './study/study-panel.js';
export {
  clusterLevels,
  type ClusterLevel,
  countRules,
  type CountRule,
  planProblem,
  planText,
  type StudyPlan,
  unknownWindow,
  usualPlan,
  usualWindow,
  windowFrom,
  windowSources,
  type WindowSource,
} from './study/study-plan.js';
export {
  type CoTraining,
  type EventResult,
  methodVersion,
  type RatioResult,
  type SensitivityResult,
  type StudyResult,
} from './study/study-result.js';
export { shocksBefore, untrainedRows } from './study/untrained-history.js';
export { runStateNames, type RunState, studyStateNames, studyStates, type StudyState, type StudyStep } from './study/study-state.js';
