import { definePhrases } from '@skillhall/ui/i18n';

export const listPhrases = definePhrases('sitting-list', {
  'zh-CN': {
    sitting: '场次',
    sittingsLead: '谁在什么时候、在哪里考。开考后点进去就是监考页面。',
    sittingsHelp: '试卷在开考前半小时抽好。开考后只能延时、登记情况、代交或结束，每一步都留有记录。',
    searchSitting: '搜索场次或地点',
    submittedCount: '已交卷',
    noSittings: '还没有场次',
    noSittingsText: '先发布一份考试，再在这里安排时间和人员。',
  },
  'zh-TW': {
    sitting: '場次',
    sittingsLead: '誰在什麼時候、在哪裡考。開考後點進去就是監考頁面。',
    sittingsHelp: '試卷在開考前半小時抽好。開考後只能延時、登記情況、代交或結束，每一步都留有紀錄。',
    searchSitting: '搜尋場次或地點',
    submittedCount: '已交卷',
    noSittings: '還沒有場次',
    noSittingsText: '先發布一份考試，再在這裡安排時間和人員。',
  },
  en: {
    sitting: 'Sitting',
    sittingsLead: 'Who sits what, when and where. Once it is open, its page is the invigilator’s board.',
    sittingsHelp: 'Papers are drawn half an hour before. Once open, only more time, notes, handing in and ending are left, and each stays on record.',
    searchSitting: 'Search title or place',
    submittedCount: 'Handed in',
    noSittings: 'No sittings yet',
    noSittingsText: 'Publish an exam, then plan time and people here.',
  },
});
