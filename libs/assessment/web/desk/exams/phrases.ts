import { definePhrases } from '@skillhall/ui/i18n';

export const phrases = definePhrases('exam-desk', {
  'zh-CN': {
    exams: '考试',
    newExam: '新建考试',
    state: '状态',
    draft: '草稿',
    published: '已发布',
    archived: '已归档',
    minutes: '时长（分钟）',
    passMark: '及格线（%）',
  },
  'zh-TW': {
    exams: '考試',
    newExam: '新增考試',
    state: '狀態',
    draft: '草稿',
    published: '已發布',
    archived: '已封存',
    minutes: '時間（分鐘）',
    passMark: '及格線（%）',
  },
  en: {
    exams: 'Exams',
    newExam: 'New exam',
    state: 'State',
    draft: 'draft',
    published: 'published',
    archived: 'archived',
    minutes: 'Minutes',
    passMark: 'Pass mark (%)',
  },
});
