import type { LearnerRoute } from '@skillhall/ui/page';

export { assessmentDeskRoutes } from './desk/index.js';
export { UrgentExams } from './components/urgent-exams.js';
export { deviceOutbox } from './outbox/device-outbox.js';
export { unsentCount } from './outbox/unsent-count.js';

export const assessmentRoutes: readonly LearnerRoute[] = [
  { path: '/quiz/:quizId', permission: 'quiz.take', load: async () => (await import('./pages/quiz-page.js')).QuizPage },
  { path: '/exams', permission: 'quiz.take', load: async () => (await import('./pages/my-sittings-page.js')).MySittingsPage },
  { path: '/sitting/:sittingId', permission: 'quiz.take', load: async () => (await import('./pages/sitting-page.js')).SittingPage },
  { path: '/practice', permission: 'quiz.take', load: async () => (await import('./pages/practice-page.js')).PracticePage },
  { path: '/practice/missed', permission: 'quiz.take', load: async () => (await import('./pages/missed-page.js')).MissedPage },
  { path: '/practice/:practiceId', permission: 'quiz.take', alone: true, load: async () => (await import('./pages/round-page.js')).RoundPage },
  { path: '/attempt/:attemptId', permission: 'quiz.take', alone: true, load: async () => (await import('./pages/attempt-page.js')).AttemptPage },
];

/** Delivers answers of practice left on this device; loaded beside the app, which does not wait for it. */
export const deliverPractice = async (): Promise<void> => void (await (await import('./practice/device-practice.js')).devicePractice());
