export { questionBankDatabase } from './data/database-part.js';
export { AnswerKeys, type AnswerKey } from './data/answer-keys.js';
export { QuestionPool, type PoolQuestion, type QuestionFrame } from './data/question-pool.js';
export { QuestionReader, type PutQuestion, type UsableQuestion } from './data/question-reader.js';
export { KEY_WITHHOLDING, type KeyWithholding } from './key-withholding.js';
export { QuestionBankModule } from './question-bank.module.js';
export { FaceType, QuestionMediaType, QuestionOptionType, QuestionTypeEnum } from './content/content.types.js';
