import { date, defineColumns, identifier, month, oneOf, text } from '@skillhall/platform/tabular';

const reasons = oneOf({
  spike: ['投诉突增', '突增', '投訴突增', 'spike'],
  rotation: ['轮训', '轮流', '輪訓', 'rotation'],
  lottery: ['抽签', '抽籤', 'lottery'],
  newHire: ['新员工', '新入职', '新進人員', '新員工', 'new hire'],
});

/** The columns of a list of first sessions. */
export const scheduleColumns = defineColumns({
  course: { titles: ['课程编码', '课程', '課程編碼', '課程', 'course code', 'course'], required: true, missing: 'missing-course', parse: identifier },
  hall: { titles: ['营业厅编码', '单位编码', '营业厅', '營業廳編碼', '單位編碼', '單位代碼', '營業廳', 'hall code', 'unit code', 'hall'], required: true, missing: 'missing-hall', parse: identifier },
  month: { titles: ['计划月份', '培训月份', '月份', '計畫月份', '培訓月份', 'planned month', 'month'], required: true, missing: 'missing-month', parse: month, note: '如 2026-03' },
  day: { titles: ['计划日期', '計畫日期', 'planned on', 'planned day'], parse: date },
  reason: { titles: ['安排理由', '理由', '原因', '安排原因', 'reason'], required: true, missing: 'missing-reason', parse: reasons },
  lookedFrom: { titles: ['看过的月份自', '依据月份自', '看過的月份自', '依據月份自', 'looked at from', 'months looked at from'], parse: month, note: '做决定时看了哪几个月的投诉' },
  lookedUntil: { titles: ['看过的月份至', '依据月份至', '看過的月份至', '依據月份至', 'looked at until', 'months looked at until'], parse: month },
  decidedBy: { titles: ['决定人', '谁决定', '決定人', '誰決定', 'decided by'], required: true, missing: 'missing-decider', parse: text },
  heldOn: { titles: ['举办日期', '实际举办日期', '舉辦日期', '實際舉辦日期', 'held on'], parse: date, note: '已经举办的才填' },
});
export type ScheduleColumns = typeof scheduleColumns;
