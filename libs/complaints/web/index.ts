import type { DeskRoute } from '@skillhall/ui/page';

export const complaintsRoutes: readonly DeskRoute[] = [
  {
    path: 'complaints',
    task: 'service',
    permission: 'complaint.read',
    rail: { 'zh-CN': '投诉登记', 'zh-TW': '投訴登記', en: 'Complaints' },
    load: async () => (await import('./complaints-page.js')).ComplaintsPage,
  },
  {
    path: 'volume-gaps',
    task: 'service',
    permission: 'complaint.read',
    rail: { 'zh-CN': '缺报检查', 'zh-TW': '缺報檢查', en: 'Missing figures' },
    load: async () => (await import('./gaps-page.js')).GapsPage,
  },
  {
    path: 'counting-rules',
    task: 'service',
    permission: 'complaint.read',
    rail: { 'zh-CN': '统计口径变化', 'zh-TW': '統計口徑變化', en: 'Rules of counting' },
    load: async () => (await import('./rules-page.js')).RulesPage,
  },
];
