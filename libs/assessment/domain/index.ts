export { assessmentAuditWords } from './audit-words.js';
export { cohenKappa, intraclassCorrelation, markerAgreement, quadraticKappa, type BlindMarks, type MarkerAgreement } from './agreement.js';
export { attemptStates, attemptStatuses, submitters, type AttemptState, type Submitter } from './attempt-state.js';
export { blueprintTotals, type Blueprint, type BlueprintRow, type BlueprintSection, type FixedQuestion } from './blueprint/blueprint.js';
export { drawPaper, type DrawnQuestion } from './blueprint/draw-paper.js';
export { checkFeasible, countFitting, type BlueprintProblem, type Shortage } from './blueprint/feasible.js';
export type { PoolQuestion } from './blueprint/pool.js';
export { indexPool, type PoolIndex } from './blueprint/pool-index.js';
export { drawFrom, type ByteBlocks } from './draw-from-bytes.js';
export { examStateNames, examStates, type ExamState } from './exam-state.js';
export { examErrors } from './exam-errors.js';
export { assessmentErrors } from './errors.js';
export { eventKinds, isTold, mostEvents, mostToldAtOnce, toldKinds, type AttemptEventKind, type ToldKind } from './attempt-events.js';
export { attemptGraded } from './events.js';
export { applyMarks, foldAnswers, grade, withLateAnswers, type Grade, type GradedAnswer, type HumanMarks, type Keys, type LoggedAnswer } from './grading.js';
export { analyseItems, type ItemAnalysis, type ItemStatistics, type TestStatistics } from './item-analysis/analyse-items.js';
export { PaperTable, type PaperItem } from './item-analysis/from-papers.js';
export { itemWords } from './item-analysis/item-words.js';
export { type OptionStatistics } from './item-analysis/option-statistics.js';
export { emptyTable, mostOptions, randomGuessScore, type AnalysedItem, type ItemOption, type ResponseTable } from './item-analysis/response-table.js';
export { type Comparison } from './item-analysis/totals.js';
export { sayWeakItem } from './item-analysis/weak-item-phrases.js';
export { weakItemLimits, weakReasons, type WeakItemFlag, type WeakReason } from './item-analysis/weak-items.js';
export { hundredths, inMarks, partMarks, usualMarks } from './marks.js';
export {
  fullShare,
  markingState,
  markingStateNames,
  markingStates,
  settledMarks,
  type AnswerMark,
  type MarkingRound,
  type MarkingRules,
  type MarkingState,
} from './marking/marking-state.js';
export { claimMinutes, markingErrors } from './marking/marking-errors.js';
export { rubricLines, rubricShare } from './marking/rubric-share.js';
export { marksSeenBy, roundFor, type AnswerToMark, type Marker, type MarkingClaim, type MarkRefusal } from './marking/who-marks.js';
export { freezePaper, type Paper, type PaperQuestion, type PaperRules, type PaperSection, type PaperSource } from './paper.js';
export { formLetter, formLetters, mostForms } from './paper-forms/form-letters.js';
export { paperErrors } from './paper-forms/paper-errors.js';
export { stemText } from './paper-forms/stem-text.js';
export { readWritten, writtenOf, type WrittenProblem } from './paper-forms/written-answer.js';
export { paperSources, type SourceFrame } from './paper-sources.js';
export { practiceErrors } from './practice-errors.js';
export { practiceModes, roundSize, selfVerdicts, type PracticeMode, type SelfVerdict } from './practice/practice.js';
export { isMissed, latestOf, placesById, standingsOf, type PastAnswers, type Standing, type VersionPlace } from './practice/past-answers.js';
export { missedOf, nextOf, randomOf, weakOf, type BookQuestion, type Standings, type PracticeReason } from './practice/choose-questions.js';
export { chapterProgress, inChapter, progressOf, type Chapter, type ChapterProgress, type Progress } from './practice/chapters.js';
export { weakPointsOf, type WeakPoint } from './practice/weak-points.js';
export { receiptCode, receiptText, type ReceiptFacts } from './receipt.js';
export { compareGrades, humanMarksOf, regradeAnswer, type HeldAnswer, type RegradedAnswer, type Regraded, type RegradeLine, type RegradeReport, type VerdictChange } from './regrade.js';
export { regradeErrors } from './regrade-errors.js';
export { fewestShown, scoreBins, shownBins, spreadOf, type ScoreSpread } from './results.js';
export { reviewTimes, visibleTo, type ReviewRules, type ReviewTime, type Visible } from './review-rules.js';
export {
  attemptDeadline,
  checkInKinds,
  deliveries,
  sittingState,
  sittingStates,
  startRefusal,
  type Candidacy,
  type CheckIn,
  type Delivery,
  type SittingState,
  type SittingTimes,
  type StartRefusal,
} from './sitting.js';
export { sheetWords } from './sheet-words.js';
export { sittingSteps, type SittingStep } from './sitting-steps.js';
export { graceSeconds, mostCreditedSeconds, unlimitedMinutes, usualMinutes } from './time-limit.js';
export { type CheckedAnswer, checkUnsent, readUnsentFile, unsentFindings, type UnsentAnswer, type UnsentFile, type UnsentFinding } from './unsent-answers.js';
