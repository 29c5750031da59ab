import type { DeskRoute } from '@skillhall/ui/page';

export const complaintsRoutes: readonly DeskRoute[] = [
  {
    path: 'complaints',
    task: 'service',
    permission: 'complaint.read',
    rail: { 'zh-CN': '投诉登记', 'zh-TW': '投訴登記', en: 'Complaints' },
    load: async () => (await import('./complaints-page.js')).ComplaintsPage,
  },
];
