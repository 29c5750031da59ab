import type { LearnerRoute } from '@skillhall/ui/page';

export { OpenAttemptCard, useOpenAttempt } from './components/open-attempt.js';
export { deviceOutbox } from './outbox/device-outbox.js';
export { unsentCount } from './outbox/unsent-count.js';

export const assessmentRoutes: readonly LearnerRoute[] = [
  { path: '/quiz/:quizId', permission: 'quiz.take', load: async () => (await import('./pages/quiz-page.js')).QuizPage },
  { path: '/attempt/:attemptId', permission: 'quiz.take', alone: true, load: async () => (await import('./pages/attempt-page.js')).AttemptPage },
];
