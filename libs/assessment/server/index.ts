export { AssessmentModule } from './assessment.module.js';
export { assessmentDatabase } from './data/database-part.js';
export { assessmentInvariants } from './data/invariants.js';
export { PrepareQuiz, type QuizRequest } from './prepare-quiz/prepare-quiz.service.js';
export { OpenPapers } from './read-attempts/open-papers.js';
export { CloseAttempt } from './submit-attempt/close-attempt.service.js';
