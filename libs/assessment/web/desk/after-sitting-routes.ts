import type { DeskRoute } from '@skillhall/ui/page';

/** What is done with papers once they are in. */
export const afterSittingRoutes: readonly DeskRoute[] = [
  {
    path: 'marking',
    task: 'questions',
    permission: 'exam.mark',
    rail: { 'zh-CN': '阅卷', 'zh-TW': '閱卷', en: 'Marking' },
    load: async () => (await import('./marking/marking-page.js')).MarkingPage,
  },
  { path: 'marking/:examId', task: 'questions', permission: 'exam.mark', load: async () => (await import('./marking/queue-page.js')).QueuePage },
  { path: 'marking/:examId/answer', task: 'questions', permission: 'exam.mark', load: async () => (await import('./marking/answer-page.js')).AnswerPage },
  {
    path: 'results',
    task: 'questions',
    permission: 'exam.read-results',
    rail: { 'zh-CN': '考试成绩', 'zh-TW': '考試成績', en: 'Exam results' },
    load: async () => (await import('./results/results-page.js')).ResultsPage,
  },
  { path: 'results/:examId', task: 'questions', permission: 'exam.read-results', load: async () => (await import('./results/exam-results-page.js')).ExamResultsPage },
  { path: 'results/papers/:attemptId', task: 'questions', permission: 'exam.read-results', load: async () => (await import('./results/paper-page.js')).PaperPage },
  { path: 'items/:examId', task: 'questions', permission: 'exam.manage', load: async () => (await import('./items/items-page.js')).ItemsPage },
  { path: 'regrade/:examId/:questionId', task: 'questions', permission: 'exam.manage', load: async () => (await import('./regrade/regrade-page.js')).RegradePage },
];
