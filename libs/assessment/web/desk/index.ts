import type { DeskRoute } from '@skillhall/ui/page';

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
  {
    path: 'marking',
    task: 'questions',
    permission: 'exam.mark',
    rail: { 'zh-CN': '阅卷', 'zh-TW': '閱卷', en: 'Marking' },
    load: async () => (await import('./marking/marking-page.js')).MarkingPage,
  },
  { path: 'marking/:examId', task: 'questions', permission: 'exam.mark', load: async () => (await import('./marking/queue-page.js')).QueuePage },
  { path: 'marking/:examId/answer', task: 'questions', permission: 'exam.mark', load: async () => (await import('./marking/answer-page.js')).AnswerPage },
  { path: 'sittings/:sittingId/candidates', task: 'questions', permission: ['exam.invigilate', 'exam.manage'], load: async () => (await import('./sittings/candidates-page.js')).CandidatesPage },
];
