import { registerErrors } from '@skillhall/platform/i18n';
import { Global, Module } from '@nestjs/common';
import { assessmentErrors } from '../domain/index.js';
import { AnswerLog } from './data/answer-log.js';
import { AttemptRepository } from './data/attempt.repository.js';
import { GradingRepository } from './data/grading.repository.js';
import { QuizRepository } from './data/quiz.repository.js';
import { ExamineeDatabase } from './examinee.js';
import { PrepareQuiz } from './prepare-quiz/prepare-quiz.service.js';
import { AttemptLoader } from './read-attempts/attempt.loader.js';
import { AttemptsResolver, QuizResolver } from './read-attempts/attempts.resolver.js';
import { OpenPapers } from './read-attempts/open-papers.js';
import { ReviewService } from './read-attempts/review.service.js';
import { AnswerBatcher } from './save-answer/answer-batcher.js';
import { PaperCache } from './save-answer/paper-cache.js';
import { SaveAnswerResolver } from './save-answer/save-answer.resolver.js';
import { SaveAnswerService } from './save-answer/save-answer.service.js';
import { StartAttemptResolver } from './start-attempt/start-attempt.resolver.js';
import { StartAttemptService } from './start-attempt/start-attempt.service.js';
import { CloseAttempt } from './submit-attempt/close-attempt.service.js';
import { SubmitAttemptResolver } from './submit-attempt/submit-attempt.resolver.js';
import { SubmitOverdueJob } from './submit-attempt/submit-overdue.job.js';

const data = [AnswerLog, AttemptRepository, GradingRepository, QuizRepository, ExamineeDatabase];
const reads = [AttemptLoader, OpenPapers, ReviewService, QuizResolver, AttemptsResolver];
const saving = [AnswerBatcher, PaperCache, SaveAnswerService, SaveAnswerResolver];
const closing = [CloseAttempt, SubmitAttemptResolver, SubmitOverdueJob];

/** Quizzes and attempts: what was answered, when, and how it was graded. */
@Global()
@Module({
  providers: [...data, ...reads, ...saving, ...closing, PrepareQuiz, StartAttemptService, StartAttemptResolver],
  exports: [PrepareQuiz, OpenPapers, CloseAttempt],
})
export class AssessmentModule {
  constructor() {
    registerErrors(assessmentErrors);
  }
}
