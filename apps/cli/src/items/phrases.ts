import type { Phrase } from '@skillhall/kernel';

/** Labels of the printed report. */
export const labels = {
  basis: {
    'zh-CN': '{{attempts}} 份答卷，{{items}} 道试题，满分 {{maximum}}',
    'zh-TW': '{{attempts}} 份答卷，{{items}} 道試題，滿分 {{maximum}}',
    en: '{{attempts}} attempts, {{items}} items, maximum {{maximum}}',
  },
  mean: { 'zh-CN': '平均分', 'zh-TW': '平均分', en: 'mean' },
  median: { 'zh-CN': '中位数', 'zh-TW': '中位數', en: 'median' },
  deviation: { 'zh-CN': '标准差', 'zh-TW': '標準差', en: 'standard deviation' },
  skewness: { 'zh-CN': '偏度', 'zh-TW': '偏態', en: 'skewness' },
  kurtosis: { 'zh-CN': '峰度', 'zh-TW': '峰態', en: 'kurtosis' },
  alpha: { 'zh-CN': '克朗巴赫 α 系数', 'zh-TW': '克朗巴赫 α 係數', en: 'Cronbach’s alpha' },
  errorRatio: { 'zh-CN': '误差比', 'zh-TW': '誤差比', en: 'error ratio' },
  standardError: { 'zh-CN': '测量标准误', 'zh-TW': '測量標準誤', en: 'standard error' },
  item: { 'zh-CN': '试题', 'zh-TW': '試題', en: 'item' },
  attempts: { 'zh-CN': '答卷', 'zh-TW': '答卷', en: 'attempts' },
  facility: { 'zh-CN': '得分率', 'zh-TW': '得分率', en: 'facility' },
  index: { 'zh-CN': '区分度', 'zh-TW': '鑑別度', en: 'discrim.' },
  efficiency: { 'zh-CN': '区分效率', 'zh-TW': '鑑別效率', en: 'efficiency' },
  upperLower: { 'zh-CN': '高低分组差', 'zh-TW': '高低分組差', en: 'upper−lower' },
  weight: { 'zh-CN': '权重（设定/实际）', 'zh-TW': '權重（設定/實際）', en: 'weight (meant/real)' },
  weak: { 'zh-CN': '值得检查的试题', 'zh-TW': '值得檢查的試題', en: 'Items that deserve a look' },
  noneWeak: { 'zh-CN': '没有发现需要检查的试题。', 'zh-TW': '沒有發現需要檢查的試題。', en: 'No item stands out.' },
  notes: { 'zh-CN': '说明', 'zh-TW': '說明', en: 'Notes' },
} as const satisfies Record<string, Phrase>;

export const notes = {
  'few-attempts': {
    'zh-CN': '只有 {{attempts}} 份答卷，少于 {{fewest}} 份：以上数字仅供参考。',
    'zh-TW': '只有 {{attempts}} 份答卷，少於 {{fewest}} 份：以上數字僅供參考。',
    en: 'Only {{attempts}} attempts, fewer than {{fewest}}: read the figures as hints.',
  },
  'largest-seen': {
    'zh-CN': '文件里没有满分：以每题出现过的最高分为满分，得分率可能偏高。可用 --max-marks 指定。',
    'zh-TW': '檔案裡沒有滿分：以每題出現過的最高分為滿分，得分率可能偏高。可用 --max-marks 指定。',
    en: 'The file gives no maximum marks: the largest mark of each item is taken for it, so facilities may be too high. --max-marks gives them.',
  },
  'not-all-seen': {
    'zh-CN': '不是每份答卷都有全部试题：每题只按抽到它的答卷统计。空白若表示未作答，请用 --blank zero。',
    'zh-TW': '不是每份答卷都有全部試題：每題只按抽到它的答卷統計。空白若表示未作答，請用 --blank zero。',
    en: 'Not every attempt had every item: an item is judged on the attempts that had it. If an empty cell means left out, use --blank zero.',
  },
  'papers-differ': {
    'zh-CN': '各份答卷的满分不同，总分仍按分数比较。可用 --compare share 改为按得分率比较。',
    'zh-TW': '各份答卷的滿分不同，總分仍按分數比較。可用 --compare share 改為按得分率比較。',
    en: 'Papers differ in their maximum, and totals are compared in marks. --compare share compares shares of the maximum.',
  },
} as const satisfies Record<string, Phrase>;
export type NoteCode = keyof typeof notes;
