export { AssessmentModule } from './assessment.module.js';
export { assessmentDatabase } from './data/database-part.js';
export { assessmentInvariants } from './data/invariants.js';
export { ManageExams } from './manage-exams/manage-exams.service.js';
export { ManageSittings } from './manage-sittings/manage-sittings.service.js';
export { PreparePapersJob } from './prepare-papers/prepare-papers.job.js';
export { PrepareQuiz, type QuizRequest } from './prepare-quiz/prepare-quiz.service.js';
export { OpenPapers } from './read-attempts/open-papers.js';
export { CloseAttempt } from './submit-attempt/close-attempt.service.js';
