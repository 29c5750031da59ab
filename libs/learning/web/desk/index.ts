import type { DeskRoute } from '@skillhall/ui/page';

export const learningDeskRoutes: readonly DeskRoute[] = [
  {
    path: 'courses',
    task: 'training',
    permission: 'learning-record.read',
    rail: { 'zh-CN': '课程', 'zh-TW': '課程', en: 'Courses' },
    beforeUnits: true,
    load: async () => (await import('./courses/courses-page.js')).CoursesPage,
  },
  {
    path: 'courses/:courseId',
    task: 'training',
    permission: 'learning-record.read',
    beforeUnits: true,
    load: async () => (await import('./courses/course-page.js')).CoursePage,
  },
  {
    path: 'records',
    task: 'training',
    permission: 'learning-record.read',
    rail: { 'zh-CN': '学习记录', 'zh-TW': '學習紀錄', en: 'Learning records' },
    load: async () => (await import('./records/records-page.js')).RecordsPage,
  },
  {
    path: 'records/without',
    task: 'training',
    permission: 'learning-record.read',
    load: async () => (await import('./records/without-page.js')).WithoutPage,
  },
  {
    path: 'training',
    task: 'training',
    permission: 'learning-record.read',
    rail: { 'zh-CN': '培训安排', 'zh-TW': '培訓安排', en: 'Training schedule' },
    load: async () => (await import('./training/training-page.js')).TrainingPage,
  },
  {
    path: 'training/lotteries',
    task: 'training',
    permission: 'learning-record.read',
    load: async () => (await import('./training/lotteries-page.js')).LotteriesPage,
  },
];

/** What stands in the homes of HR and of trainers; the frame of the home shows it. */
export const loadHrHome = async () => (await import('./home/hr-home.js')).HrHome;
export const loadTrainerHome = async () => (await import('./home/trainer-home.js')).TrainerHome;
