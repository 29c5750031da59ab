import { createRandomSource, decideVerdict, estimateStacked, NEVER_TREATED, naiveComparisons, poissonFixedEffects, stackedEventStudy, StatisticsError, windowCurve } from '@skillhall/statistics';
import type { Panel } from './panel-file.js';

export interface EstimateOptions {
  readonly decisionWindow: number;
  readonly wantedFall: number;
  readonly permutations: number;
  readonly seed: number;
}

export interface EffectEstimate {
  readonly ratio: number;
  readonly lower: number;
  readonly upper: number;
  readonly standardError: number;
  readonly clusters: number;
  readonly observations: number;
  readonly perWave: readonly { wave: number; rateRatio: number; ci95: [number, number]; trainedUnits: number; comparisonUnits: number }[];
  readonly permutationP: number | null;
}

/** Undefined where the data do not reach for this part of the answer. */
const ifPossible = <T>(compute: () => T): T | undefined => {
  try {
    return compute();
  } catch (error) {
    if (error instanceof StatisticsError) return undefined;
    throw error;
  }
};

/** The default: stacked clean windows. */
export function stacked(panel: Panel, { decisionWindow, permutations, seed }: EstimateOptions): EffectEstimate {
  const { cluster, ...rest } = panel;
  const input = { ...rest, ...(cluster && { cluster }), decisionWindow };
  const estimate = estimateStacked({ ...input, ...(permutations > 0 && { inference: 'permutation' as const, permutations, random: createRandomSource(seed) }) });
  return {
    ...{ ratio: estimate.ratio, lower: estimate.lower, upper: estimate.upper, standardError: estimate.standardError },
    ...{ clusters: estimate.influence.length, observations: estimate.rows, permutationP: estimate.permutation?.pValue ?? null },
    perWave: estimate.waves.map((wave) => ({ wave: wave.wave, rateRatio: wave.ratio, ci95: [wave.lower, wave.upper], trainedUnits: wave.treatedUnits, comparisonUnits: wave.comparisonUnits })),
  };
}

/** Units and periods, one effect from the first treated period on; kept for comparison, not for belief. */
export function twoWay(panel: Panel): EffectEstimate {
  const first = panel.time.reduce((least, time) => Math.min(least, time), Infinity);
  const codes = panel.time.map((time) => time - first - 1);
  const treated = Float64Array.from(panel.time, (time, row) => (panel.firstTreated[row] !== NEVER_TREATED && time >= panel.firstTreated[row]! ? 1 : 0));
  const fit = poissonFixedEffects({
    ...{ unit: panel.unit, count: panel.count, exposure: panel.exposure, ...(panel.cluster && { cluster: panel.cluster }) },
    factors: [{ name: 'time', codes, levels: codes.reduce((most, code) => Math.max(most, code + 1), 0) }],
    covariates: [{ name: 'treated', values: treated }],
  });
  const column = fit.column('treated');
  const [log, error] = [fit.coefficients[column]!, fit.standardErrors[column]!];
  const reach = 1.959963984540054 * error;
  return { ratio: Math.exp(log), lower: Math.exp(log - reach), upper: Math.exp(log + reach), standardError: error, clusters: fit.clusters, observations: fit.rows, perWave: [], permutationP: null };
}

/** What stands beside the estimate, whichever method made it. */
export function surroundings(panel: Panel, { decisionWindow }: EstimateOptions) {
  const { cluster, control, ...rest } = panel;
  const input = { ...rest, ...(cluster && { cluster }), decisionWindow };
  return {
    naive: ifPossible(() => naiveComparisons(input)),
    study: ifPossible(() => stackedEventStudy(input)),
    curve: ifPossible(() => windowCurve(input)),
    control: control && ifPossible(() => estimateStacked({ ...input, count: control })),
  };
}

export function verdictOf(effect: EffectEstimate, around: ReturnType<typeof surroundings>, wantedFall: number, units: number) {
  return decideVerdict({
    ...{ effect, standardError: effect.standardError, wantedFall, units },
    ...{ windowCurveStable: around.curve?.stable, negativeControl: around.control, leadsPValue: around.study?.leads.pValue },
  });
}
