import type { LearnerRoute } from '@skillhall/ui/page';

export { learningDeskRoutes, loadHrHome, loadTrainerHome } from './desk/index.js';
export { LearningRecord } from './components/learning-record.js';
export { NextLesson } from './components/next-lesson.js';
export { TrackRings } from './components/track-rings.js';
export { myCoursesQuery, myLearningQuery } from './documents.js';

export const learningRoutes: readonly LearnerRoute[] = [
  { path: '/learn', permission: 'course.learn', load: async () => (await import('./pages/learn-page.js')).LearnPage },
  { path: '/learn/:courseId', permission: 'course.learn', load: async () => (await import('./pages/course-page.js')).CoursePage },
  { path: '/learn/article/:activityId', permission: 'course.learn', load: async () => (await import('./pages/article-page.js')).ArticlePage },
];
