export { questionBankDatabase } from './data/database-part.js';
export { AnswerKeys, type AnswerKey } from './data/answer-keys.js';
export { PracticeBank, type PracticeChapterRow, type VersionPlaceRow } from './data/practice-bank.js';
export { QuestionPool, type AskedVersion, type PoolQuestion, type QuestionFrame } from './data/question-pool.js';
export { QuestionReader, type PutQuestion, type UsableQuestion } from './data/question-reader.js';
export { KEY_WITHHOLDING, type KeyWithholding } from './key-withholding.js';
export { QuestionBankModule } from './question-bank.module.js';
export { FaceType, KeyFieldsType, QuestionBlankType, QuestionMediaType, QuestionOptionType, QuestionTypeEnum } from './content/content.types.js';
export { mediaAnswer } from './media/question-media.controller.js';
export { CategoriesService } from './manage-categories/categories.service.js';
export { QuestionMediaFiles } from './media/question-media.js';
export { SaveQuestionService } from './save-question/save-question.service.js';
export { StepQuestionsService } from './step-questions/step-questions.service.js';
export { ReviseKey, type KeyCorrection, type RevisionFailure } from './revise-key/revise-key.service.js';
export {
  lossSentence,
  QuestionFileError,
  questionFileErrors,
  readableFormats,
  readingSentence,
  readQuestionFile,
  writableFormats,
  writeQuestionFile,
  type ReadableFormat,
  type WritableFormat,
  type WrittenFile,
} from './exchange/question-file.js';
