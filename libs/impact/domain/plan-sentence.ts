import { type Locale, type Phrase, say } from '@skillhall/kernel';

/** What a plan of a study says; shares from 0 to 1, NaN = not within reach. */
export interface PlanFacts {
  readonly halls: number;
  readonly ratePerHallMonth: number;
  readonly preMonths: number;
  readonly postMonths: number;
  readonly trainedShare: number;
  readonly fall: number;
  readonly power: number;
  readonly hallsNeeded: number;
  readonly minimumDetectableFall: number;
  /** Months after training that the halls at hand need; NaN = waiting does not help. */
  readonly postMonthsNeeded: number;
  /** The order of training that allows an answer first, and after how many months. */
  readonly soonest: { readonly plan: string; readonly months: number } | undefined;
  /** How far ahead the orders were looked at. */
  readonly longest: number;
}

const need: Phrase = {
  'zh-CN': '每厅每月 {{rate}} 件投诉、训前 {{pre}} 个月、训后 {{post}} 个月、{{share}}% 的厅受训：要以 {{power}}% 的把握发现 {{fall}}% 的降幅，约需 {{needed}} 个营业厅。',
  'zh-TW': '每廳每月 {{rate}} 件投訴、訓前 {{pre}} 個月、訓後 {{post}} 個月、{{share}}% 的廳受訓：要以 {{power}}% 的把握發現 {{fall}}% 的降幅，約需 {{needed}} 個營業廳。',
  en: 'With {{rate}} complaints per hall and month, {{pre}} months before, {{post}} months after and {{share}} % of halls trained, about {{needed}} halls are needed to find a fall of {{fall}} % with {{power}} % power. ',
};
const enough: Phrase = {
  'zh-CN': '现有 {{halls}} 个，够了：最小可发现的降幅约 {{mde}}%。',
  'zh-TW': '現有 {{halls}} 個，夠了：最小可發現的降幅約 {{mde}}%。',
  en: 'The {{halls}} at hand are enough: they would find a fall of about {{mde}} %. ',
};
const tooFew: Phrase = {
  'zh-CN': '现有 {{halls}} 个，不够：只能发现约 {{mde}}% 以上的降幅。{{wait}}',
  'zh-TW': '現有 {{halls}} 個，不夠：只能發現約 {{mde}}% 以上的降幅。{{wait}}',
  en: 'The {{halls}} at hand are too few: they would only find a fall beyond about {{mde}} %. {{wait}}',
};
const hopeless: Phrase = {
  'zh-CN': '现有 {{halls}} 个，什么样的降幅都发现不了。{{wait}}',
  'zh-TW': '現有 {{halls}} 個，什麼樣的降幅都發現不了。{{wait}}',
  en: 'The {{halls}} at hand would miss a fall of any size. {{wait}}',
};
const waiting: Phrase = {
  'zh-CN': '训后观察满 {{months}} 个月就够。',
  'zh-TW': '訓後觀察滿 {{months}} 個月就夠。',
  en: 'With {{months}} months after training they would do. ',
};
const noWaiting: Phrase = { 'zh-CN': '只靠延长观察也不够。', 'zh-TW': '只靠延長觀察也不夠。', en: 'Waiting longer alone does not help. ' };
const order: Phrase = {
  'zh-CN': '所比较的派训次序中，“{{plan}}”最早：开始派训后第 {{months}} 个月可以给出结论。',
  'zh-TW': '所比較的派訓次序中，「{{plan}}」最早：開始派訓後第 {{months}} 個月可以給出結論。',
  en: 'Of the orders compared, {{plan}} allows an answer soonest: {{months}} months after training begins.',
};
const noOrder: Phrase = {
  'zh-CN': '所比较的派训次序在 {{longest}} 个月内都给不出结论。',
  'zh-TW': '所比較的派訓次序在 {{longest}} 個月內都給不出結論。',
  en: 'None of the orders compared allows an answer within {{longest}} months.',
};

const percent = (share: number): number => Math.round(share * 100);

/** The plan in one paragraph. */
export function planSentence(facts: PlanFacts, locale: Locale): string {
  const { halls, minimumDetectableFall: mde, fall, soonest } = facts;
  const needed = say(need, locale, {
    ...{ rate: Number(facts.ratePerHallMonth.toPrecision(2)), pre: facts.preMonths, post: facts.postMonths, share: percent(facts.trainedShare) },
    ...{ power: percent(facts.power), fall: percent(fall), needed: facts.hallsNeeded },
  });
  const wait = Number.isFinite(facts.postMonthsNeeded) ? say(waiting, locale, { months: facts.postMonthsNeeded }) : say(noWaiting, locale);
  const verdict = mde <= fall ? enough : Number.isFinite(mde) ? tooFew : hopeless;
  const last = soonest ? say(order, locale, soonest) : say(noOrder, locale, { longest: facts.longest });
  return needed + say(verdict, locale, { halls, mde: percent(mde), wait }) + last;
}

/** What has to be known to follow a plan. */
export const planNotes = {
  'shocks-assumed': {
    'zh-CN': '没有本单位的历史数据：各厅波动按假设值计（标准差 {{sd}}，逐月相关 {{correlation}}）。给出 --panel 就用自己的。',
    'zh-TW': '沒有本單位的歷史資料：各廳波動按假設值計（標準差 {{sd}}，逐月相關 {{correlation}}）。給出 --panel 就用自己的。',
    en: 'Without a history of your own the shocks of halls are assumed (standard deviation {{sd}}, correlation from month to month {{correlation}}); --panel takes yours.',
  },
  'shocks-usual': {
    'zh-CN': '历史太短，看不出各厅自身的波动，按常见值计（标准差 {{sd}}，逐月相关 {{correlation}}）。',
    'zh-TW': '歷史太短，看不出各廳自身的波動，按常見值計（標準差 {{sd}}，逐月相關 {{correlation}}）。',
    en: 'The history is too short to tell how much halls vary by themselves; usual values are taken (standard deviation {{sd}}, correlation from month to month {{correlation}}).',
  },
  'history-too-short': {
    'zh-CN': '模拟需要 {{needed}} 个月未受训的历史，现有 {{months}} 个月，没有模拟。',
    'zh-TW': '模擬需要 {{needed}} 個月未受訓的歷史，現有 {{months}} 個月，沒有模擬。',
    en: 'A simulation needs {{needed}} months of untrained history; there are {{months}}, so none was made.',
  },
  'history-has-fewer-halls': {
    'zh-CN': '连续 {{needed}} 个月都有数据且未受训的厅只有 {{units}} 个，少于计划的 {{halls}} 个，没有模拟。',
    'zh-TW': '連續 {{needed}} 個月都有資料且未受訓的廳只有 {{units}} 個，少於計畫的 {{halls}} 個，沒有模擬。',
    en: 'Only {{units}} halls have {{needed}} untrained months in a row, fewer than the {{halls}} of the plan, so no simulation was made.',
  },
  'not-simulated': {
    'zh-CN': '没有历史数据（--panel），没有模拟，只有公式。',
    'zh-TW': '沒有歷史資料（--panel），沒有模擬，只有公式。',
    en: 'There is no history (--panel) to simulate on; the figures are those of the formula.',
  },
  'by-lot': {
    'zh-CN': '谁先受训，最好在投诉水平相近的厅之间抽签决定，并记录；按近期投诉挑选时，须记录看了哪几个月。',
    'zh-TW': '誰先受訓，最好在投訴水準相近的廳之間抽籤決定，並記錄；按近期投訴挑選時，須記錄看了哪幾個月。',
    en: 'Who comes first is best drawn by lot among halls with a similar record, and written down; where recent complaints decide, record the months that were looked at.',
  },
  'waves-too-close': {
    'zh-CN': '“{{plan}}”：两批之间不足 {{gap}} 个月，前一批会落进后一批的决策期。',
    'zh-TW': '「{{plan}}」：兩批之間不足 {{gap}} 個月，前一批會落進後一批的決策期。',
    en: '{{plan}}: waves are less than {{gap}} months apart, so one falls into the decision window of the next.',
  },
  'few-untrained': {
    'zh-CN': '“{{plan}}”：未受训的厅会少于四分之一，对照太薄。',
    'zh-TW': '「{{plan}}」：未受訓的廳會少於四分之一，對照太薄。',
    en: '{{plan}}: fewer than a quarter of halls stay untrained, which leaves little to compare with.',
  },
  'rare-complaints': {
    'zh-CN': '投诉很少（每厅每月 {{rate}} 件）：可改用更常见的指标，如低分评价、退回重办的工单。',
    'zh-TW': '投訴很少（每廳每月 {{rate}} 件）：可改用更常見的指標，如低分評價、退回重辦的工單。',
    en: 'Complaints are rare ({{rate}} per hall and month): consider something more frequent, such as low ratings at the counter or returned work orders.',
  },
} as const satisfies Record<string, Phrase>;

export type PlanNote = keyof typeof planNotes;
