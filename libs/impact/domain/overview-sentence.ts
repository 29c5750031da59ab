import { type Locale, type Phrase, say } from '@skillhall/kernel';
import type { MonthVerdict, Variation } from './month-verdict.js';
import { sayMonth, sayRate } from './say-numbers.js';

const phrases = {
  nothing: {
    'zh-CN': '{{unit}}还没有业务量数据，算不出投诉率。请先导入业务量和投诉工单。',
    'zh-TW': '{{unit}}還沒有業務量資料，無法計算投訴率。請先匯入業務量和投訴工單。',
    en: '{{unit}} has no volumes yet, so there is no complaint rate. Please import volumes and complaints first.',
  },
  rate: {
    'zh-CN': '{{unit}} {{month}}每万笔投诉 {{rate}}',
    'zh-TW': '{{unit}} {{month}}每萬筆投訴 {{rate}}',
    en: '{{unit}}: {{rate}} complaints per 10,000 transactions in {{month}}',
  },
  lower: { 'zh-CN': '，比去年同期（{{before}}）低', 'zh-TW': '，比去年同期（{{before}}）低', en: ', lower than a year before ({{before}})' },
  higher: { 'zh-CN': '，比去年同期（{{before}}）高', 'zh-TW': '，比去年同期（{{before}}）高', en: ', higher than a year before ({{before}})' },
  equal: { 'zh-CN': '，与去年同期持平', 'zh-TW': '，與去年同期持平', en: ', the same as a year before' },
} as const satisfies Record<string, Phrase>;

const variations = {
  within: { 'zh-CN': '，仍在正常波动内。', 'zh-TW': '，仍在正常波動內。', en: ', still within normal variation.' },
  above: {
    'zh-CN': '，高出正常波动的上限（{{upper}}），值得查一查原因。',
    'zh-TW': '，高出正常波動的上限（{{upper}}），值得查一查原因。',
    en: ', above the limit of normal variation ({{upper}}): worth finding out why.',
  },
  below: {
    'zh-CN': '，低于正常波动的下限（{{lower}}），值得看看做对了什么。',
    'zh-TW': '，低於正常波動的下限（{{lower}}），值得看看做對了什麼。',
    en: ', below the limit of normal variation ({{lower}}): worth finding out what went right.',
  },
  'too-few-months': {
    'zh-CN': '。只有 {{months}} 个月的数据，还不能判断是否属于正常波动。',
    'zh-TW': '。只有 {{months}} 個月的資料，還不能判斷是否屬於正常波動。',
    en: '. There are only {{months}} months of data: too few to tell normal variation from change.',
  },
  'too-few-complaints': {
    'zh-CN': '。此前 {{months}} 个月一共只有 {{complaints}} 件窗口投诉，单月高低说明不了问题。',
    'zh-TW': '。此前 {{months}} 個月一共只有 {{complaints}} 件櫃檯投訴，單月高低說明不了問題。',
    en: '. There were only {{complaints}} counter complaints in the {{months}} months before: a single month tells nothing.',
  },
} as const satisfies Record<Variation['kind'], Phrase>;

/** The one sentence of a month, in plain words; it never claims more than the chart shows. */
export function overviewSentence(unit: string, verdict: MonthVerdict | null, locale: Locale): string {
  if (!verdict) return say(phrases.nothing, locale, { unit });
  const { month, rate, yearBefore, variation } = verdict;
  const said = sayRate(rate, yearBefore ?? 0);
  let sentence = say(phrases.rate, locale, { unit, month: sayMonth(month, locale), rate: said });
  if (yearBefore !== null) {
    const before = sayRate(yearBefore, rate);
    const comparison = said === before ? phrases.equal : rate < yearBefore ? phrases.lower : phrases.higher;
    sentence += say(comparison, locale, { before });
  }
  return sentence + say(variations[variation.kind], locale, valuesOf(variation));
}

function valuesOf(variation: Variation): Record<string, string | number> {
  if ('upper' in variation) return { lower: sayRate(variation.lower), upper: sayRate(variation.upper) };
  return variation.kind === 'too-few-months' ? { months: variation.months } : { months: variation.months, complaints: variation.complaints };
}
