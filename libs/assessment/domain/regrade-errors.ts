import { defineErrors } from '@skillhall/kernel';

/** What may stand in the way of grading papers anew. */
export const regradeErrors = defineErrors({
  REGRADE_REASON: { 'zh-CN': '请写明理由，它会留在每个人的成绩记录里。', 'zh-TW': '請寫明理由，它會留在每個人的成績紀錄裡。', en: 'Please say why; the reason stays on everybody’s record.' },
  REGRADE_KEY: { 'zh-CN': '这样的答案不适合这道题，请检查后再试。', 'zh-TW': '這樣的答案不適合這道題，請檢查後再試。', en: 'Such a key does not fit this question; please check it.' },
  REGRADE_BEYOND: {
    'zh-CN': '还有{{count}}份用到这道题的答卷不归您管，请由上级负责考试的人来改。',
    'zh-TW': '還有{{count}}份用到這道題的答卷不歸您管，請由上級負責考試的人來改。',
    en: '{{count}} papers with this question are kept by others; somebody in charge of all of them has to correct it.',
  },
  REGRADE_VOID: { 'zh-CN': '这道题在这场考试里已经作废，人人得分。', 'zh-TW': '這道題在這場考試裡已經作廢，人人得分。', en: 'The question is void in this exam already; everybody has its mark.' },
});
