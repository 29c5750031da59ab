export { questionBankDatabase } from './data/database-part.js';
export { AnswerKeys, type AnswerKey } from './data/answer-keys.js';
export { QuestionPool, type PoolQuestion, type QuestionFrame } from './data/question-pool.js';
export { QuestionReader, type PutQuestion, type UsableQuestion } from './data/question-reader.js';
export { KEY_WITHHOLDING, type KeyWithholding } from './key-withholding.js';
export { QuestionBankModule } from './question-bank.module.js';
export { FaceType, QuestionBlankType, QuestionMediaType, QuestionOptionType, QuestionTypeEnum } from './content/content.types.js';
export { mediaAnswer } from './media/question-media.controller.js';
export { QuestionMediaFiles } from './media/question-media.js';
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
