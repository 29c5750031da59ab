import type { DeskRoute } from '@skillhall/ui/page';

export const questionBankRoutes: readonly DeskRoute[] = [
  {
    path: 'questions',
    task: 'questions',
    permission: 'question.read',
    rail: { 'zh-CN': '题库', 'zh-TW': '題庫', en: 'Question bank' },
    beforeUnits: true,
    load: async () => (await import('./list/questions-page.js')).QuestionsPage,
  },
  { path: 'questions/new', task: 'questions', permission: 'question.manage', load: async () => (await import('./editor/editor-page.js')).NewQuestionPage },
  { path: 'questions/import', task: 'questions', permission: 'question.manage', load: async () => (await import('./import/import-page.js')).ImportQuestionsPage },
  { path: 'questions/review', task: 'questions', permission: 'question.review', load: async () => (await import('./review/review-page.js')).ReviewPage },
  { path: 'questions/duplicates', task: 'questions', permission: 'question.manage', load: async () => (await import('./duplicates/duplicates-page.js')).DuplicatesPage },
  { path: 'questions/:questionId/edit', task: 'questions', permission: 'question.manage', load: async () => (await import('./editor/editor-page.js')).EditQuestionPage },
];
