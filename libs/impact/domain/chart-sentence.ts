import { type Locale, type Phrase, say } from '@skillhall/kernel';

export type ChartKind = 'u' | 'laney' | 'xmr' | 'cusum';
/** Beyond a limit; seven on one side; seven rising or falling; two of three close to a limit; the sum passed its threshold. */
export type ChartRule = 'outside' | 'shift' | 'trend' | 'near-limit' | 'alarm';

export interface ChartFacts {
  readonly kind: ChartKind;
  readonly charts: number;
  /** How often each rule was met, runs counted once. */
  readonly signals: Readonly<Partial<Record<ChartRule, number>>>;
  readonly tooShort: number;
  /** Spread between neighbours relative to pure chance, where there is one series. */
  readonly sigmaZ?: number | undefined;
}

export const chartNames: Readonly<Record<ChartKind, Phrase>> = {
  u: { 'zh-CN': 'u 控制图', 'zh-TW': 'u 管制圖', en: 'u chart' },
  laney: { 'zh-CN': 'Laney u′ 控制图', 'zh-TW': 'Laney u′ 管制圖', en: 'Laney u′ chart' },
  xmr: { 'zh-CN': '单值-移动极差图（XmR）', 'zh-TW': '個別值-移動全距圖（XmR）', en: 'XmR chart' },
  cusum: { 'zh-CN': '泊松累积和图（CUSUM）', 'zh-TW': '卜瓦松累積和圖（CUSUM）', en: 'Poisson CUSUM' },
};

export const ruleNames: Readonly<Record<ChartRule, Phrase>> = {
  outside: { 'zh-CN': '超出控制限', 'zh-TW': '超出管制界限', en: 'outside the limits' },
  shift: { 'zh-CN': '连续 7 点在同一侧', 'zh-TW': '連續 7 點在同一側', en: 'seven in a row on one side' },
  trend: { 'zh-CN': '连续 7 点上升或下降', 'zh-TW': '連續 7 點上升或下降', en: 'seven rising or falling' },
  'near-limit': { 'zh-CN': '3 点中有 2 点靠近控制限', 'zh-TW': '3 點中有 2 點靠近管制界限', en: 'two of three close to a limit' },
  alarm: { 'zh-CN': '累积和报警', 'zh-TW': '累積和警報', en: 'alarm of the sum' },
};

const found: Phrase = {
  'zh-CN': '{{kind}} {{charts}} 张，{{count}} 处信号（{{rules}}）。',
  'zh-TW': '{{kind}} {{charts}} 張，{{count}} 處訊號（{{rules}}）。',
  en: '{{kind}}, {{charts}} in all: {{count}} signals ({{rules}}). ',
};
const quiet: Phrase = { 'zh-CN': '{{kind}} {{charts}} 张，没有信号。', 'zh-TW': '{{kind}} {{charts}} 張，沒有訊號。', en: '{{kind}}, {{charts}} in all: no signal. ' };
const short: Phrase = {
  'zh-CN': '其中 {{count}} 张不足 12 点，控制限还不可靠。',
  'zh-TW': '其中 {{count}} 張不足 12 點，管制界限還不可靠。',
  en: '{{count}} of them have fewer than 12 points: their limits are not reliable yet. ',
};
const spread: Phrase = {
  'zh-CN': '相邻各点的波动是纯随机的 {{sigma}} 倍，这种图会误报；几个厅合在一起请用 --kind laney。',
  'zh-TW': '相鄰各點的波動是純隨機的 {{sigma}} 倍，這種圖會誤報；幾個廳合在一起請用 --kind laney。',
  en: 'Neighbouring periods differ {{sigma}} times as much as pure chance, so this chart cries wolf; for several halls together use --kind laney. ',
};
const noProof: Phrase = {
  'zh-CN': '控制图只提示该看哪里，不能证明培训有效；若按信号挑选派训的厅，信号所在的月份就是决策期。',
  'zh-TW': '管制圖只提示該看哪裡，不能證明培訓有效；若按訊號挑選派訓的廳，訊號所在的月份就是決策期。',
  en: 'Charts say where to look, they prove no effect of training; where a signal decides which halls are trained, its months are the decision window.',
};

/** Beyond this, limits that count with pure chance are far too narrow. */
const wideSpread = 1.5;

export function chartSentence({ kind, charts, signals, tooShort, sigmaZ }: ChartFacts, locale: Locale): string {
  const rules = (Object.entries(signals) as [ChartRule, number][]).filter(([, count]) => count > 0);
  const values = { kind: say(chartNames[kind], locale), charts };
  const listed = rules.map(([rule, count]) => `${say(ruleNames[rule], locale)} ${count}`).join(locale === 'en' ? ', ' : '、');
  const parts = [rules.length ? say(found, locale, { ...values, count: rules.reduce((sum, [, count]) => sum + count, 0), rules: listed }) : say(quiet, locale, values)];
  if (tooShort) parts.push(say(short, locale, { count: tooShort }));
  if ((kind === 'u' || kind === 'cusum') && sigmaZ !== undefined && sigmaZ > wideSpread) parts.push(say(spread, locale, { sigma: sigmaZ.toFixed(1) }));
  return parts.join('') + say(noProof, locale);
}
