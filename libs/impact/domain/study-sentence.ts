import { type Locale, type Phrase, say } from '@skillhall/kernel';
import { sayRate, sayRatio } from './say-numbers.js';
import { verdictSentence, type VerdictFacts } from './verdict-sentence.js';

/** Complaints per 10,000 transactions before and after, of a group of halls. */
export interface RateChange {
  readonly before: number;
  readonly after: number;
}

/** A method that is shown beside the default and decides nothing. */
export type ComparisonMethod = 'twfe' | 'etwfe' | 'cs';

export interface StudyFacts extends VerdictFacts {
  /** Trained halls, and untrained ones with the same spike, in the same months. */
  readonly sameSpike?: { readonly trained: RateChange; readonly untrained: RateChange } | undefined;
  readonly comparison?: { readonly method: ComparisonMethod; readonly ratio: number; readonly lower: number; readonly upper: number } | undefined;
}

const spike: Phrase = {
  'zh-CN': '受训营业厅每万笔投诉由 {{before}} 变为 {{after}}（{{change}}%）；投诉水平相同、没有受训的营业厅同期由 {{otherBefore}} 变为 {{otherAfter}}（{{otherChange}}%）。',
  'zh-TW': '受訓營業廳每萬筆投訴由 {{before}} 變為 {{after}}（{{change}}%）；投訴水準相同、沒有受訓的營業廳同期由 {{otherBefore}} 變為 {{otherAfter}}（{{otherChange}}%）。',
  en: 'Complaints per 10,000 transactions went from {{before}} to {{after}} ({{change}} %) at trained halls, and from {{otherBefore}} to {{otherAfter}} ({{otherChange}} %) at untrained halls with the same record. ',
};

const beside: Phrase = {
  'zh-CN': '{{method}}给出率比 {{ratio}}（95% 区间 {{lower}}–{{upper}}），只供对照；结论以默认方法为准。',
  'zh-TW': '{{method}}給出率比 {{ratio}}（95% 區間 {{lower}}–{{upper}}），只供對照；結論以預設方法為準。',
  en: '{{method}} gives a rate ratio of {{ratio}} (95 % interval {{lower}}–{{upper}}), for comparison only; the default method decides. ',
};

export const methodNames: Readonly<Record<ComparisonMethod, Phrase>> = {
  twfe: { 'zh-CN': '双向固定效应泊松模型', 'zh-TW': '雙向固定效應卜瓦松模型', en: 'The two-way Poisson model' },
  etwfe: { 'zh-CN': '扩展双向泊松模型（Wooldridge）', 'zh-TW': '擴展雙向卜瓦松模型（Wooldridge）', en: "Wooldridge's extended two-way Poisson model" },
  cs: { 'zh-CN': 'Callaway–Sant’Anna 估计', 'zh-TW': 'Callaway–Sant’Anna 估計', en: 'The Callaway–Sant’Anna estimator' },
};

const change = ({ before, after }: RateChange): string => {
  const percent = Math.round((after / before - 1) * 100);
  return percent > 0 ? `+${percent}` : percent < 0 ? `−${-percent}` : '0';
};

function spikeSentence({ sameSpike }: StudyFacts, locale: Locale): string {
  if (!sameSpike || !(sameSpike.trained.before > 0) || !(sameSpike.untrained.before > 0)) return '';
  const { trained, untrained } = sameSpike;
  return say(spike, locale, {
    ...{ before: sayRate(trained.before), after: sayRate(trained.after), change: change(trained) },
    ...{ otherBefore: sayRate(untrained.before), otherAfter: sayRate(untrained.after), otherChange: change(untrained) },
  });
}

function besideSentence({ comparison }: StudyFacts, locale: Locale): string {
  if (!comparison) return '';
  const [ratio, lower, upper] = [comparison.ratio, comparison.lower, comparison.upper].map((value) => (Number.isFinite(value) ? sayRatio(value) : '?'));
  return say(beside, locale, { method: say(methodNames[comparison.method], locale), ratio: ratio!, lower: lower!, upper: upper! });
}

/** What the eye sees, and what a spike does by itself; may be empty. */
export const seenSentence = (facts: StudyFacts, locale: Locale): string => besideSentence(facts, locale) + spikeSentence(facts, locale);

/** What a manager reads of a whole study: what is seen, and the verdict. */
export const studySentence = (facts: StudyFacts, locale: Locale): string => seenSentence(facts, locale) + verdictSentence(facts, locale);
