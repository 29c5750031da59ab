import { registerErrors } from '@skillhall/platform/i18n';
import { Global, Module } from '@nestjs/common';
import { questionErrors } from '../domain/index.js';
import { AnswerKeys } from './data/answer-keys.js';
import { CategoryRepository } from './data/category.repository.js';
import { QuestionReader } from './data/question-reader.js';
import { QuestionRepository } from './data/question.repository.js';
import { QuestionSteps } from './data/question-steps.js';
import { QuestionTexts } from './data/question-texts.js';
import { VersionRepository } from './data/version.repository.js';
import { VersionWriter } from './data/version-writer.js';
import { QuestionsImport } from './import-questions/questions.import.js';
import { StagedQuestions } from './import-questions/staged-questions.js';
import { AuthorKeys } from './read-questions/author-keys.js';
import { PartKeysResolver, QuestionKeysResolver, VersionKeysResolver } from './read-questions/keys.resolver.js';
import { QuestionLoader } from './read-questions/question.loader.js';
import { QuestionsResolver } from './read-questions/questions.resolver.js';
import { VersionsResolver } from './read-questions/versions.resolver.js';

const shared = [QuestionReader, AnswerKeys];
const data = [QuestionRepository, VersionRepository, CategoryRepository, VersionWriter, QuestionSteps, QuestionTexts];
const reading = [AuthorKeys, QuestionLoader, QuestionsResolver, VersionsResolver, QuestionKeysResolver, PartKeysResolver, VersionKeysResolver];
const importing = [StagedQuestions, QuestionsImport];

/** Versioned questions and, apart from them, their keys; papers of every kind draw on it, hence global. Needs `KEY_WITHHOLDING` from the application. */
@Global()
@Module({ providers: [...shared, ...data, ...reading, ...importing], exports: shared })
export class QuestionBankModule {
  constructor() {
    registerErrors(questionErrors);
  }
}
