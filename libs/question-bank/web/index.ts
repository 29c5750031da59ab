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
  { path: 'questions/:questionId/edit', task: 'questions', permission: 'question.manage', load: async () => (await import('./editor/editor-page.js')).EditQuestionPage },
];
