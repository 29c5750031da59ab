import { verdictSentence } from '@skillhall/impact/domain';
import type { Locale } from '@skillhall/kernel';
import type { BeforeAfter } from '@skillhall/statistics';
import { CommandFailure } from '../failure.js';
import { type EffectEstimate, type EstimateOptions, stacked, surroundings, twoWay, verdictOf } from './methods.js';
import type { Panel } from './panel-file.js';

type Options = EstimateOptions & { readonly method: string; readonly lang: Locale };

const methods: Readonly<Record<string, (panel: Panel, options: EstimateOptions) => EffectEstimate>> = { stacked, twfe: twoWay };

const plain = ({ ratio, lower, upper, rateBefore, rateAfter, units }: BeforeAfter) => ({ rateRatio: ratio, ci95: [lower, upper], ratePer10kBefore: rateBefore * 10_000, ratePer10kAfter: rateAfter * 10_000, units });

/** The whole answer as one object. */
export function estimateReport(panel: Panel, options: Options) {
  const compute = methods[options.method];
  if (!compute) throw new CommandFailure(`The method ${options.method} is not available.`, 2);
  const effect = compute(panel, options);
  const around = surroundings(panel, options);
  const units = new Set(panel.unit).size;
  const decided = verdictOf(effect, around, options.wantedFall, units);
  return {
    method: options.method,
    decisionWindow: options.decisionWindow,
    rateRatio: effect.ratio,
    ci95: [effect.lower, effect.upper] as const,
    standardErrorLog: effect.standardError,
    clusters: effect.clusters,
    observations: effect.observations,
    units,
    perWave: effect.perWave,
    eventStudy: around.study?.points.map(({ relative, window, ratio, lower, upper }) => ({ relative, window, rateRatio: ratio, ci95: [lower, upper] })) ?? [],
    leadsP: around.study?.leads.pValue ?? null,
    windowCurve: around.curve?.points.map(({ decisionWindow, ratio, lower, upper }) => ({ decisionWindow, rateRatio: ratio, ci95: [lower, upper] })) ?? [],
    negativeControl: around.control ? { rateRatio: around.control.ratio, ci95: [around.control.lower, around.control.upper] } : null,
    permutationP: effect.permutationP,
    naive: around.naive ? { quarterBefore: plain(around.naive.quarterBefore), yearBefore: plain(around.naive.yearBefore) } : null,
    wantedFall: options.wantedFall,
    minimumDetectableFall: decided.minimumDetectableFall,
    moreUnitsNeeded: decided.moreUnitsNeeded ?? null,
    verdict: decided.verdict,
    reasons: decided.reasons,
    unchecked: decided.unchecked,
    sentence: verdictSentence({ ...decided, ratio: effect.ratio, lower: effect.lower, upper: effect.upper }, options.lang),
  };
}

const digits = (value: number): string => value.toFixed(3);

export function printReport(report: ReturnType<typeof estimateReport>): void {
  const interval = ([low, high]: readonly number[]): string => `${digits(low!)}–${digits(high!)}`;
  console.log(report.sentence);
  console.log(`\n${report.method}: ratio ${digits(report.rateRatio)} (95 % ${interval(report.ci95)}), ${report.units} units, ${report.observations} rows, ${report.clusters} clusters`);
  for (const { wave, rateRatio, ci95, trainedUnits } of report.perWave) console.log(`  wave ${wave}: ${digits(rateRatio)} (${interval(ci95)}), ${trainedUnits} trained`);
  if (report.naive) console.log(`not to be believed, quarter before: ${digits(report.naive.quarterBefore.rateRatio)}; year before: ${digits(report.naive.yearBefore.rateRatio)}`);
  if (report.permutationP !== null) console.log(`permutation p ${report.permutationP}`);
}
