import { type RateChange, studySentence } from '@skillhall/impact/domain';
import type { BeforeAfter, EffectStudy, MethodEstimate, RatioEstimate } from '@skillhall/statistics';
import type { EstimateOptions } from './estimate.js';
import { missingOf, notesOf } from './notes.js';

const perTenThousand = 10_000;

interface Interval {
  readonly ratio: number;
  readonly lower: number;
  readonly upper: number;
}

const plain = ({ ratio, lower, upper }: Interval) => ({ rateRatio: ratio, ci95: [lower, upper] as const });
const withError = (estimate: RatioEstimate) => ({ ...plain(estimate), standardErrorLog: estimate.standardError });
const compared = (side: BeforeAfter) => ({ ...plain(side), ratePer10kBefore: side.rateBefore * perTenThousand, ratePer10kAfter: side.rateAfter * perTenThousand, units: side.units });
const change = (side: BeforeAfter): RateChange => ({ before: side.rateBefore * perTenThousand, after: side.rateAfter * perTenThousand });
const orNull = <T, R>(value: T | undefined, of: (value: T) => R): R | null => (value === undefined ? null : of(value));

type Options = Pick<EstimateOptions, 'method' | 'decisionWindow' | 'smallSample' | 'permutations' | 'wantedFall' | 'negativeControl' | 'lang'>;

/** The whole answer as one object; what a method or the data cannot give is null, and `missing` says why. */
export function estimateReport(study: EffectStudy, options: Options) {
  const { estimate, verdict } = study;
  return {
    method: options.method,
    decisionWindow: options.decisionWindow,
    ...plain(estimate.effect),
    standardErrorLog: estimate.effect.standardError,
    smallSample: options.method === 'cs' ? null : options.smallSample,
    pValue: estimate.effect.pValue,
    clusters: estimate.clusters,
    observations: estimate.rows,
    units: study.units,
    trainedUnits: study.treatedUnits,
    perWave: orNull(estimate.waves, (waves) => waves.map((wave) => ({ wave: wave.wave, ...withError(wave), trainedUnits: wave.treatedUnits, comparisonUnits: wave.comparisonUnits ?? null }))),
    eventStudy: orNull(estimate.events, (events) => events.map((event) => ({ relative: event.relative, window: event.window, ...withError(event) }))),
    additive: orNull(estimate.additive, ({ effect, standardError }) => ({ per10k: effect * perTenThousand, standardErrorPer10k: standardError * perTenThousand })),
    ...permuted(study),
    naive: orNull(study.naive, ({ quarterBefore, yearBefore }) => ({ quarterBefore: compared(quarterBefore), yearBefore: compared(yearBefore) })),
    sameSpike: orNull(study.sameSpike, ({ treated, comparison, unmatched }) => ({ trained: compared(treated), untrained: compared(comparison), unmatched })),
    default: orNull(study.default, (main) => ({ ...withError(main), inference: main.inference, observations: main.rows })),
    ...guards(study),
    wantedFall: options.wantedFall,
    minimumDetectableFall: verdict.minimumDetectableFall,
    moreUnitsNeeded: verdict.moreUnitsNeeded ?? null,
    verdict: verdict.verdict,
    verdictRestsOn: 'stacked' as const,
    reasons: verdict.reasons,
    unchecked: verdict.unchecked,
    sentence: sentenceOf(study, options),
    notes: notesOf(study, options),
    missing: missingOf(study, options),
  };
}

export type EstimateReport = ReturnType<typeof estimateReport>;

function permuted({ estimate, permutation }: EffectStudy) {
  const own = estimate.method === 'stacked' ? permutation : undefined;
  return { permutationP: own?.pValue ?? null, permutation: orNull(own, ({ pValue, lower, upper, draws }) => ({ p: pValue, ci95: [lower, upper] as const, draws: draws.length })) };
}

/** All of the default estimate, whichever method was asked for. */
function guards({ eventStudy, curve, control, sensitivity, checks }: EffectStudy) {
  return {
    leadsP: eventStudy?.leads.pValue ?? null,
    windowCurve: orNull(curve, ({ points, stable }) => ({ stable, points: points.map((point) => ({ decisionWindow: point.decisionWindow, ...plain(point) })) })),
    negativeControl: orNull(control, withError),
    sensitivity: orNull(sensitivity, ({ kind, bands, breakdown }) => ({
      kind: `relative-magnitudes-${kind}` as const,
      breakdown,
      bands: bands.map(({ violation, lower, upper }) => ({ violation, ci95: [Math.exp(lower), Math.exp(upper)] as const })),
    })),
    checks: { symmetricWindow: orNull(checks.symmetricWindow, withError), decisionRateCovariate: orNull(checks.decisionRate, withError) },
  };
}

/** The numbers of the sentence are those of the default; another method is named before it. */
function sentenceOf(study: EffectStudy, { lang }: Options): string {
  const { estimate, default: main, sameSpike, verdict } = study;
  const { ratio, lower, upper } = main ?? { ratio: NaN, lower: NaN, upper: NaN };
  return studySentence(
    {
      ...verdict,
      ...{ ratio, lower, upper },
      sameSpike: sameSpike && { trained: change(sameSpike.treated), untrained: change(sameSpike.comparison) },
      comparison: comparisonOf(estimate),
    },
    lang,
  );
}

function comparisonOf({ method, effect }: MethodEstimate) {
  return method === 'stacked' ? undefined : { method, ratio: effect.ratio, lower: effect.lower, upper: effect.upper };
}
