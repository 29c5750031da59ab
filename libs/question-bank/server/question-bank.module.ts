import { Global, Module } from '@nestjs/common';
import { AnswerKeys } from './data/answer-keys.js';
import { QuestionReader } from './data/question-reader.js';
import { QuestionRepository } from './data/question.repository.js';
import { QuestionsImport } from './import-questions/questions.import.js';
import { StagedQuestions } from './import-questions/staged-questions.js';
import { QuestionsResolver } from './read-questions/questions.resolver.js';

const shared = [QuestionReader, AnswerKeys];

/** Versioned questions and, apart from them, their keys; papers of every kind draw on it, hence global. */
@Global()
@Module({ providers: [...shared, QuestionRepository, StagedQuestions, QuestionsImport, QuestionsResolver], exports: shared })
export class QuestionBankModule {}
