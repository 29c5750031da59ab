/** What the deeds of this capability are called in the audit log. */
export const complaintsAuditWords = {
  actions: {
    'taxonomy.noted': { 'zh-CN': '登记统计口径变化', 'zh-TW': '登記統計口徑變化', en: 'noted a change in the rules of counting' },
    'taxonomy.removed': { 'zh-CN': '删除统计口径变化', 'zh-TW': '刪除統計口徑變化', en: 'removed a change in the rules of counting' },
  },
  subjects: { taxonomy: { 'zh-CN': '统计口径', 'zh-TW': '統計口徑', en: 'rules of counting' } },
} as const;
