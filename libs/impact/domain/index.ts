export { coverageAt, type HallCompletions } from './coverage.js';
export { doubts, estimateSentence, reasonSentence } from './estimate-wording.js';
export { buildPanel, type HallPanel, type HallPart, type PanelCell, type PanelHall } from './hall-panel.js';
export { judgeLatestMonth, leastMonths, type MonthCount, type MonthVerdict, type Variation } from './month-verdict.js';
export { overviewSentence } from './overview-sentence.js';
export { estimateSimple, manyHalls, reach, type NoEstimateReason, type RateRatio, type SimpleEstimateResult } from './simple-estimate.js';
export { missingParts, studyNotes, type MissingPart, type StudyNote } from './study-notes.js';
export { methodNames, studySentence, type ComparisonMethod, type RateChange, type StudyFacts } from './study-sentence.js';
export { verdictSentence, type VerdictFacts, type VerdictName, type WithheldReason } from './verdict-sentence.js';
