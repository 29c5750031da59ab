import type { Phrase } from '@skillhall/kernel';

/** Headings of the tables that are handed out as files. */
export const sheetWords = {
  results: { 'zh-CN': '成绩', 'zh-TW': '成績', en: 'Results' },
  absent: { 'zh-CN': '缺考', 'zh-TW': '缺考', en: 'absent' },
  name: { 'zh-CN': '姓名', 'zh-TW': '姓名', en: 'Name' },
  staffNumber: { 'zh-CN': '工号', 'zh-TW': '員工編號', en: 'Staff number' },
  unit: { 'zh-CN': '单位', 'zh-TW': '單位', en: 'Unit' },
  sitting: { 'zh-CN': '场次', 'zh-TW': '場次', en: 'Sitting' },
  verdict: { 'zh-CN': '结果', 'zh-TW': '結果', en: 'Result' },
  passed: { 'zh-CN': '合格', 'zh-TW': '及格', en: 'passed' },
  failed: { 'zh-CN': '不合格', 'zh-TW': '不及格', en: 'not passed' },
  pending: { 'zh-CN': '待阅卷', 'zh-TW': '待閱卷', en: 'to be marked' },
  score: { 'zh-CN': '成绩（百分制）', 'zh-TW': '成績（百分制）', en: 'Score (0–100)' },
  marks: { 'zh-CN': '得分', 'zh-TW': '得分', en: 'Marks' },
  maxMarks: { 'zh-CN': '满分', 'zh-TW': '滿分', en: 'Maximum' },
  startedAt: { 'zh-CN': '开始时间', 'zh-TW': '開始時間', en: 'Began' },
  submittedAt: { 'zh-CN': '交卷时间', 'zh-TW': '交卷時間', en: 'Handed in' },
  regrade: { 'zh-CN': '复核前后', 'zh-TW': '複核前後', en: 'Before and after' },
  scoreBefore: { 'zh-CN': '原成绩', 'zh-TW': '原成績', en: 'Score before' },
  scoreAfter: { 'zh-CN': '新成绩', 'zh-TW': '新成績', en: 'Score after' },
  marksBefore: { 'zh-CN': '原得分', 'zh-TW': '原得分', en: 'Marks before' },
  marksAfter: { 'zh-CN': '新得分', 'zh-TW': '新得分', en: 'Marks after' },
  verdictBefore: { 'zh-CN': '原结果', 'zh-TW': '原結果', en: 'Result before' },
  verdictAfter: { 'zh-CN': '新结果', 'zh-TW': '新結果', en: 'Result after' },
} as const satisfies Readonly<Record<string, Phrase>>;
