import type { DeskRoute } from '@skillhall/ui/page';

export const impactRoutes: readonly DeskRoute[] = [
  {
    path: 'impact',
    task: 'service',
    permission: 'impact.read',
    rail: { 'zh-CN': '万笔投诉率', 'zh-TW': '每萬筆投訴率', en: 'Complaint rate' },
    load: async () => (await import('./overview-page.js')).OverviewPage,
  },
  {
    path: 'alerts',
    task: 'service',
    permission: 'training.schedule',
    rail: { 'zh-CN': '投诉异常提示', 'zh-TW': '投訴異常提示', en: 'Alerts' },
    load: async () => (await import('./alerts/alerts-page.js')).AlertsPage,
  },
  {
    path: 'studies',
    task: 'service',
    permission: 'impact.read',
    rail: { 'zh-CN': '效果评估', 'zh-TW': '效果評估', en: 'Studies' },
    load: async () => (await import('./studies/studies-page.js')).StudiesPage,
  },
  {
    path: 'studies/planner',
    task: 'service',
    permission: 'impact.read',
    load: async () => (await import('./studies/planner/planner-page.js')).PlannerPage,
  },
  {
    path: 'studies/method',
    task: 'service',
    permission: 'impact.read',
    load: async () => (await import('./studies/method/method-page.js')).MethodPage,
  },
  {
    path: 'studies/:studyId',
    task: 'service',
    permission: 'impact.read',
    load: async () => (await import('./studies/study-page.js')).StudyPage,
  },
  {
    path: 'estimates',
    task: 'service',
    permission: 'impact.read',
    rail: { 'zh-CN': '初步看看', 'zh-TW': '初步看看', en: 'First look' },
    load: async () => (await import('./estimate/estimate-page.js')).EstimatePage,
  },
];

/** The content of a manager's home; the frame of the home shows it. */
export const loadManagerHome = async () => (await import('./home/manager-home.js')).ManagerHome;

/** Alerts for who decides which halls are trained but does not read rates: the trainer's home shows them. */
export const loadAlerts = async () => (await import('./alerts/alerts.js')).Alerts;
