import { assessmentRoutes } from '@skillhall/assessment/web';
import { learningRoutes } from '@skillhall/learning/web';
import type { LearnerRoute } from '@skillhall/ui/page';

/** Every page of the phone shell. */
export const learnerRoutes: readonly LearnerRoute[] = [
  { path: '/today', load: async () => (await import('./today/today-page.js')).TodayPage },
  { path: '/compete', load: async () => (await import('./shell/compete-page.js')).CompetePage },
  { path: '/me', load: async () => (await import('./account/me-page.js')).MePage },
  { path: '/me/sessions', load: async () => (await import('./account/sessions-page.js')).SessionsPage },
  { path: '/me/password', load: async () => (await import('./account/password-page.js')).PasswordPage },
  ...learningRoutes,
  ...assessmentRoutes,
];
