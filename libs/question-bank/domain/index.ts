export { questionAuditWords } from './audit-words.js';
export { checkQuestion, type QuestionProblem, type QuestionRow } from './check-question.js';
export { checkContent } from './checks/check-content.js';
export { longestText, placesOf } from './checks/check-face.js';
export { shownNames } from './checks/check-formula.js';
export type { ContentProblem } from './checks/content-problem.js';
export { contentErrors, type ContentCode } from './content-errors.js';
export { shuffled, type Draw } from './draw.js';
export { exportPhrases, placeErrors, questionErrors, questionImportErrors, type QuestionImportCode } from './errors.js';
export { contentText } from './content-text.js';
export { shapeOf, type Choice, type ChoiceShape } from './grading/choice-shape.js';
export { creditOf, keyKinds, rightChoice, type Credit } from './grading/credit.js';
export { parseFormula } from './grading/formula.js';
export type { FormulaCode, FormulaProblem } from './grading/formula-problem.js';
export { longestAnswer, longestBlank, soundChoice } from './grading/sound-choice.js';
export { drawValues, type DrawnValues } from './grading/variables.js';
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
export { keyFields, keyOf, type BlankKeyFields, type KeyFields } from './key-fields.js';
export { questionUses, versionLifecycle, versionStates, type QuestionUse, type VersionAction, type VersionState } from './lifecycle.js';
export { mediaKind, mostMediaBytes, type MediaKind } from './media-kind.js';
export { reclassified, stateOfReclassified, type Reclassification } from './reclassify.js';
export { authorsOf, restoredState, type VersionRecord } from './version-history.js';
export { standingAfter, stepOf, undoneRetirement, versionFor, type QuestionStanding, type StepRefusal } from './version-step.js';
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
export { readRow, rowFields, writeRows, type RowField, type RowTexts } from './exchange/table/row.js';
export { difficultyOf, ruleWords, typeWords } from './exchange/words.js';
export { readQuestions, textFormats, writeQuestions, type TextFormat } from './exchange/formats.js';
export { scriptText } from './exchange/html-text.js';
export { lineOf, type Line } from './exchange/zh-text/lines.js';
export { readZhLines } from './exchange/zh-text/read-zh-text.js';
export { jsonText, plainQuestion } from './exchange/json/write-json.js';
export { categoryNames, longestCategory } from './exchange/tags.js';
export { fileFormats, guessFormat, type FileFormat } from './exchange/guess-format.js';
export { isHarmless, judge, type Judged, type Judgement } from './exchange/judge.js';
export { fromContent } from './exchange/content/from-content.js';
export { contentAsRead, toContent, type ContentContext, type MappingProblem } from './exchange/content/to-content.js';
export { inlines, placesIn, stemBlocks, type StemBlock, type StemInline } from './stem-blocks.js';
