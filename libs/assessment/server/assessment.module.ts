import { registerAuditWords } from '@skillhall/platform/audit';
import { registerErrors } from '@skillhall/platform/i18n';
import { Global, Module } from '@nestjs/common';
import { assessmentAuditWords, assessmentErrors, examErrors, markingErrors, paperErrors, practiceErrors, regradeErrors } from '../domain/index.js';
import { afterSitting, afterSittingFiles } from './after-sitting.js';
import { AuditInvariantsJob } from './audit-invariants/audit-invariants.job.js';
import { CountAskedJob } from './count-asked/count-asked.job.js';
import { AnswerLog } from './data/answer-log.js';
import { AskedVersionsRepository } from './data/asked-versions.repository.js';
import { AskedCounts } from './data/asked-counts.repository.js';
import { AttemptRepository } from './data/attempt.repository.js';
import { GradingRepository } from './data/grading.repository.js';
import { QuizRepository } from './data/quiz.repository.js';
import { BoardRepository } from './data/board.repository.js';
import { CandidateRepository } from './data/candidate.repository.js';
import { ExamRepository } from './data/exam.repository.js';
import { ExamineeSittings } from './data/examinee-sitting.repository.js';
import { PastAnswersRepository } from './data/past-answers.repository.js';
import { PaperRepository } from './data/paper.repository.js';
import { PracticeRepository } from './data/practice.repository.js';
import { SittingRepository } from './data/sitting.repository.js';
import { SittingStore } from './data/sitting-store.js';
import { BoardResolver } from './invigilate/board.resolver.js';
import { CheckInCodes } from './invigilate/check-in-codes.js';
import { InvigilateResolver } from './invigilate/invigilate.resolver.js';
import { Invigilate } from './invigilate/invigilate.service.js';
import { SittingAccess } from './invigilate/sitting-access.js';
import { lateAnswers } from './late-answers.js';
import { ManageExamsResolver } from './manage-exams/manage-exams.resolver.js';
import { ManageExams } from './manage-exams/manage-exams.service.js';
import { ManageSittingsResolver } from './manage-sittings/manage-sittings.resolver.js';
import { ManageSittings } from './manage-sittings/manage-sittings.service.js';
import { MySittingsResolver } from './my-sittings/my-sittings.resolver.js';
import { onPaper } from './on-paper.js';
import { PapersController } from './paper-forms/papers.controller.js';
import { DrawPapers } from './prepare-papers/draw-papers.service.js';
import { ExamPool } from './prepare-papers/exam-pool.js';
import { PreparePapersJob } from './prepare-papers/prepare-papers.job.js';
import { SourceFrames } from './prepare-papers/source-frames.js';
import { BlueprintsResolver } from './read-exams/blueprints.resolver.js';
import { ExamsResolver } from './read-exams/exams.resolver.js';
import { RollController } from './read-sittings/roll.controller.js';
import { SittingLoader } from './read-sittings/sitting.loader.js';
import { SittingsResolver } from './read-sittings/sittings.resolver.js';
import { RecordEventsResolver } from './record-events/record-events.resolver.js';
import { RecordEvents } from './record-events/record-events.service.js';
import { StartSittingResolver } from './start-sitting/start-sitting.resolver.js';
import { CheckInByCode } from './start-sitting/check-in-by-code.js';
import { StartRush } from './start-sitting/rush.js';
import { StartSitting } from './start-sitting/start-sitting.service.js';
import { AnswerPractice } from './practise/answer-practice.service.js';
import { PracticeAnswers } from './practise/practice-answers.js';
import { PracticeBook } from './practise/practice-book.js';
import { PracticeGate } from './practise/practice-gate.js';
import { PracticeHomeService } from './practise/practice-home.service.js';
import { PracticeResolver } from './practise/practice.resolver.js';
import { StartMock } from './practise/start-mock.service.js';
import { StartPractice } from './practise/start-practice.service.js';
import { ExamineeDatabase } from './examinee.js';
import { PrepareQuiz } from './prepare-quiz/prepare-quiz.service.js';
import { AskedMediaController } from './read-attempts/asked-media.controller.js';
import { AttemptLoader } from './read-attempts/attempt.loader.js';
import { AttemptsResolver, QuizResolver } from './read-attempts/attempts.resolver.js';
import { OpenPapers } from './read-attempts/open-papers.js';
import { ReviewService } from './read-attempts/review.service.js';
import { AnswerBatcher } from './save-answer/answer-batcher.js';
import { PaperCache } from './save-answer/paper-cache.js';
import { SaveAnswerResolver } from './save-answer/save-answer.resolver.js';
import { SaveAnswerService } from './save-answer/save-answer.service.js';
import { QuizSources } from './start-attempt/quiz-sources.js';
import { StartAttemptResolver } from './start-attempt/start-attempt.resolver.js';
import { StartAttemptService } from './start-attempt/start-attempt.service.js';
import { CloseAttempt } from './submit-attempt/close-attempt.service.js';
import { OwnAttemptReader } from './read-attempts/own-attempt.reader.js';
import { SubmitAttemptResolver } from './submit-attempt/submit-attempt.resolver.js';
import { SubmitOverdueJob } from './submit-attempt/submit-overdue.job.js';

const data = [AnswerLog, AttemptRepository, GradingRepository, QuizRepository, ExamineeDatabase];
const reads = [AskedVersionsRepository, AttemptLoader, OpenPapers, ReviewService, QuizResolver, AttemptsResolver];
const saving = [AnswerBatcher, PaperCache, SaveAnswerService, SaveAnswerResolver];
const examData = [ExamRepository, SittingRepository, SittingStore, CandidateRepository, BoardRepository, PaperRepository, ExamineeSittings];
const papers = [ExamPool, SourceFrames, DrawPapers, PreparePapersJob];
const exams = [ManageExams, ManageExamsResolver, ExamsResolver, BlueprintsResolver];
const sittings = [SittingLoader, SittingAccess, SittingsResolver, ManageSittings, ManageSittingsResolver, CheckInCodes, Invigilate, InvigilateResolver, BoardResolver];
const sitting = [MySittingsResolver, RecordEvents, RecordEventsResolver, CheckInByCode, StartRush, StartSitting, StartSittingResolver];
const practising = [PracticeRepository, PastAnswersRepository, PracticeGate, PracticeBook, PracticeAnswers, PracticeHomeService, StartPractice, StartMock, AnswerPractice, PracticeResolver];
const closing = [CloseAttempt, OwnAttemptReader, SubmitAttemptResolver, SubmitOverdueJob, AuditInvariantsJob, AskedCounts, CountAskedJob];

/** Quizzes, examinations and attempts: what was answered, when, and how it was graded. */
@Global()
@Module({
  controllers: [AskedMediaController, PapersController, RollController, ...afterSittingFiles],
  providers: [...data, ...reads, ...saving, ...closing, ...examData, ...papers, ...exams, ...sittings, ...sitting, ...practising, ...afterSitting, ...lateAnswers, ...onPaper, PrepareQuiz, QuizSources, StartAttemptService, StartAttemptResolver],
  exports: [PrepareQuiz, OpenPapers, CloseAttempt],
})
export class AssessmentModule {
  constructor() {
    registerErrors({ ...assessmentErrors, ...examErrors, ...practiceErrors, ...markingErrors, ...regradeErrors, ...paperErrors });
    registerAuditWords(assessmentAuditWords);
  }
}
