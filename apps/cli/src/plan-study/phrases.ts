import type { Phrase } from '@skillhall/kernel';

/** Labels of the printed plan. */
export const labels = {
  table: {
    'zh-CN': '可发现的最小降幅（%），按营业厅数和训后月数',
    'zh-TW': '可發現的最小降幅（%），按營業廳數和訓後月數',
    en: 'Smallest fall that could be found (%), by halls and months after training',
  },
  halls: { 'zh-CN': '营业厅', 'zh-TW': '營業廳', en: 'halls' },
  needed: { 'zh-CN': '所需营业厅数', 'zh-TW': '所需營業廳數', en: 'Halls needed' },
  fallOf: { 'zh-CN': '降幅 {{fall}}%：{{halls}} 个', 'zh-TW': '降幅 {{fall}}%：{{halls}} 個', en: 'a fall of {{fall}} %: {{halls}}' },
  rollouts: {
    'zh-CN': '派训次序（如 1:50，第 1 个月派 50 个厅）→ 可以给出结论的月份；各月可发现的最小降幅（%）',
    'zh-TW': '派訓次序（如 1:50，第 1 個月派 50 個廳）→ 可以給出結論的月份；各月可發現的最小降幅（%）',
    en: 'Orders of training (1:50 = 50 halls in month 1) → month of the answer; smallest fall that could be found until then (%)',
  },
  never: { 'zh-CN': '不能', 'zh-TW': '不能', en: 'none' },
  afterMonths: { 'zh-CN': '第 {{months}} 个月', 'zh-TW': '第 {{months}} 個月', en: 'month {{months}}' },
  shocks: {
    'zh-CN': '各厅波动：标准差 {{sd}}，逐月相关 {{correlation}}（{{source}}）',
    'zh-TW': '各廳波動：標準差 {{sd}}，逐月相關 {{correlation}}（{{source}}）',
    en: 'Shocks of halls: standard deviation {{sd}}, correlation {{correlation}} ({{source}})',
  },
  history: { 'zh-CN': '取自历史', 'zh-TW': '取自歷史', en: 'from the history' },
  assumed: { 'zh-CN': '假设', 'zh-TW': '假設', en: 'assumed' },
  given: { 'zh-CN': '指定', 'zh-TW': '指定', en: 'as given' },
  simulation: {
    'zh-CN': '在自己的历史上模拟 {{runs}} 次（{{halls}} 个厅，每厅每月 {{rate}} 件）：发现的占 {{power}}%（公式 {{formula}}%），没有效果时误报 {{alarms}}%，区间覆盖 {{coverage}}%',
    'zh-TW': '在自己的歷史上模擬 {{runs}} 次（{{halls}} 個廳，每廳每月 {{rate}} 件）：發現的占 {{power}}%（公式 {{formula}}%），沒有效果時誤報 {{alarms}}%，區間涵蓋 {{coverage}}%',
    en: '{{runs}} runs on your own history ({{halls}} halls with {{rate}} a month): found in {{power}} % (formula {{formula}} %), false alarms {{alarms}} % without effect, interval holds the truth in {{coverage}} %',
  },
  notes: { 'zh-CN': '说明', 'zh-TW': '說明', en: 'Notes' },
} as const satisfies Record<string, Phrase>;
