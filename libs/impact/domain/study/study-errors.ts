import { defineErrors } from '@skillhall/kernel';

/** What may stand in the way of declaring, locking and running studies. */
export const studyErrors = defineErrors({
  STUDY_CHANGED: {
    'zh-CN': '这项评估刚被别人改过，请刷新后再改，您填写的内容还在页面上。',
    'zh-TW': '這項評估剛被別人改過，請重新整理後再改，您填寫的內容還在頁面上。',
    en: 'Somebody has just changed this study; reload before you change it. What you wrote is still on the page.',
  },
  STUDY_STATE: {
    'zh-CN': '评估现在的状态不能这样操作；方案锁定后不再改动，要改请另立一项评估并注明替代哪一项。',
    'zh-TW': '評估目前的狀態不能這樣操作；方案鎖定後不再更動，要改請另立一項評估並註明替代哪一項。',
    en: 'The study cannot do that in its present state; a locked plan no longer changes. Declare a new study that names this one.',
  },
  STUDY_RUNNING: { 'zh-CN': '上一次计算还没有结束。', 'zh-TW': '上一次計算還沒有結束。', en: 'The previous run has not ended yet.' },
  STUDY_REASON_NEEDED: {
    'zh-CN': '重新计算要写明原因，它会和结果一起留存。',
    'zh-TW': '重新計算要寫明原因，它會和結果一起留存。',
    en: 'Say why it is run again; the reason is kept with the result.',
  },
  STUDY_NO_HISTORY: {
    'zh-CN': '要有两个以上营业厅，并且有业务量和投诉的月份，才能规划。请换到上级单位来看，或先导入数据。',
    'zh-TW': '要有兩個以上營業廳，並且有業務量和投訴的月份，才能規劃。請換到上級單位來看，或先匯入資料。',
    en: 'A plan needs two halls or more, and months with transactions and complaints. Look at a unit above, or import the data first.',
  },
  ALERT_ACKNOWLEDGED: { 'zh-CN': '已经有人确认过这条提示。', 'zh-TW': '已經有人確認過這條提示。', en: 'Somebody has acknowledged this alert already.' },
  STUDY_NOT_DONE: { 'zh-CN': '这次计算还没有结果。', 'zh-TW': '這次計算還沒有結果。', en: 'This run has no result yet.' },
});
