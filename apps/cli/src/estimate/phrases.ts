import type { Phrase } from '@skillhall/kernel';

/** Labels of the printed report. */
export const labels = {
  estimate: { 'zh-CN': '率比', 'zh-TW': '率比', en: 'Rate ratio' },
  basis: {
    'zh-CN': '{{units}} 个营业厅（受训 {{trained}}），{{rows}} 行，{{clusters}} 个聚类',
    'zh-TW': '{{units}} 個營業廳（受訓 {{trained}}），{{rows}} 列，{{clusters}} 個群集',
    en: '{{units}} halls ({{trained}} trained), {{rows}} rows, {{clusters}} clusters',
  },
  default: { 'zh-CN': '默认方法', 'zh-TW': '預設方法', en: 'Default method' },
  wave: { 'zh-CN': '第 {{wave}} 月批次，{{trained}} 个厅', 'zh-TW': '第 {{wave}} 月批次，{{trained}} 個廳', en: 'wave of month {{wave}}, {{trained}} halls' },
  waves: { 'zh-CN': '分批', 'zh-TW': '分批', en: 'By wave' },
  events: { 'zh-CN': '培训前后各月（#=决策期，~=过渡期）', 'zh-TW': '培訓前後各月（#=決策期，~=過渡期）', en: 'By month since training (# decision window, ~ phase-in)' },
  curve: { 'zh-CN': '决策期长度 k 的影响（所选：{{k}}；{{stable}}）', 'zh-TW': '決策期長度 k 的影響（所選：{{k}}；{{stable}}）', en: 'By length k of the decision window (chosen: {{k}}; {{stable}})' },
  stable: { 'zh-CN': '稳定', 'zh-TW': '穩定', en: 'stable' },
  unstable: { 'zh-CN': '不稳定', 'zh-TW': '不穩定', en: 'not stable' },
  checks: { 'zh-CN': '核对', 'zh-TW': '核對', en: 'Checks' },
  symmetric: { 'zh-CN': '前后对称的基期', 'zh-TW': '前後對稱的基期', en: 'symmetric clean months' },
  decisionRate: { 'zh-CN': '加入决策期投诉率', 'zh-TW': '加入決策期投訴率', en: 'with the rate of the decision window' },
  control: { 'zh-CN': '培训影响不到的投诉', 'zh-TW': '培訓影響不到的投訴', en: 'complaints that training cannot move' },
  leads: { 'zh-CN': '培训前走势检验 p = {{p}}', 'zh-TW': '培訓前走勢檢定 p = {{p}}', en: 'joint test of the months before, p = {{p}}' },
  breakdown: {
    'zh-CN': '若培训后每季漂移不超过培训前最大变动的 {{breakdown}} 倍，区间仍不含 1{{kind}}',
    'zh-TW': '若培訓後每季漂移不超過培訓前最大變動的 {{breakdown}} 倍，區間仍不含 1{{kind}}',
    en: 'the interval excludes 1 up to a drift of {{breakdown}} times the largest step before{{kind}}',
  },
  conservative: { 'zh-CN': '（保守）', 'zh-TW': '（保守）', en: ' (conservative)' },
  permutation: { 'zh-CN': '重新抽签 p = {{p}}（{{draws}} 次）', 'zh-TW': '重新抽籤 p = {{p}}（{{draws}} 次）', en: 'permutation p = {{p}} ({{draws}} re-draws)' },
  naive: { 'zh-CN': '简单前后对比（不可信，只供参照）', 'zh-TW': '簡單前後對比（不可信，只供參照）', en: 'Plain before and after (not to be believed)' },
  quarter: { 'zh-CN': '前一季 → 后 2–4 月', 'zh-TW': '前一季 → 後 2–4 月', en: 'quarter before → months 2–4' },
  year: { 'zh-CN': '前一年 → 后 2–11 月', 'zh-TW': '前一年 → 後 2–11 月', en: 'year before → months 2–11' },
  detectable: {
    'zh-CN': '可发现的最小降幅 {{mde}}%（事先要求 {{wanted}}%）',
    'zh-TW': '可發現的最小降幅 {{mde}}%（事先要求 {{wanted}}%）',
    en: 'smallest fall that could be found {{mde}} % (wanted: {{wanted}} %)',
  },
  notes: { 'zh-CN': '说明', 'zh-TW': '說明', en: 'Notes' },
} as const satisfies Record<string, Phrase>;
