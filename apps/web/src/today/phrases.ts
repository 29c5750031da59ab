import { definePhrases } from '@skillhall/ui/i18n';

export const phrases = definePhrases('today', {
  'zh-CN': {
    title: '今日',
    morning: '早上好，{{name}}',
    afternoon: '下午好，{{name}}',
    evening: '晚上好，{{name}}',
    tracks: '各类培训进度',
    noPerson: '这个账号不是员工账号',
    noPersonText: '学习内容按员工安排。要看管理内容，请去工作台。',
    toDesk: '去工作台',
  },
  'zh-TW': {
    title: '今日',
    morning: '早安，{{name}}',
    afternoon: '午安，{{name}}',
    evening: '晚安，{{name}}',
    tracks: '各類培訓進度',
    noPerson: '這個帳號不是員工帳號',
    noPersonText: '學習內容依員工安排。要看管理內容，請到工作檯。',
    toDesk: '前往工作檯',
  },
  en: {
    title: 'Today',
    morning: 'Good morning, {{name}}',
    afternoon: 'Good afternoon, {{name}}',
    evening: 'Good evening, {{name}}',
    tracks: 'Progress by track',
    noPerson: 'This account is not a member of staff',
    noPersonText: 'Learning is set for staff. Administration is at the desk.',
    toDesk: 'To the desk',
  },
});
