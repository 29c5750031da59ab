import type { Phrase } from '@skillhall/kernel';

/** Headings of the table of an analysis. */
export const itemWords = {
  sheet: { 'zh-CN': '试题分析', 'zh-TW': '試題分析', en: 'Item analysis' },
  code: { 'zh-CN': '题号', 'zh-TW': '題號', en: 'Number' },
  stem: { 'zh-CN': '题目', 'zh-TW': '題目', en: 'Question' },
  attempts: { 'zh-CN': '作答人数', 'zh-TW': '作答人數', en: 'Attempts' },
  maximum: { 'zh-CN': '满分', 'zh-TW': '滿分', en: 'Marks' },
  facility: { 'zh-CN': '得分率', 'zh-TW': '得分率', en: 'Facility' },
  discrimination: { 'zh-CN': '区分度（%）', 'zh-TW': '鑑別度（%）', en: 'Discrimination (%)' },
  efficiency: { 'zh-CN': '区分效率（%）', 'zh-TW': '鑑別效率（%）', en: 'Discriminative efficiency (%)' },
  upperLower: { 'zh-CN': '高低分组差', 'zh-TW': '高低分組差', en: 'Upper less lower 27%' },
  deviation: { 'zh-CN': '标准差', 'zh-TW': '標準差', en: 'Standard deviation' },
  guess: { 'zh-CN': '猜测得分率', 'zh-TW': '猜測得分率', en: 'By guessing' },
  intended: { 'zh-CN': '设计权重（%）', 'zh-TW': '設計權重（%）', en: 'Intended weight (%)' },
  effective: { 'zh-CN': '实际权重（%）', 'zh-TW': '實際權重（%）', en: 'Effective weight (%)' },
  omitted: { 'zh-CN': '未作答', 'zh-TW': '未作答', en: 'Omitted' },
  options: { 'zh-CN': '各选项选择率（* 为答案）', 'zh-TW': '各選項選擇率（* 為答案）', en: 'Options chosen (* key)' },
  flags: { 'zh-CN': '需要检查的原因', 'zh-TW': '需要檢查的原因', en: 'Why to look at it' },
} as const satisfies Readonly<Record<string, Phrase>>;
