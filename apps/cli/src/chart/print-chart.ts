import { ruleNames } from '@skillhall/impact/domain';
import { type Locale, type PhraseValues, say } from '@skillhall/kernel';
import type { Chart } from './compute.js';
import { labels } from './phrases.js';
import type { ChartReport } from './report.js';

/** Three digits that count; next to nothing is 0. */
export const shown = (value: number): string => (Math.abs(value) < 1e-6 ? '0' : Math.abs(value) >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3))));

const t = (label: keyof typeof labels, lang: Locale, values: PhraseValues = {}): string => say(labels[label], lang, values);

/** Centre and limits of a chart in words. */
export function limitsOf({ points, threshold, expectedRate }: Chart, lang: Locale): string {
  if (threshold !== null) return t('threshold', lang, { threshold: shown(threshold), rate: shown(expectedRate!) });
  const { centre, lower, upper } = points[0]!;
  const same = points.every((point) => point.lower === lower && point.upper === upper);
  return t(same ? 'limits' : 'moving', lang, { centre: shown(centre!), lower: shown(lower!), upper: shown(upper!) });
}

/** The charts as lines that a person reads: each with its signals. */
export function chartLines({ charts, uncharted, sentence }: ChartReport, lang: Locale): string[] {
  const lines = [sentence, ''];
  for (const chart of charts) {
    lines.push(`${chart.unit ?? t('all', lang)} · ${limitsOf(chart, lang)}`);
    for (const { rule, from, to } of chart.signals) {
      const values = chart.points.filter(({ rules }) => rules.includes(rule)).filter(({ time }) => time === from || time === to).map(({ value }) => shown(value));
      lines.push(`  ${t('point', lang, { time: from === to ? from : `${from}–${to}`, value: values.join('–') })}  ${say(ruleNames[rule], lang)}`);
    }
  }
  if (uncharted.length) lines.push(t('uncharted', lang, { units: uncharted.map(({ unit }) => unit ?? '').join(', ') }));
  return lines;
}
