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
    path: 'estimates',
    task: 'service',
    permission: 'impact.read',
    rail: { 'zh-CN': '效果评估', 'zh-TW': '效果評估', en: 'Estimates' },
    load: async () => (await import('./estimate/estimate-page.js')).EstimatePage,
  },
];

/** The content of a manager's home; the frame of the home shows it. */
export const loadManagerHome = async () => (await import('./home/manager-home.js')).ManagerHome;
