import { definePhrases } from '../i18n/index.js';

export const phrases = definePhrases('table', {
  'zh-CN': {
    total: '共 {{n}} 条',
    none: '没有符合条件的记录',
    noneHint: '换个条件，或清除筛选再看。',
    clearFilters: '清除筛选',
    exportSeen: '导出',
    exporting: '正在导出 {{done}} / {{total}}',
    selected: '已选 {{n}} 条',
    clearSelection: '取消选择',
    tooMany: '最多导出 {{n}} 条，请先缩小范围。',
  },
  'zh-TW': {
    total: '共 {{n}} 筆',
    none: '沒有符合條件的紀錄',
    noneHint: '換個條件，或清除篩選再看。',
    clearFilters: '清除篩選',
    exportSeen: '匯出',
    exporting: '匯出中 {{done}} / {{total}}',
    selected: '已選 {{n}} 筆',
    clearSelection: '取消選取',
    tooMany: '最多匯出 {{n}} 筆，請先縮小範圍。',
  },
  en: {
    total: '{{n}} in all',
    none: 'Nothing matches',
    noneHint: 'Change the conditions, or clear the filters.',
    clearFilters: 'Clear filters',
    exportSeen: 'Export',
    exporting: 'Exporting {{done}} of {{total}}',
    selected: '{{n}} selected',
    clearSelection: 'Clear selection',
    tooMany: 'At most {{n}} rows can be exported; narrow it down first.',
  },
});
