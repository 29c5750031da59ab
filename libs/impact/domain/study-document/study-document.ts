import { complaintClassNames } from '@skillhall/complaints/domain';
import { type CivilMonth, type Locale, monthFromIndex, say } from '@skillhall/kernel';
import type { StudyPlan } from '../study/study-plan.js';
import type { BeforeAfterResult, EventResult, RatioResult, StudyResult } from '../study/study-result.js';
import { exclusionText, studyHeadline, studyNotesOf } from '../study/study-words.js';
import { reasonText } from '../verdict-sentence.js';
import { type DocumentPhrase, documentPhrases } from './document-phrases.js';

export type Cell = string | number | null;

export interface StudyTable {
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A study as it is handed to somebody: the answer, its tables, its doubts. */
export interface StudyDocument {
  readonly title: string;
  readonly headline: string;
  /** What the eye sees before the verdict, or why there is no number after it; may be empty. */
  readonly detail: string;
  readonly plan: StudyTable;
  readonly result: StudyTable;
  readonly tables: readonly StudyTable[];
  readonly doubts: readonly string[];
  readonly events: readonly EventResult[];
}

export interface DocumentSource {
  readonly title: string;
  readonly unitName: string;
  readonly courseName: string;
  readonly plan: StudyPlan;
  readonly lockedAt: string;
  readonly lockedBy: string;
  readonly planDigest: string;
  readonly dataUntilAtLock: CivilMonth | null;
  readonly result: StudyResult;
  readonly adjustedPValue: number | null;
  readonly coTraining: readonly string[];
  readonly runs: readonly { readonly number: number; readonly askedAt: string; readonly askedBy: string; readonly reason: string; readonly digest: string | null; readonly methodVersion: string | null }[];
}

/** Four digits are more than any of these data carry. */
const rounded = (value: number | null): number | null => (value === null ? null : Number(value.toPrecision(4)));
const share = (value: number | null): string | null => (value === null ? null : `${Math.round(value * 100)}%`);
const three = ({ ratio, low, high }: RatioResult): Cell[] => [ratio, low, high].map(rounded);

export function studyDocument(source: DocumentSource, locale: Locale): StudyDocument {
  const t = (name: DocumentPhrase): string => say(documentPhrases[name], locale);
  const { result, plan } = source;
  const { headline, detail } = studyHeadline(result, locale);
  return {
    title: source.title,
    ...{ headline, detail },
    plan: { title: t('plan'), header: [t('item'), t('value')], rows: planRows(source, locale, t) },
    result: { title: t('result'), header: [t('item'), t('value')], rows: resultRows(source, locale, t) },
    tables: tablesOf(source, t).filter(({ rows }) => rows.length > 0),
    doubts: [
      ...result.reasons.map((reason) => reasonText(reason, result.minimumDetectableFall ?? NaN, locale)),
      ...studyNotesOf(result, { ...plan, dataUntilAtLock: source.dataUntilAtLock }, locale).map(({ text }) => text),
      ...source.coTraining,
      ...result.exclusions.map((exclusion) => exclusionText(exclusion, locale)),
    ],
    events: result.events,
  };
}

type Say = (name: DocumentPhrase) => string;

function planRows({ plan, unitName, courseName, lockedAt, lockedBy, planDigest }: DocumentSource, locale: Locale, t: Say): Cell[][] {
  const classes = (names: StudyPlan['outcomeClasses']): string => names.map((name) => say(complaintClassNames[name], locale)).join(locale === 'en' ? ', ' : '、') || '–';
  return [
    [t('course'), courseName],
    [t('unit'), unitName],
    [t('outcome'), classes(plan.outcomeClasses)],
    [t('control'), classes(plan.controlClasses)],
    [t('rule'), t(plan.countRule)],
    [t('window'), plan.decisionWindow],
    [t('wanted'), share(plan.wantedFall)],
    [t('cluster'), t(plan.cluster)],
    ...(plan.cost === null ? [] : [[t('cost'), plan.cost]]),
    [t('locked'), `${lockedAt} ${lockedBy}`],
    [t('digest'), planDigest],
  ];
}

function withRange(value: number, low: number | null, high: number | null, locale: Locale): string {
  const whole = (end: number | null): number | string => (end === null ? '?' : Math.round(end));
  return say(documentPhrases.withRange, locale, { value: Math.round(value), low: whole(low), high: whole(high) });
}

function resultRows({ result, adjustedPValue }: DocumentSource, locale: Locale, t: Say): Cell[][] {
  const { effect, avoided, costPerAvoided } = result;
  const rows: [DocumentPhrase, Cell][] = [
    ['ratio', rounded(effect?.ratio ?? null)],
    ['low', rounded(effect?.low ?? null)],
    ['high', rounded(effect?.high ?? null)],
    ['p', rounded(result.pValue)],
    ['adjusted', rounded(adjustedPValue)],
    ['halls', result.halls],
    ['trained', result.trainedHalls],
    ['months', result.months],
    ['complaints', result.complaints],
    ['detectable', share(result.minimumDetectableFall)],
    ['moreHalls', result.verdict === 'cannot-say-yet' ? result.moreHalls : null],
    ['moreMonths', result.verdict === 'cannot-say-yet' ? result.moreMonths : null],
    // As on the screen: no number of complaints avoided while nothing can be said.
    ['avoided', avoided?.complaints == null || result.verdict === 'cannot-say-yet' ? null : withRange(avoided.complaints, avoided.low, avoided.high, locale)],
    ['costPerAvoided', costPerAvoided && withRange(costPerAvoided.cost, costPerAvoided.low, costPerAvoided.high, locale)],
  ];
  return rows.filter(([, value]) => value !== null).map(([name, value]) => [t(name), value]);
}

function tablesOf(source: DocumentSource, t: Say): StudyTable[] {
  const { result } = source;
  const interval = [t('ratio'), t('low'), t('high')];
  const side = (name: string, found: BeforeAfterResult): Cell[] => [name, rounded(found.before), rounded(found.after), ...three(found)];
  return [
    { title: t('events'), header: [t('relative'), t('part'), ...interval], rows: result.events.map((event) => [event.relative, t(event.window), ...three(event)]) },
    { title: t('curve'), header: [t('window'), ...interval], rows: (result.curve?.points ?? []).map((point) => [point.decisionWindow, ...three(point)]) },
    { title: t('waves'), header: [t('month'), t('trained'), t('untrained'), ...interval], rows: result.waves.map((wave) => [monthFromIndex(wave.month), wave.trainedHalls, wave.comparisonHalls, ...three(wave)]) },
    { title: t('checks'), header: [t('item'), ...interval, t('p')], rows: checkRows(result, t) },
    { title: t('sensitivity'), header: [t('drift'), t('low'), t('high')], rows: (result.sensitivity?.bands ?? []).map((band) => [band.violation, rounded(band.low), rounded(band.high)]) },
    { title: t('sameSpike'), header: [t('relative'), t('trained'), t('untrained')], rows: (result.sameSpike?.series ?? []).map((point) => [point.relative, rounded(point.trained), rounded(point.untrained)]) },
    { title: t('naive'), header: [t('item'), t('before'), t('after'), ...interval], rows: result.naive ? [side(t('quarter'), result.naive.quarter), side(t('year'), result.naive.year)] : [] },
    { title: t('runs'), header: [t('run'), t('askedAt'), t('askedBy'), t('reason'), t('data'), t('method')], rows: source.runs.map((run) => [run.number, run.askedAt, run.askedBy, run.reason, run.digest?.slice(0, 16) ?? null, run.methodVersion]) },
  ];
}

function checkRows({ control, leadsP, symmetricWindow, decisionRate, permutation, sensitivity }: StudyResult, t: Say): Cell[][] {
  return [
    ...(control ? [[t('control'), ...three(control), null]] : []),
    ...(leadsP === null ? [] : [[t('leads'), null, null, null, rounded(leadsP)]]),
    ...(symmetricWindow ? [[t('symmetric'), ...three(symmetricWindow), null]] : []),
    ...(decisionRate ? [[t('decisionRate'), ...three(decisionRate), null]] : []),
    ...(permutation ? [[`${t('permutation')} (${permutation.draws})`, null, rounded(permutation.low), rounded(permutation.high), rounded(permutation.p)]] : []),
    ...(sensitivity?.breakdown == null ? [] : [[t('breakdown'), rounded(sensitivity.breakdown), null, null, null]]),
  ];
}
