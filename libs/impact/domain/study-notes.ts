import type { Phrase } from '@skillhall/kernel';

/** What has to be known about a study to read it right. */
export const studyNotes = {
  'keeps-spike': {
    'zh-CN': '该方法保留派训前的突增月份：营业厅若因近期投诉多而被派训，它会把自然回落当成效果（模拟中偏 −9%）。',
    'zh-TW': '該方法保留派訓前的突增月份：營業廳若因近期投訴多而被派訓，它會把自然回落當成效果（模擬中偏 −9%）。',
    en: 'This method keeps the months of the spike before training: where halls are sent because of recent complaints it takes their natural fall for an effect (−9 % in simulation).',
  },
  'averages-phase-in': {
    'zh-CN': '该方法从培训当月起全部平均，包括默认方法不计入的头 {{phaseIn}} 个月。',
    'zh-TW': '該方法從培訓當月起全部平均，包括預設方法不計入的頭 {{phaseIn}} 個月。',
    en: 'This method averages from the month of training on, the first {{phaseIn}} months included, which the default leaves out.',
  },
  'already-treated-compare': {
    'zh-CN': '该方法也拿已受训的营业厅作对照；效果随时间变化时会有偏。',
    'zh-TW': '該方法也拿已受訓的營業廳作對照；效果隨時間變化時會有偏。',
    en: 'This method compares with halls already trained as well, which misleads when the effect changes over time.',
  },
  'additive-made-ratio': {
    'zh-CN': '该方法估计的是率的差（每万笔 {{difference}}，标准误 {{error}}）；率比 = 受训厅实际平均率 ÷（实际平均率 − 差），区间按 delta 法。各厅等权，不按业务量加权。',
    'zh-TW': '該方法估計的是率的差（每萬筆 {{difference}}，標準誤 {{error}}）；率比 = 受訓廳實際平均率 ÷（實際平均率 − 差），區間按 delta 法。各廳等權，不按業務量加權。',
    en: 'This method estimates a difference of rates ({{difference}} per 10,000, standard error {{error}}). The ratio is the mean rate of trained halls ÷ (that rate − the difference), its interval by the delta method; halls weigh alike, whatever their volume.',
  },
  'base-before-window': {
    'zh-CN': '基期取决策期之前的最后一个月（anticipation = {{k}}）：只靠一个月作基准，模拟中偏 +6%，标准误约大一倍。用 --decision-window 0 得到通常的 g−1 基期。',
    'zh-TW': '基期取決策期之前的最後一個月（anticipation = {{k}}）：只靠一個月作基準，模擬中偏 +6%，標準誤約大一倍。用 --decision-window 0 得到通常的 g−1 基期。',
    en: 'The base is the last month before the decision window (anticipation = {{k}}). Resting on one month it was off by +6 % in simulation, with errors twice as wide; --decision-window 0 gives the usual base g − 1.',
  },
  'base-on-spike': {
    'zh-CN': '基期是培训前一个月：若营业厅因近期投诉多而被派训，基期正落在突增上（模拟中偏 −34%）。',
    'zh-TW': '基期是培訓前一個月：若營業廳因近期投訴多而被派訓，基期正落在突增上（模擬中偏 −34%）。',
    en: 'The base is the month before training: where halls are sent because of recent complaints it sits on the spike (−34 % in simulation).',
  },
  'units-left-out': {
    'zh-CN': '有 {{count}} 个营业厅不是每个月都有业务量，该方法没有用它们。',
    'zh-TW': '有 {{count}} 個營業廳不是每個月都有業務量，該方法沒有用它們。',
    en: '{{count}} halls do not have transactions in every month and were left out by this method.',
  },
  'empty-cells': {
    'zh-CN': '有 {{count}} 个“批次×月份”没有投诉，系数为负无穷，没有计入平均。',
    'zh-TW': '有 {{count}} 個「批次×月份」沒有投訴，係數為負無窮，沒有計入平均。',
    en: '{{count}} cells of wave and month have no complaints: their coefficient is minus infinity, and they were left out of the average.',
  },
  'cells-without-comparison': {
    'zh-CN': '有 {{count}} 个“批次×月份”已没有未受训的营业厅可以对照，没有计入平均。',
    'zh-TW': '有 {{count}} 個「批次×月份」已沒有未受訓的營業廳可以對照，沒有計入平均。',
    en: '{{count}} cells of wave and month have no untrained hall left to compare with and were left out of the average.',
  },
  'waves-skipped': {
    'zh-CN': '没有用到的批次：{{waves}}（之前、之后或对照缺数据）。',
    'zh-TW': '沒有用到的批次：{{waves}}（之前、之後或對照缺資料）。',
    en: 'Waves that could not be used: {{waves}} (no months before, none after, or nothing to compare with).',
  },
  'few-clusters': {
    'zh-CN': '受训或对照一侧不足 20 个，区间和 p 值来自重新抽签 {{draws}} 次。',
    'zh-TW': '受訓或對照一側不足 20 個，區間和 p 值來自重新抽籤 {{draws}} 次。',
    en: 'Fewer than 20 on one side: interval and p-value come from {{draws}} re-draws of who was trained.',
  },
  'few-mixed-clusters': {
    'zh-CN': '聚类不足 {{few}} 个，且同一聚类里有不同批次的厅，无法重新抽签：区间按 t 分布计算，可能偏窄。',
    'zh-TW': '群集不足 {{few}} 個，且同一群集裡有不同批次的廳，無法重新抽籤：區間按 t 分布計算，可能偏窄。',
    en: 'There are fewer than {{few}} clusters, and they mix halls of different waves, so nobody can be re-drawn: the interval is that of Student’s t and may be too narrow.',
  },
} as const satisfies Record<string, Phrase>;

/** Why a part of a study is missing. */
export const missingParts = {
  'no-waves': {
    'zh-CN': '该方法只有一个总效果，没有分批结果。',
    'zh-TW': '該方法只有一個總效果，沒有分批結果。',
    en: 'This method has one effect for all waves.',
  },
  'no-events': {
    'zh-CN': '该方法没有可信的逐月图；逐月图见默认方法。',
    'zh-TW': '該方法沒有可信的逐月圖；逐月圖見預設方法。',
    en: 'This method has no trustworthy event study; see that of the default.',
  },
  'no-leads': {
    'zh-CN': '该方法以培训前的全部月份为基期，只有培训后的各月。',
    'zh-TW': '該方法以培訓前的全部月份為基期，只有培訓後的各月。',
    en: 'All months before training are the base of this method, so it has months after training only.',
  },
  'not-asked': { 'zh-CN': '没有要求（--permutations）。', 'zh-TW': '沒有要求（--permutations）。', en: 'Not asked for (--permutations).' },
  'default-only': {
    'zh-CN': '重新抽签只用于默认方法。',
    'zh-TW': '重新抽籤只用於預設方法。',
    en: 'Re-drawing is done for the default method only.',
  },
  'no-column': {
    'zh-CN': '没有给出对照类投诉的列（--negative-control）。',
    'zh-TW': '沒有給出對照類投訴的欄（--negative-control）。',
    en: 'No column of complaints that training cannot move was named (--negative-control).',
  },
  'not-computable': {
    'zh-CN': '这批数据算不出来。',
    'zh-TW': '這批資料算不出來。',
    en: 'These data do not reach for it.',
  },
} as const satisfies Record<string, Phrase>;

export type StudyNote = keyof typeof studyNotes;
export type MissingPart = keyof typeof missingParts;

/** Why there is no estimate at all, by the code of the failure. */
export const studyFailures = {
  'empty-input': { 'zh-CN': '没有可用的数据行。', 'zh-TW': '沒有可用的資料列。', en: 'There are no usable rows.' },
  'no-usable-wave': {
    'zh-CN': '没有一批受训厅可以比较：需要决策期之前的月份、过渡期之后的月份和同期未受训的营业厅。{{reasons}}',
    'zh-TW': '沒有一批受訓廳可以比較：需要決策期之前的月份、過渡期之後的月份和同期未受訓的營業廳。{{reasons}}',
    en: 'No wave can be compared: months before the decision window, months after the phase-in and untrained halls in the same months are needed. {{reasons}}',
  },
  'not-identified': {
    'zh-CN': '投诉太少，或者没有未受训的营业厅和月份可以对照，效果无法与各厅、各月的差别分开。',
    'zh-TW': '投訴太少，或者沒有未受訓的營業廳和月份可以對照，效果無法與各廳、各月的差別分開。',
    en: 'There are too few complaints, or no untrained halls and months to compare with: the effect cannot be told from differences of halls and months.',
  },
  'not-converged': { 'zh-CN': '计算没有收敛，投诉太少。', 'zh-TW': '計算沒有收斂，投訴太少。', en: 'The computation did not settle; there are too few complaints.' },
  other: { 'zh-CN': '这批数据算不出结果。', 'zh-TW': '這批資料算不出結果。', en: 'These data give no result.' },
} as const satisfies Record<string, Phrase>;
