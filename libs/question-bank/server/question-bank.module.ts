import { registerErrors } from '@skillhall/platform/i18n';
import { Global, Module } from '@nestjs/common';
import { questionErrors } from '../domain/index.js';
import { AnswerKeys } from './data/answer-keys.js';
import { QuestionReader } from './data/question-reader.js';
import { QuestionRepository } from './data/question.repository.js';
import { QuestionsImport } from './import-questions/questions.import.js';
import { StagedQuestions } from './import-questions/staged-questions.js';
import { AuthorKeys } from './read-questions/author-keys.js';
import { QuestionsResolver } from './read-questions/questions.resolver.js';

const shared = [QuestionReader, AnswerKeys];

/** Versioned questions and, apart from them, their keys; papers of every kind draw on it, hence global. Needs `KEY_WITHHOLDING` from the application. */
@Global()
@Module({ providers: [...shared, QuestionRepository, StagedQuestions, QuestionsImport, AuthorKeys, QuestionsResolver], exports: shared })
export class QuestionBankModule {
  constructor() {
    registerErrors(questionErrors);
  }
}
