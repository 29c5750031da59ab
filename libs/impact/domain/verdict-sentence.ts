import { type Locale, type Phrase, say } from '@skillhall/kernel';

export type VerdictName = 'fell' | 'rose' | 'no-detectable-effect' | 'cannot-say-yet';
export type WithheldReason = 'negative-control-moved' | 'window-curve-unstable' | 'leads-not-quiet' | 'too-few-data' | 'not-finite' | 'not-estimated';

export interface VerdictFacts {
  readonly verdict: VerdictName;
  readonly ratio: number;
  readonly lower: number;
  readonly upper: number;
  /** Share from 0 to 1. */
  readonly minimumDetectableFall: number;
  readonly reasons: readonly WithheldReason[];
  readonly moreUnitsNeeded?: number | undefined;
  /** Months to wait instead; none or null where waiting does not help. */
  readonly moreMonths?: number | null | undefined;
}

const sentences: Readonly<Record<VerdictName, Phrase>> = {
  fell: {
    'zh-CN': '培训使每万笔投诉下降约 {{change}}%（95% 区间 {{low}}%–{{high}}%）。',
    'zh-TW': '培訓使每萬筆投訴下降約 {{change}}%（95% 區間 {{low}}%–{{high}}%）。',
    en: 'After the training, complaints per 10,000 transactions fell by about {{change}} % (95 % interval {{low}} %–{{high}} %).',
  },
  rose: {
    'zh-CN': '受训后每万笔投诉上升约 {{change}}%（95% 区间 {{low}}%–{{high}}%）。',
    'zh-TW': '受訓後每萬筆投訴上升約 {{change}}%（95% 區間 {{low}}%–{{high}}%）。',
    en: 'After the training, complaints per 10,000 transactions rose by about {{change}} % (95 % interval {{low}} %–{{high}} %).',
  },
  'no-detectable-effect': {
    'zh-CN': '没有检测到培训效果（率比 {{ratio}}，95% 区间 {{lower}}–{{upper}}）；这批数据能发现的最小降幅约 {{detectable}}%。',
    'zh-TW': '沒有偵測到培訓效果（率比 {{ratio}}，95% 區間 {{lower}}–{{upper}}）；這批資料能發現的最小降幅約 {{detectable}}%。',
    en: 'No effect of the training was detected (rate ratio {{ratio}}, 95 % interval {{lower}}–{{upper}}); these data could have found a fall of about {{detectable}} %.',
  },
  'cannot-say-yet': {
    'zh-CN': '现在还不能下结论（率比 {{ratio}}，95% 区间 {{lower}}–{{upper}}）。{{why}}',
    'zh-TW': '現在還不能下結論（率比 {{ratio}}，95% 區間 {{lower}}–{{upper}}）。{{why}}',
    en: 'Nothing can be said yet (rate ratio {{ratio}}, 95 % interval {{lower}}–{{upper}}). {{why}}',
  },
};

/** Where there is no number to show. */
const withoutNumbers: Phrase = { 'zh-CN': '现在还不能下结论。{{why}}', 'zh-TW': '現在還不能下結論。{{why}}', en: 'Nothing can be said yet. {{why}}' };

const reasons: Readonly<Record<WithheldReason, Phrase>> = {
  'negative-control-moved': {
    'zh-CN': '培训影响不到的停电类投诉也变了，说明比较本身有问题。',
    'zh-TW': '培訓影響不到的停電類投訴也變了，說明比較本身有問題。',
    en: 'Outage complaints, which training cannot move, moved too: the comparison itself is broken.',
  },
  'window-curve-unstable': {
    'zh-CN': '换一个决策期长度，结果就变，可能是突增后的自然回落。',
    'zh-TW': '換一個決策期長度，結果就變，可能是突增後的自然回落。',
    en: 'The result changes with the length of the decision window; it may be a spike that ended by itself.',
  },
  'leads-not-quiet': {
    'zh-CN': '培训之前受训厅与未受训厅的走势就不同。',
    'zh-TW': '培訓之前受訓廳與未受訓廳的走勢就不同。',
    en: 'Trained and untrained halls moved differently before the training already.',
  },
  'too-few-data': {
    'zh-CN': '数据太少：目前只能发现约 {{detectable}}% 以上的降幅。',
    'zh-TW': '資料太少：目前只能發現約 {{detectable}}% 以上的降幅。',
    en: 'There are too few data: only a fall beyond about {{detectable}} % could be found.',
  },
  'not-estimated': {
    'zh-CN': '没有一批受训厅在决策期之前和培训之后都有可比的月份和未受训的营业厅。',
    'zh-TW': '沒有一批受訓廳在決策期之前和培訓之後都有可比的月份和未受訓的營業廳。',
    en: 'No wave has comparable months, before the decision window and after training, of trained and untrained halls.',
  },
  'not-finite': { 'zh-CN': '投诉太少，算不出区间。', 'zh-TW': '投訴太少，算不出區間。', en: 'There are too few complaints for an interval.' },
};

const moreHalls: Phrase = {
  'zh-CN': '还需要约 {{units}} 个营业厅，或更长时间。',
  'zh-TW': '還需要約 {{units}} 個營業廳，或更長時間。',
  en: 'About {{units}} more halls, or more months, are needed.',
};

const moreHallsOrMonths: Phrase = {
  'zh-CN': '还需要约 {{units}} 个营业厅，或再等约 {{months}} 个月。',
  'zh-TW': '還需要約 {{units}} 個營業廳，或再等約 {{months}} 個月。',
  en: 'About {{units}} more halls, or about {{months}} more months, are needed.',
};

const percent = (share: number): number => Math.round(Math.abs(share) * 100);

/** Beyond the tenfold and below the tenth the digits say nothing. */
const shownRatio = (value: number): string => (!Number.isFinite(value) ? '?' : value >= 10 ? '>10' : value.toFixed(2));

/** Why nothing can be said, one sentence for a reason. */
export const reasonText = (reason: WithheldReason, minimumDetectableFall: number, locale: Locale): string => say(reasons[reason], locale, { detectable: percent(minimumDetectableFall) });

function why({ reasons: found, minimumDetectableFall, moreUnitsNeeded, moreMonths }: VerdictFacts, locale: Locale): string {
  const said = found.map((reason) => reasonText(reason, minimumDetectableFall, locale));
  if (found.includes('too-few-data') && moreUnitsNeeded) said.push(say(moreMonths ? moreHallsOrMonths : moreHalls, locale, { units: moreUnitsNeeded, months: moreMonths ?? 0 }));
  return said.join(locale === 'en' ? ' ' : '');
}

/** The one sentence that a manager reads. Never says more than the interval does. */
export function verdictSentence(facts: VerdictFacts, locale: Locale): string {
  const { ratio, lower, upper } = facts;
  const [near, far] = [1 - upper, 1 - lower].map(percent).sort((a, b) => a - b);
  const sentence = facts.verdict === 'cannot-say-yet' && !Number.isFinite(ratio) ? withoutNumbers : sentences[facts.verdict];
  return say(sentence, locale, {
    ...{ change: percent(1 - ratio), low: near!, high: far! },
    ...{ ratio: shownRatio(ratio), lower: shownRatio(lower), upper: shownRatio(upper) },
    ...{ detectable: percent(facts.minimumDetectableFall), why: why(facts, locale) },
  }).trim();
}
