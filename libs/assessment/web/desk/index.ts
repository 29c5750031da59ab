import type { DeskRoute } from '@skillhall/ui/page';
import { afterSittingRoutes } from './after-sitting-routes.js';

export const assessmentDeskRoutes: readonly DeskRoute[] = [
  {
    path: 'exams',
    task: 'questions',
    permission: 'exam.manage',
    rail: { 'zh-CN': '考试', 'zh-TW': '考試', en: 'Exams' },
    load: async () => (await import('./exams/exams-page.js')).ExamsPage,
  },
  { path: 'exams/:examId', task: 'questions', permission: 'exam.manage', load: async () => (await import('./exams/exam-page.js')).ExamPage },
  {
    path: 'sittings',
    task: 'questions',
    permission: ['exam.invigilate', 'exam.manage'],
    rail: { 'zh-CN': '考试场次', 'zh-TW': '考試場次', en: 'Sittings' },
    load: async () => (await import('./sittings/sittings-page.js')).SittingsPage,
  },
  { path: 'sittings/:sittingId', task: 'questions', permission: ['exam.invigilate', 'exam.manage'], load: async () => (await import('./sittings/board-page.js')).BoardPage },
  { path: 'sittings/:sittingId/papers', task: 'questions', permission: 'exam.manage', load: async () => (await import('./paper/papers-page.js')).PapersPage },
  { path: 'sittings/:sittingId/papers/enter', task: 'questions', permission: 'exam.manage', load: async () => (await import('./paper/entry-page.js')).EntryPage },
  { path: 'sittings/:sittingId/candidates', task: 'questions', permission: ['exam.invigilate', 'exam.manage'], load: async () => (await import('./sittings/candidates-page.js')).CandidatesPage },
  ...afterSittingRoutes,
];
