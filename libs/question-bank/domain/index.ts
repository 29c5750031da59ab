export { checkQuestion, type QuestionProblem, type QuestionRow } from './check-question.js';
export { questionErrors, questionImportErrors, type QuestionImportCode } from './errors.js';
export { contentText } from './content-text.js';
export { differences, differingFields, type Comparable, type Difference, type DifferingField } from './differences.js';
export { faceText, sameText, searchable, sketchOf } from './fingerprint.js';
export {
  choiceRules,
  scoringRules,
  sequenceRules,
  type BlankKey,
  type ChoiceRule,
  type Criterion,
  type FormulaBlank,
  type NumberAnswer,
  type QuestionKey,
  type ScoringRule,
  type SequenceRule,
  type TextAnswer,
  type Variable,
} from './key.js';
export { questionUses, versionLifecycle, versionStates, type QuestionUse, type VersionAction, type VersionState } from './lifecycle.js';
export {
  bareFace,
  optionKeys,
  questionTypes,
  trueFalseOptions,
  type Blank,
  type Classification,
  type QuestionContent,
  type QuestionFace,
  type QuestionMedia,
  type QuestionOption,
  type QuestionPart,
  type QuestionType,
} from './question.js';
export { lossPhrases, readingErrors, type LossCode, type ReadingCode } from './exchange/errors.js';
export {
  exchangeQuestion,
  type ExchangeAnswer,
  type ExchangeMedia,
  type ExchangeOption,
  type ExchangePair,
  type ExchangeQuestion,
  type Loss,
  type Reading,
  type ReadingProblem,
  type Writing,
} from './exchange/exchange-question.js';
export { readGift } from './exchange/gift/read-gift.js';
export { authorsOf, restoredState, type VersionRecord } from './version-history.js';
export { standingAfter, stepOf, versionFor, type QuestionStanding, type StepRefusal } from './version-step.js';
