import { type Locale, type PhraseValues, say } from '@skillhall/kernel';
import { labels } from './phrases.js';
import type { EstimateReport } from './report.js';

interface Shown {
  readonly rateRatio: number;
  readonly ci95: readonly [number, number];
}

const digits = (value: number): string => (Number.isFinite(value) ? value.toFixed(3) : '–');
const ratio = ({ rateRatio, ci95: [lower, upper] }: Shown): string => `${digits(rateRatio)} (${digits(lower)}–${digits(upper)})`;
const mark = { 'clean-before': ' ', decision: '#', 'phase-in': '~', after: ' ' };

/** The report as lines that a person reads, the sentence first. */
export function reportLines(report: EstimateReport, lang: Locale): string[] {
  const t = (label: keyof typeof labels, values: PhraseValues = {}): string => say(labels[label], lang, values);
  const lines = [report.sentence, '', `${t('estimate')} [${report.method}] ${ratio(report)}  ${t('basis', { units: report.units, trained: report.trainedUnits, rows: report.observations, clusters: report.clusters })}`];
  const section = (title: string, entries: readonly (string | false | null)[]): void => {
    const shown = entries.filter((entry): entry is string => typeof entry === 'string');
    if (shown.length) lines.push(title, ...shown.map((entry) => `  ${entry}`));
  };
  if (report.method !== 'stacked' && report.default) lines.push(`${t('default')} ${ratio(report.default)}`);
  lines.push(t('detectable', { mde: (report.minimumDetectableFall * 100).toFixed(0), wanted: (report.wantedFall * 100).toFixed(0) }));
  section(t('waves'), (report.perWave ?? []).map((wave) => `${ratio(wave)}  ${t('wave', { wave: wave.wave, trained: wave.trainedUnits })}`));
  section(t('events'), (report.eventStudy ?? []).map((event) => `${String(event.relative).padStart(4)}${mark[event.window]} ${ratio(event)}`));
  const { windowCurve: curve, naive, checks, negativeControl, sensitivity, permutation } = report;
  if (curve) section(t('curve', { k: report.decisionWindow, stable: t(curve.stable ? 'stable' : 'unstable') }), curve.points.map((point) => `k=${point.decisionWindow} ${ratio(point)}`));
  section(t('checks'), [
    negativeControl && `${ratio(negativeControl)}  ${t('control')}`,
    checks.symmetricWindow && `${ratio(checks.symmetricWindow)}  ${t('symmetric')}`,
    checks.decisionRateCovariate && `${ratio(checks.decisionRateCovariate)}  ${t('decisionRate')}`,
    report.leadsP !== null && t('leads', { p: digits(report.leadsP) }),
    sensitivity && t('breakdown', { breakdown: sensitivity.breakdown.toFixed(2), kind: sensitivity.kind.endsWith('conservative') ? t('conservative') : '' }),
    permutation && t('permutation', { p: digits(permutation.p), draws: permutation.draws }),
  ]);
  if (naive) section(t('naive'), [`${ratio(naive.quarterBefore)}  ${t('quarter')}`, `${ratio(naive.yearBefore)}  ${t('year')}`]);
  section(t('notes'), [...report.notes.map(({ text }) => text), ...Object.entries(report.missing).map(([field, why]) => `${field}: ${why}`)]);
  return lines;
}

export const printReport = (report: EstimateReport, lang: Locale): void => console.log(reportLines(report, lang).join('\n'));
