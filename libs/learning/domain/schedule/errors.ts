import { defineErrors } from '@skillhall/kernel';

export const scheduleErrors = defineErrors({
  TRAINING_SCHEDULED: {
    'zh-CN': '这些营业厅已经安排过这门课程的首次培训：{{halls}}。请先取消原来的安排，或去掉这些营业厅。',
    'zh-TW': '這些營業廳已經安排過這門課程的首次培訓：{{halls}}。請先取消原來的安排，或去掉這些營業廳。',
    en: 'These halls already have a first session of this course: {{halls}}. Cancel that one first, or leave these halls out.',
  },
  TRAINING_NOT_PLANNED: {
    'zh-CN': '只有“已计划”的培训可以这样处理；其中有的已经举办或取消，什么都没有改动。',
    'zh-TW': '只有「已計畫」的培訓可以這樣處理；其中有的已經舉辦或取消，什麼都沒有更動。',
    en: 'Only planned sessions can be dealt with like this; some were held or cancelled already. Nothing was changed.',
  },
  LOTTERY_STATE: {
    'zh-CN': '这次抽签已经抽过或放弃了。每次抽签只抽一次，结果不再改动。',
    'zh-TW': '這次抽籤已經抽過或放棄了。每次抽籤只抽一次，結果不再更動。',
    en: 'This lottery was drawn or given up already. A lottery is drawn once, and its result stands.',
  },
});

/** What stands in the way of an answer, said while the schedule can still be changed. */
export const hintSentences = defineErrors({
  fewUntrained: {
    'zh-CN': '{{halls}} 个营业厅里只留下 {{untrained}} 个不培训；至少留 {{least}} 个，才一直有可以对照的营业厅。',
    'zh-TW': '{{halls}} 個營業廳裡只留下 {{untrained}} 個不培訓；至少留 {{least}} 個，才一直有可以對照的營業廳。',
    en: 'Only {{untrained}} of {{halls}} halls stay untrained. Keep at least {{least}}, so that there is always something to compare with.',
  },
  wavesClose: {
    'zh-CN': '{{first}} 和 {{second}} 两批隔得太近；两批之间至少隔 {{apart}} 个月，效果才分得开。',
    'zh-TW': '{{first}} 和 {{second}} 兩批隔得太近；兩批之間至少隔 {{apart}} 個月，效果才分得開。',
    en: 'The waves of {{first}} and {{second}} are close. Leave {{apart}} months between two waves, so that their effects can be told apart.',
  },
  lookedUnknown: {
    'zh-CN': '{{halls}} 个营业厅没有写明安排时看了哪几个月的数字；评估时只好多去掉几个月。',
    'zh-TW': '{{halls}} 個營業廳沒有寫明安排時看了哪幾個月的數字；評估時只好多去掉幾個月。',
    en: 'For {{halls}} halls nobody wrote down which months were looked at; a study then has to leave out more of them.',
  },
  spikesWithoutLottery: {
    'zh-CN': '{{halls}} 个营业厅因投诉突增而安排。突增之后投诉往往自己回落；如果来得及，在情况相近的营业厅之间抽签，答案会更早、更可信。',
    'zh-TW': '{{halls}} 個營業廳因投訴突增而安排。突增之後投訴往往自己回落；如果來得及，在情況相近的營業廳之間抽籤，答案會更早、更可信。',
    en: '{{halls}} halls were chosen after a spike. Complaints tend to fall back after one by themselves; a lottery among similar halls gives an answer sooner, and a firmer one.',
  },
});

/** Why a row of a list of sessions is left out. */
export const scheduleImportErrors = defineErrors({
  'missing-course': { 'zh-CN': '没有填课程编码', 'zh-TW': '未填課程編碼', en: 'The course code is missing' },
  'unknown-course': { 'zh-CN': '没有课程“{{text}}”，或者它不在您的管辖范围内', 'zh-TW': '沒有課程「{{text}}」，或者它不在您的管轄範圍內', en: 'There is no course “{{text}}”, or it lies outside the units you may see' },
  'missing-hall': { 'zh-CN': '没有填营业厅编码', 'zh-TW': '未填營業廳編碼', en: 'The code of the hall is missing' },
  'unknown-hall': { 'zh-CN': '没有编码为“{{text}}”的营业厅，或者它不在您的管辖范围内', 'zh-TW': '沒有編碼為「{{text}}」的營業廳，或者它不在您的管轄範圍內', en: 'There is no hall with the code “{{text}}”, or it lies outside the units you may see' },
  'missing-month': { 'zh-CN': '没有填计划月份', 'zh-TW': '未填計畫月份', en: 'The planned month is missing' },
  'missing-reason': { 'zh-CN': '没有填安排理由。可填：投诉突增、轮训、新员工', 'zh-TW': '未填安排理由。可填：投訴突增、輪訓、新進人員', en: 'The reason is missing: spike, rotation or new hire' },
  'missing-decider': { 'zh-CN': '没有填由谁决定', 'zh-TW': '未填由誰決定', en: 'Who decided is missing' },
  'bad-plan': { 'zh-CN': '月份、日期或看过的月份对不上：看过的月份要早于培训、不超过 24 个月，投诉突增必须填写；举办日期不能在将来', 'zh-TW': '月份、日期或看過的月份對不上：看過的月份要早於培訓、不超過 24 個月，投訴突增必須填寫；舉辦日期不能在將來', en: 'Month, day or months looked at do not fit: they lie before the training, at most 24 months, and a spike needs them; a session was not held in the future' },
  'repeated-hall': { 'zh-CN': '“{{text}}”这门课程在文件里出现了不止一次，只保留第一次', 'zh-TW': '「{{text}}」這門課程在檔案中出現不只一次，只保留第一次', en: '“{{text}}” stands in the file more than once with this course; the first is kept' },
  'lottery-not-drawn': {
    'zh-CN': '“{{text}}”这门课程没有在系统里抽过签：抽签要在“培训抽签”里抽，不能在文件里填写。请改填实际的理由',
    'zh-TW': '「{{text}}」這門課程沒有在系統裡抽過籤：抽籤要在「培訓抽籤」裡抽，不能在檔案裡填寫。請改填實際的理由',
    en: 'No lottery was drawn here for “{{text}}” and this course: a lottery is drawn under “Lotteries of training”, not written into a file. Give the actual reason',
  },
  'held-already': { 'zh-CN': '“{{text}}”这门课程已经举办过首次培训，不再改动', 'zh-TW': '「{{text}}」這門課程已經舉辦過首次培訓，不再更動', en: '“{{text}}” has had its first session of this course; that does not change' },
});
