import { registerAuditWords } from '@skillhall/platform/audit';
import { registerErrors } from '@skillhall/platform/i18n';
import { Global, Module } from '@nestjs/common';
import { questionAuditWords, questionErrors } from '../domain/index.js';
import { AnswerKeys } from './data/answer-keys.js';
import { CategoryRepository } from './data/category.repository.js';
import { DuplicateRepository } from './data/duplicate.repository.js';
import { ExportRepository } from './data/export.repository.js';
import { MediaRepository } from './data/media.repository.js';
import { PracticeBank } from './data/practice-bank.js';
import { QuestionNumbers } from './data/question-numbers.js';
import { QuestionPool } from './data/question-pool.js';
import { QuestionReader } from './data/question-reader.js';
import { QuestionRepository } from './data/question.repository.js';
import { QuestionSteps } from './data/question-steps.js';
import { QuestionTexts } from './data/question-texts.js';
import { VersionRepository } from './data/version.repository.js';
import { VersionWriter } from './data/version-writer.js';
import { EditQuestionsResolver } from './edit-questions/edit-questions.resolver.js';
import { EditQuestionsService } from './edit-questions/edit-questions.service.js';
import { ExportQuestionsJob } from './export-questions/export-questions.job.js';
import { ExportQuestionsResolver } from './export-questions/export-questions.resolver.js';
import { GatherQuestions } from './export-questions/gather-questions.js';
import { CompareQuestionsJob } from './find-duplicates/compare-questions.job.js';
import { DuplicatesResolver, SimilarQuestionsResolver } from './find-duplicates/duplicates.resolver.js';
import { ImportPlaces } from './import-questions/import-place.js';
import { QuestionsImport } from './import-questions/questions.import.js';
import { StagedCategories } from './import-questions/staged-categories.js';
import { StagedNumbers } from './import-questions/staged-numbers.js';
import { StagedQuestions } from './import-questions/staged-questions.js';
import { CategoriesResolver } from './manage-categories/categories.resolver.js';
import { CategoriesService } from './manage-categories/categories.service.js';
import { QuestionMediaController } from './media/question-media.controller.js';
import { QuestionMediaFiles } from './media/question-media.js';
import { AuthorKeys } from './read-questions/author-keys.js';
import { PartKeysResolver, QuestionKeysResolver, VersionKeysResolver } from './read-questions/keys.resolver.js';
import { QuestionLoader } from './read-questions/question.loader.js';
import { QuestionsResolver } from './read-questions/questions.resolver.js';
import { VersionsResolver } from './read-questions/versions.resolver.js';
import { ReviseKey } from './revise-key/revise-key.service.js';
import { SaveQuestionResolver } from './save-question/save-question.resolver.js';
import { SaveQuestionService } from './save-question/save-question.service.js';
import { QuestionMoves } from './step-questions/question-moves.js';
import { QuestionSelections } from './step-questions/selection.js';
import { StepQuestionsResolver } from './step-questions/step-questions.resolver.js';
import { StepQuestionsService } from './step-questions/step-questions.service.js';

const shared = [QuestionReader, QuestionPool, PracticeBank, AnswerKeys, QuestionMediaFiles, ReviseKey];
const data = [QuestionRepository, VersionRepository, CategoryRepository, VersionWriter, QuestionSteps, QuestionTexts, QuestionNumbers, MediaRepository, DuplicateRepository];
const reading = [AuthorKeys, QuestionLoader, QuestionsResolver, VersionsResolver, QuestionKeysResolver, PartKeysResolver, VersionKeysResolver];
const writing = [SaveQuestionService, SaveQuestionResolver, QuestionMoves, QuestionSelections, StepQuestionsService, StepQuestionsResolver, EditQuestionsService, EditQuestionsResolver, CategoriesService, CategoriesResolver];
const comparing = [CompareQuestionsJob, DuplicatesResolver, SimilarQuestionsResolver];
const exporting = [ExportRepository, GatherQuestions, ExportQuestionsJob, ExportQuestionsResolver];
const importing = [ImportPlaces, StagedNumbers, StagedCategories, StagedQuestions, QuestionsImport];

/** Versioned questions and, apart from them, their keys; papers of every kind draw on it, hence global. Needs `KEY_WITHHOLDING` from the application. */
@Global()
@Module({ controllers: [QuestionMediaController], providers: [...shared, ...data, ...reading, ...writing, ...comparing, ...importing, ...exporting], exports: shared })
export class QuestionBankModule {
  constructor() {
    registerErrors(questionErrors);
    registerAuditWords(questionAuditWords);
  }
}
