import { type ChartRule, chartSentence } from '@skillhall/impact/domain';
import { StatisticsError } from '@skillhall/statistics';
import { CommandFailure } from '../failure.js';
import type { ChartOptions } from './chart.js';
import { type Chart, computeChart } from './compute.js';
import type { Series } from './series.js';

/** A unit without enough periods for a chart. */
export interface Uncharted {
  readonly unit: string | null;
  readonly code: string;
}

/** All charts as one object. A unit that cannot be charted is named and leaves the others alone. */
export function chartReport(series: readonly Series[], options: Omit<ChartOptions, 'file'>) {
  const charts: Chart[] = [];
  const uncharted: Uncharted[] = [];
  for (const one of series) {
    try {
      charts.push(computeChart(one, options));
    } catch (error) {
      if (!(error instanceof StatisticsError)) throw error;
      uncharted.push({ unit: one.unit, code: error.code });
    }
  }
  if (!charts.length) throw new CommandFailure('No chart can be drawn: too few periods with transactions.', 1, false, { code: uncharted[0]?.code ?? 'empty-input' });
  const signals: Partial<Record<ChartRule, number>> = {};
  for (const { rule } of charts.flatMap((chart) => chart.signals)) signals[rule] = (signals[rule] ?? 0) + 1;
  const sigmaZ = charts.length === 1 ? (charts[0]!.sigmaZ ?? undefined) : undefined;
  return {
    kind: options.kind,
    per: options.value || options.kind === 'cusum' ? null : options.per,
    charts,
    uncharted,
    signals,
    sentence: chartSentence({ kind: options.kind, charts: charts.length, signals, tooShort: charts.filter(({ tooShort }) => tooShort).length, sigmaZ }, options.lang),
  };
}

export type ChartReport = ReturnType<typeof chartReport>;
