import type { Phrase } from '@skillhall/kernel';
import type { NoEstimateReason } from './simple-estimate.js';

export const estimatePhrases = {
  raw: {
    'zh-CN': '受训营业厅每万笔投诉由培训前的 {{before}} 变为培训后的 {{after}}。',
    'zh-TW': '受訓營業廳每萬筆投訴由培訓前的 {{before}} 變為培訓後的 {{after}}。',
    en: 'At trained halls complaints per 10,000 transactions went from {{before}} before to {{after}} after training. ',
  },
  fell: {
    'zh-CN': '与同期未受训的营业厅相比，率比 {{ratio}}（95% 区间 {{low}}–{{high}}），即低约 {{change}}。这只是初步估计，不等于培训的效果。',
    'zh-TW': '與同期未受訓的營業廳相比，率比 {{ratio}}（95% 區間 {{low}}–{{high}}），即低約 {{change}}。這只是初步估計，不等於培訓的效果。',
    en: 'Against untrained halls in the same months the rate ratio is {{ratio}} (95 % interval {{low}}–{{high}}), about {{change}} lower. This is a first estimate, not yet the effect of training.',
  },
  rose: {
    'zh-CN': '与同期未受训的营业厅相比，率比 {{ratio}}（95% 区间 {{low}}–{{high}}），即高约 {{change}}。这只是初步估计，不等于培训的效果。',
    'zh-TW': '與同期未受訓的營業廳相比，率比 {{ratio}}（95% 區間 {{low}}–{{high}}），即高約 {{change}}。這只是初步估計，不等於培訓的效果。',
    en: 'Against untrained halls in the same months the rate ratio is {{ratio}} (95 % interval {{low}}–{{high}}), about {{change}} higher. This is a first estimate, not yet the effect of training.',
  },
  open: {
    'zh-CN': '与同期未受训的营业厅相比，率比 {{ratio}}（95% 区间 {{low}}–{{high}}）。区间包含 1，这批数据还看不出投诉是降了还是升了。',
    'zh-TW': '與同期未受訓的營業廳相比，率比 {{ratio}}（95% 區間 {{low}}–{{high}}）。區間包含 1，這批資料還看不出投訴是降了還是升了。',
    en: 'Against untrained halls in the same months the rate ratio is {{ratio}} (95 % interval {{low}}–{{high}}). The interval holds 1: these data do not show whether complaints fell or rose.',
  },
  none: { 'zh-CN': '还给不出估计。{{reason}}', 'zh-TW': '還無法提出估計。{{reason}}', en: 'There is no estimate yet. {{reason}}' },
} as const satisfies Record<string, Phrase>;

export const reasonPhrases: Readonly<Record<NoEstimateReason, Phrase>> = {
  'no-data': {
    'zh-CN': '该单位下还没有营业厅的业务量数据，请先导入业务量和投诉工单。',
    'zh-TW': '該單位下還沒有營業廳的業務量資料，請先匯入業務量和投訴工單。',
    en: 'No hall below this unit has volumes yet; please import volumes and complaints.',
  },
  'no-training': {
    'zh-CN': '还没有营业厅完成这门课程（半数窗口人员学完才算），没有可比的培训前后。',
    'zh-TW': '還沒有營業廳完成這門課程（半數櫃檯人員學完才算），沒有可比的培訓前後。',
    en: 'No hall has completed this course (half of the counter staff must have), so there is no before and after.',
  },
  'trained-later': {
    'zh-CN': '培训发生在已导入数据的最后一个月之后，还缺少培训后各月的业务量和投诉。',
    'zh-TW': '培訓發生在已匯入資料的最後一個月之後，還缺少培訓後各月的業務量和投訴。',
    en: 'Training came after the last imported month; the volumes and complaints of the months after it are missing.',
  },
  'nothing-before': {
    'zh-CN': '受训营业厅在培训之前没有数据，请补充导入更早月份的业务量和投诉。',
    'zh-TW': '受訓營業廳在培訓之前沒有資料，請補充匯入更早月份的業務量和投訴。',
    en: 'Trained halls have no data from before their training; please import earlier months.',
  },
  'few-trained': {
    'zh-CN': '只有 1 个受训营业厅，至少要 2 个才能看出差别是否偶然。',
    'zh-TW': '只有 1 個受訓營業廳，至少要 2 個才能看出差別是否偶然。',
    en: 'Only one hall is trained; at least two are needed to tell a difference from chance.',
  },
  'no-untrained': {
    'zh-CN': '所有营业厅都已受训，没有未受训的营业厅可以对照，分不清是培训还是大势的变化。',
    'zh-TW': '所有營業廳都已受訓，沒有未受訓的營業廳可以對照，分不清是培訓還是大勢的變化。',
    en: 'All halls are trained; without untrained halls the effect of training cannot be told from the general trend.',
  },
  'few-untrained': {
    'zh-CN': '只有 1 个未受训营业厅可以对照，至少要 2 个。',
    'zh-TW': '只有 1 個未受訓營業廳可以對照，至少要 2 個。',
    en: 'Only one untrained hall is left to compare with; at least two are needed.',
  },
  'no-complaints': {
    'zh-CN': '受训营业厅在这段时间没有服务类、营业类投诉，无从比较。',
    'zh-TW': '受訓營業廳在這段時間沒有服務類、營業類投訴，無從比較。',
    en: 'Trained halls had no service or business complaints in this time, so there is nothing to compare.',
  },
  'one-sided': {
    'zh-CN': '受训营业厅的投诉只出现在培训前或只出现在培训后，数量太少，算不出比值。',
    'zh-TW': '受訓營業廳的投訴只出現在培訓前或只出現在培訓後，數量太少，算不出比值。',
    en: 'Complaints at trained halls lie only before or only after training; there are too few for a ratio.',
  },
  'not-computable': {
    'zh-CN': '现有的营业厅和月份不足以把培训与各厅、各月的差别分开，需要更多月份或更多未同时受训的营业厅。',
    'zh-TW': '現有的營業廳和月份不足以把培訓與各廳、各月的差別分開，需要更多月份或更多未同時受訓的營業廳。',
    en: 'The halls and months at hand cannot separate training from differences of halls and months; more months, or more halls not trained at once, are needed.',
  },
};

export const doubtPhrases = {
  spike: {
    'zh-CN': '向均值回归：受训营业厅在培训前 3 个月每万笔投诉 {{recent}}，高于更早的 {{earlier}}。这样的突增不培训也多半会回落，本估计没有扣除。',
    'zh-TW': '向均值迴歸：受訓營業廳在培訓前 3 個月每萬筆投訴 {{recent}}，高於更早的 {{earlier}}。這樣的突增不培訓也多半會回落，本估計沒有扣除。',
    en: 'Regression to the mean: in the three months before training these halls had {{recent}} per 10,000, more than {{earlier}} earlier. Such a spike mostly falls back without training; the estimate does not take that out.',
  },
  regression: {
    'zh-CN': '向均值回归：如果是因为前几个月投诉偏多才安排培训，之后不培训也多半会回落，本估计没有扣除。',
    'zh-TW': '向均值迴歸：如果是因為前幾個月投訴偏多才安排培訓，之後不培訓也多半會回落，本估計沒有扣除。',
    en: 'Regression to the mean: halls chosen after some bad months mostly improve without training; the estimate does not take that out.',
  },
  otherChanges: {
    'zh-CN': '同一时间的其他变化：受训营业厅若同时换了负责人、加了窗口、改了流程或推广了线上办理，无法与培训分开。',
    'zh-TW': '同一時間的其他變化：受訓營業廳若同時換了負責人、加了櫃檯、改了流程或推廣了線上辦理，無法與培訓分開。',
    en: 'Other changes at the same time: a new head, more windows, a changed process or more online service at the trained halls cannot be told from training.',
  },
  rules: {
    'zh-CN': '统计口径：投诉分类或受理规则如有变化，而各厅执行先后不同，也会显得像是升降。',
    'zh-TW': '統計方式：投訴分類或受理規則如有變化，而各廳執行先後不同，也會顯得像是升降。',
    en: 'Rules of counting: if classes or rules changed and halls followed at different times, that looks like a rise or fall.',
  },
  ruleChange: {
    'zh-CN': '统计口径：{{date}} 有变化（{{note}}），前后的投诉数不完全可比。',
    'zh-TW': '統計方式：{{date}} 有變化（{{note}}），前後的投訴數不完全可比。',
    en: 'Rules of counting changed on {{date}} ({{note}}): counts before and after are not quite comparable.',
  },
  fewHalls: {
    'zh-CN': '营业厅少：受训 {{trained}} 个、未受训 {{untrained}} 个，个别营业厅就能左右结果；区间已按少量营业厅放宽。',
    'zh-TW': '營業廳少：受訓 {{trained}} 個、未受訓 {{untrained}} 個，個別營業廳就能左右結果；區間已按少量營業廳放寬。',
    en: 'Few halls: {{trained}} trained and {{untrained}} untrained. Single halls can sway the result; the interval is widened for that.',
  },
  earlyHalls: {
    'zh-CN': '有 {{early}} 个营业厅在数据开始之前就已受训，没有纳入比较。',
    'zh-TW': '有 {{early}} 個營業廳在資料開始之前就已受訓，沒有納入比較。',
    en: '{{early}} halls were trained before the data begin and stand outside the comparison.',
  },
  moving: {
    'zh-CN': '人员流动：受过培训的人调到未受训的营业厅，会使差别看起来变小。',
    'zh-TW': '人員流動：受過培訓的人調到未受訓的營業廳，會使差別看起來變小。',
    en: 'People move: trained staff who go to untrained halls make the difference look smaller.',
  },
} as const satisfies Record<string, Phrase>;
