import { type BeforeAfter, type EffectStudy, type StatisticsError, withheldVerdict } from '@skillhall/statistics';
import { known } from '../known.js';
import { avoidedComplaints, costPerAvoided } from './avoided.js';
import { moreMonthsNeeded } from './more-months.js';
import { exclusionsOf, type StudyPanel, type StudyRows } from './study-panel.js';
import type { StudyPlan } from './study-plan.js';
import type { BeforeAfterResult, CoTraining, RatioResult, SensitivityResult, StudyResult } from './study-result.js';

interface Interval {
  readonly ratio: number;
  readonly lower: number;
  readonly upper: number;
}

const ratioOf = ({ ratio, lower, upper }: Interval): RatioResult => ({ ratio: known(ratio), low: known(lower), high: known(upper) });
const per10k = (rate: number): number => rate * 10_000;
const sideOf = (side: BeforeAfter): BeforeAfterResult => ({ ...ratioOf(side), before: per10k(side.rateBefore), after: per10k(side.rateAfter), halls: side.units });
const orNull = <T, R>(value: T | undefined, of: (value: T) => R): R | null => (value === undefined ? null : of(value));

export function sensitivityOf(found: NonNullable<EffectStudy['sensitivity']>): SensitivityResult {
  const { kind, bands, breakdown } = found;
  return { kind, breakdown: known(breakdown), bands: bands.map(({ violation, lower, upper }) => ({ violation, low: known(Math.exp(lower)), high: known(Math.exp(upper)) })) };
}

/** What is true of the data whatever the estimate. */
function basis(panel: StudyPanel, rows: StudyRows) {
  const [units, trained] = [new Set<number>(), new Set<number>()];
  const last = panel.firstMonth + panel.months - 1;
  rows.unit.forEach((unit, row) => {
    units.add(unit);
    if (rows.firstTreated[row]! <= last) trained.add(unit);
  });
  return { halls: units.size, trainedHalls: trained.size, months: new Set(rows.time).size, complaints: rows.count.reduce((sum, count) => sum + count, 0), clusters: new Set(rows.cluster).size, exclusions: exclusionsOf(panel) };
}

const nothing = {
  ...{ effect: null, standardError: null, pValue: null, inference: null, moreHalls: null, moreMonths: null, waves: [], skippedWaves: [], events: [], leadsP: null, curve: null, control: null },
  ...{ sameSpike: null, naive: null, permutation: null, sensitivity: null, symmetricWindow: null, decisionRate: null, avoided: null, costPerAvoided: null },
} as const;

/** The result where nothing can be compared, with the code that says why. */
export function emptyResult(panel: StudyPanel, rows: StudyRows, coTraining: readonly CoTraining[], error: StatisticsError): StudyResult {
  const { verdict, reasons, unchecked } = withheldVerdict('not-estimated');
  return { ...nothing, ...basis(panel, rows), verdict, reasons, unchecked, failure: error.code, minimumDetectableFall: null, coTraining };
}

/** Everything a study found, as it is kept. */
export function studyResult(study: EffectStudy, panel: StudyPanel, rows: StudyRows, plan: StudyPlan, coTraining: readonly CoTraining[]): StudyResult {
  const { verdict: found, default: main, eventStudy, curve, control, sameSpike, naive, permutation, sensitivity, checks } = study;
  const avoided = main ? avoidedComplaints(panel, main) : null;
  const silent = main?.silentUnitWaves ?? 0;
  const base = basis(panel, rows);
  return {
    ...base,
    exclusions: silent ? [...base.exclusions, { reason: 'silent', halls: silent, number: silent }] : base.exclusions,
    ...{ verdict: found.verdict, reasons: found.reasons, unchecked: found.unchecked, failure: null, coTraining },
    ...{ effect: orNull(main, ratioOf), standardError: known(main?.standardError), pValue: known(main?.pValue), inference: main?.inference ?? null },
    ...{ minimumDetectableFall: known(found.minimumDetectableFall), moreHalls: known(found.moreUnitsNeeded), moreMonths: main ? moreMonthsNeeded(panel, rows, plan, main) : null },
    waves: (main?.waves ?? []).map((wave) => ({ ...ratioOf(wave), month: wave.wave, trainedHalls: wave.treatedUnits, comparisonHalls: wave.comparisonUnits })),
    skippedWaves: (main?.skippedWaves ?? []).map(({ wave, reason }) => ({ month: wave, reason })),
    events: (eventStudy?.points ?? []).map((point) => ({ ...ratioOf(point), relative: point.relative, window: point.window })),
    leadsP: known(eventStudy?.leads.pValue),
    curve: orNull(curve, ({ stable, points }) => ({ stable, points: points.map((point) => ({ ...ratioOf(point), decisionWindow: point.decisionWindow })) })),
    control: orNull(control, ratioOf),
    sameSpike: orNull(sameSpike, ({ treated, comparison, unmatched, series }) => ({
      ...{ trained: sideOf(treated), untrained: sideOf(comparison), unmatched },
      series: series.map(({ relative, treatedRate, comparisonRate }) => ({ relative, trained: known(per10k(treatedRate)), untrained: known(per10k(comparisonRate)) })),
    })),
    naive: orNull(naive, ({ quarterBefore, yearBefore }) => ({ quarter: sideOf(quarterBefore), year: sideOf(yearBefore) })),
    permutation: orNull(permutation, ({ pValue, lower, upper, draws }) => ({ p: pValue, low: known(lower), high: known(upper), draws: draws.length })),
    sensitivity: orNull(sensitivity, sensitivityOf),
    ...{ symmetricWindow: orNull(checks.symmetricWindow, ratioOf), decisionRate: orNull(checks.decisionRate, ratioOf) },
    avoided,
    costPerAvoided: found.verdict === 'fell' && avoided && plan.cost !== null ? costPerAvoided(plan.cost, avoided) : null,
  };
}
