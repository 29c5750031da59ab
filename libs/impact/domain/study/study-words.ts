import { type CivilMonth, type Locale, monthFromIndex, type Phrase, say } from '@skillhall/kernel';
import { studyFailures, studyNotes } from '../study-notes.js';
import { sayMonth } from '../say-numbers.js';
import { seenSentence, studySentence } from '../study-sentence.js';
import { verdictSentence, type VerdictFacts } from '../verdict-sentence.js';
import type { Exclusion, ExclusionReason, StudyResult } from './study-result.js';

const exclusions: Readonly<Record<ExclusionReason, Phrase>> = {
  'no-volume': {
    'zh-CN': '{{halls}} 个营业厅共缺 {{number}} 个厅月的业务量（未开业、合并或没有上报），这些月份不计入。',
    'zh-TW': '{{halls}} 個營業廳共缺 {{number}} 個廳月的業務量（未開業、合併或沒有上報），這些月份不計入。',
    en: '{{halls}} halls lack transactions in {{number}} months between them (not open yet, merged, or not reported); these months are left out.',
  },
  'trained-before-data': {
    'zh-CN': '{{halls}} 个营业厅在数据开始前已经受训，没有训前月份可比。',
    'zh-TW': '{{halls}} 個營業廳在資料開始前已經受訓，沒有訓前月份可比。',
    en: '{{halls}} halls were trained before the data begin: there is no month before to compare with.',
  },
  'trained-after-data': {
    'zh-CN': '{{halls}} 个营业厅的受训月份晚于最后一个有业务量的月份，按未受训的厅对照。',
    'zh-TW': '{{halls}} 個營業廳的受訓月份晚於最後一個有業務量的月份，按未受訓的廳對照。',
    en: '{{halls}} halls are trained after their last month with transactions and serve as untrained ones.',
  },
  'complaints-without-volume': {
    'zh-CN': '{{halls}} 个营业厅有 {{number}} 件投诉落在没有业务量的月份，没有计入。',
    'zh-TW': '{{halls}} 個營業廳有 {{number}} 件投訴落在沒有業務量的月份，沒有計入。',
    en: '{{number}} complaints at {{halls}} halls fall into months without transactions and are left out.',
  },
  silent: {
    'zh-CN': '{{number}} 组“营业厅×批次”在比较期内一件投诉也没有，对估计不起作用。',
    'zh-TW': '{{number}} 組「營業廳×批次」在比較期內一件投訴也沒有，對估計不起作用。',
    en: '{{number}} pairs of hall and wave have no complaint in the months compared and carry no information.',
  },
};

export const exclusionText = ({ reason, halls, number }: Exclusion, locale: Locale): string => say(exclusions[reason], locale, { halls, number });

export const studyWords = {
  'window-curve': {
    'zh-CN': '没有足够的数据核对决策期长度的影响。',
    'zh-TW': '沒有足夠的資料核對決策期長度的影響。',
    en: 'The data do not reach for a check of the length of the decision window.',
  },
  'negative-control': {
    'zh-CN': '没有用培训影响不到的投诉核对（没有指定类别，或这类投诉太少）。',
    'zh-TW': '沒有用培訓影響不到的投訴核對（沒有指定類別，或這類投訴太少）。',
    en: 'Complaints that training cannot move were not checked: no class was named, or there are too few.',
  },
  leads: {
    'zh-CN': '训前月份不够，没有核对受训厅与未受训厅之前的走势。',
    'zh-TW': '訓前月份不夠，沒有核對受訓廳與未受訓廳之前的走勢。',
    en: 'Too few months before: whether trained and untrained halls moved alike was not checked.',
  },
  'window-unknown': {
    'zh-CN': '有营业厅没有记录派训时看了哪几个月，决策期按 {{k}} 个月处理；太长几乎没有代价，太短会把自然回落当成效果。',
    'zh-TW': '有營業廳沒有記錄派訓時看了哪幾個月，決策期按 {{k}} 個月處理；太長幾乎沒有代價，太短會把自然回落當成效果。',
    en: 'For some halls nobody wrote down which months were looked at, so {{k}} months are taken: too long costs almost nothing, too short takes a natural fall for an effect.',
  },
  'known-at-lock': {
    'zh-CN': '锁定方案时，{{month}}及以前的数据已经存在。',
    'zh-TW': '鎖定方案時，{{month}}及以前的資料已經存在。',
    en: 'When the plan was locked, data up to {{month}} were there already.',
  },
} as const satisfies Record<string, Phrase>;

const training: Phrase = {
  'zh-CN': '同一时期，受训厅中有 {{halls}} 个也接受了“{{course}}”，两门课的作用分不开。',
  'zh-TW': '同一時期，受訓廳中有 {{halls}} 個也接受了「{{course}}」，兩門課的作用分不開。',
  en: '{{halls}} of the trained halls were trained in “{{course}}” in the same time; the two cannot be told apart.',
};

export const coTrainingText = (halls: number, course: string, locale: Locale): string => say(training, locale, { halls, course });

function factsOf({ effect, verdict, reasons, minimumDetectableFall, moreHalls, moreMonths }: StudyResult): VerdictFacts {
  const number = (value: number | null | undefined): number => value ?? NaN;
  return {
    ...{ verdict, reasons, moreMonths, moreUnitsNeeded: moreHalls ?? undefined, minimumDetectableFall: number(minimumDetectableFall) },
    ...{ ratio: number(effect?.ratio), lower: number(effect?.low), upper: number(effect?.high) },
  };
}

const failureText = (code: string, locale: Locale): string => {
  const named = Object.hasOwn(studyFailures, code) ? (code as keyof typeof studyFailures) : 'other';
  return say(studyFailures[named], locale, { reasons: '' });
};

/** The verdict alone, what the eye sees (may be empty) or why there is no verdict, and both as one sentence. */
export function studyHeadline(result: StudyResult, locale: Locale): { headline: string; detail: string; sentence: string } {
  const facts = factsOf(result);
  const headline = verdictSentence(facts, locale);
  if (result.failure) {
    const detail = failureText(result.failure, locale);
    return { headline, detail, sentence: `${headline}${locale === 'en' ? ' ' : ''}${detail}`.trim() };
  }
  const seen = { ...facts, sameSpike: result.sameSpike ?? undefined };
  return { headline, detail: seenSentence(seen, locale).trim(), sentence: studySentence(seen, locale) };
}

interface Code {
  readonly code: string;
  readonly text: string;
}

/** Guards without data, waves left out, few clusters, what was known at the lock. */
export function studyNotesOf(result: StudyResult, study: { readonly decisionWindow: number; readonly windowSource: string; readonly dataUntilAtLock: CivilMonth | null }, locale: Locale): Code[] {
  const notes: Code[] = result.failure ? [] : result.unchecked.map((guard) => ({ code: guard, text: say(studyWords[guard], locale) }));
  const add = (code: string, text: string): number => notes.push({ code, text });
  if (study.windowSource === 'unknown') add('window-unknown', say(studyWords['window-unknown'], locale, { k: study.decisionWindow }));
  if (result.skippedWaves.length) {
    const waves = result.skippedWaves.map(({ month }) => sayMonth(monthFromIndex(month), locale)).join(locale === 'en' ? ', ' : '、');
    add('waves-skipped', say(studyNotes['waves-skipped'], locale, { waves }));
  }
  if (result.inference === 'permutation' && result.permutation) add('few-clusters', say(studyNotes['few-clusters'], locale, { draws: result.permutation.draws }));
  if (study.dataUntilAtLock) add('known-at-lock', say(studyWords['known-at-lock'], locale, { month: sayMonth(study.dataUntilAtLock, locale) }));
  return notes;
}
