import { type Locale, type PhraseValues, say } from '@skillhall/kernel';
import { labels } from './phrases.js';
import type { ItemReport } from './report.js';

const digits = (value: number | null, places: number): string => (value === null ? '–' : value.toFixed(places));
const percent = (value: number | null): string => (value === null ? '–' : `${value.toFixed(1)}%`);

/** Columns on the screen: signs of Chinese and full-width signs take two. */
const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(sign) ? 2 : 1), 0);

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => widthOf(row[column]!))));
  return rows.map((row) => row.map((text, column) => (column === 0 ? text + ' '.repeat(widths[0]! - widthOf(text)) : ' '.repeat(widths[column]! - widthOf(text)) + text)).join('  ').trimEnd());
}

/** The report as lines that a person reads: the test, the items, those that deserve a look. */
export function reportLines({ test, items, notes }: ItemReport, lang: Locale): string[] {
  const t = (label: keyof typeof labels, values: PhraseValues = {}): string => say(labels[label], lang, values);
  const inMarks = (label: keyof typeof labels, value: number | null, share: number | null): string => `${t(label)} ${digits(value, 2)}${share === null ? '' : ` (${percent(share)})`}`;
  // Where the whole test has too few attempts, a note says so once.
  const few = notes.some(({ code }) => code === 'few-attempts');
  const weak = items.flatMap(({ item, flags }) => flags.filter(({ reason }) => !few || reason !== 'too-few-attempts').map(({ text }) => `  ${item}  ${text}`));
  return [
    t('basis', { attempts: test.attempts, items: test.items, maximum: test.maximum === null ? '–' : test.maximum }),
    [inMarks('mean', test.mean, test.meanPercent), inMarks('median', test.median, test.medianPercent), inMarks('deviation', test.standardDeviation, test.standardDeviationPercent)].join('   '),
    [`${t('skewness')} ${digits(test.skewness, 3)}`, `${t('kurtosis')} ${digits(test.kurtosis, 3)}`, `${t('alpha')} ${digits(test.cronbachAlpha, 3)}`, `${t('errorRatio')} ${percent(test.errorRatio)}`, inMarks('standardError', test.standardError, test.standardErrorPercent)].join('   '),
    '',
    ...aligned([
      [t('item'), t('attempts'), t('facility'), t('deviation'), t('index'), t('efficiency'), t('upperLower'), t('weight')],
      ...items.map((item) => [
        ...[item.item, String(item.attempts), percent(item.facilityPercent), digits(item.standardDeviation, 3), percent(item.discriminationIndex), percent(item.discriminativeEfficiency)],
        ...[digits(item.upperLower, 2), `${percent(item.intendedWeight)} / ${percent(item.effectiveWeight)}`],
      ]),
    ]),
    '',
    weak.length ? t('weak') : t('noneWeak'),
    ...weak,
    ...(notes.length ? ['', t('notes'), ...notes.map(({ text }) => `  ${text}`)] : []),
  ];
}

export const printReport = (report: ItemReport, lang: Locale): void => console.log(reportLines(report, lang).join('\n'));
