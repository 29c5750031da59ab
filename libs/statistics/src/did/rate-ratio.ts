import { requireLength, StatisticsError } from '../errors.js';
import { encode } from '../poisson/encode.js';
import type { TreatmentPanel } from '../stacked/panel-grid.js';
import { ratioEstimate } from '../stacked/ratio-estimate.js';
import type { RatioEstimate } from '../stacked/ratio-estimate.js';
import { aggregateGroupTime } from './aggregate.js';
import type { Aggregation } from './aggregate.js';
import { callawaySantAnna } from './callaway-santanna.js';
import type { GroupTimeEffects } from './callaway-santanna.js';
import { toOutcomeGrid } from './outcome-grid.js';

export interface GroupTimeRatioInput extends TreatmentPanel {
  /** Periods before treatment that the base period must lie before (default 0: base g − 1). */
  readonly anticipation?: number;
  readonly confidence?: number;
}

export interface RatioAt extends RatioEstimate {
  /** Group, or periods since treatment. */
  readonly at: number;
}

export interface GroupTimeRatio extends RatioEstimate {
  /** The additive effect itself: events per exposure, units weighing alike. */
  readonly additive: { readonly effect: number; readonly standardError: number };
  readonly byGroup: readonly RatioAt[];
  /** Against the base period, which itself is left out. */
  readonly byRelative: readonly RatioAt[];
  readonly clusters: number;
  readonly rows: number;
  /** Units that were not observed in every period. */
  readonly unbalancedUnits: number;
  /** Group × period cells without any unit not yet treated. */
  readonly emptyCells: number;
}

/**
 * {@link callawaySantAnna} on rates, not yet treated units as comparison, with its
 * additive effect made a ratio:
 *
 *   R = m / (m − ATT)
 *
 * m = mean rate of the treated over the same cells with the same weights, so m − ATT
 * is the rate they are estimated to have had untreated. log R has the influence
 * IF_m/m − (IF_m − IF_ATT)/(m − ATT) (delta method). Units weigh alike here, not by
 * exposure or information as in the Poisson models.
 * @throws StatisticsError as {@link callawaySantAnna}; `not-identified` when the
 * estimated rate without treatment is not above 0.
 */
export function groupTimeRatio(input: GroupTimeRatioInput): GroupTimeRatio {
  const { rows, dropped } = balancedRows(input);
  const pick = (values: ArrayLike<number>): Float64Array => Float64Array.from(rows, (r) => values[r]!);
  const panel = { unit: pick(input.unit), time: pick(input.time), firstTreated: pick(input.firstTreated) };
  const outcome = Float64Array.from(rows, (r) => input.count[r]! / input.exposure[r]!);
  const effects = callawaySantAnna({
    ...panel,
    outcome,
    comparison: 'not-yet',
    base: 'universal',
    anticipation: input.anticipation ?? 0,
  });
  const means = treatedMeans(effects, { ...panel, outcome });
  const clusterOf = unitClusters(panel.unit, pick(input.cluster ?? input.unit));
  const clusters = new Set(clusterOf).size;
  const confidence = input.confidence ?? 0.95;
  const ratio = (effect: Part, mean: Part): RatioEstimate => ratioOfParts(effect, mean, clusterOf, clusters, confidence);
  const overall = aggregateGroupTime(effects, 'simple');
  const estimate = ratio(
    { effect: overall.overall, influence: overall.influence },
    { effect: means('simple').overall, influence: means('simple').influence },
  );
  if (!Number.isFinite(estimate.logRatio)) {
    throw new StatisticsError('not-identified', 'the estimated rate without treatment is not above 0');
  }
  const parts = (kind: Aggregation): RatioAt[] => {
    const meanParts = means(kind).parts;
    return aggregateGroupTime(effects, kind).parts.flatMap((part, i) =>
      part.standardError > 0 ? [{ at: part.at, ...ratio(part, meanParts[i]!) }] : [],
    );
  };
  return {
    ...estimate,
    additive: { effect: overall.overall, standardError: clusteredError(overall.influence, clusterOf) },
    byGroup: parts('group'),
    byRelative: parts('dynamic'),
    clusters,
    rows: rows.length,
    unbalancedUnits: dropped,
    emptyCells: effects.withoutComparison,
  };
}

interface Part {
  readonly effect: number;
  readonly influence: Float64Array;
}

/** Rows of the units that have exposure in every period in which any unit has. */
function balancedRows({ unit, time, count, exposure }: GroupTimeRatioInput): { rows: Int32Array; dropped: number } {
  requireLength(count.length, { unit, time, exposure });
  const { codes, levels } = encode(unit);
  const observed = Int32Array.from(codes.keys()).filter((r) => exposure[r]! > 0);
  const periods = new Set<number>();
  const seen = new Int32Array(levels.length);
  for (const r of observed) {
    seen[codes[r]!]!++;
    periods.add(time[r]!);
  }
  const rows = observed.filter((r) => seen[codes[r]!] === periods.size);
  if (rows.length === 0) {
    throw new StatisticsError('not-identified', 'no unit was observed in every period');
  }
  return { rows, dropped: seen.filter((periodsSeen) => periodsSeen !== periods.size).length };
}

/** Mean outcome of each group in each cell's period, as if it were an effect, aggregated alike. */
function treatedMeans(effects: GroupTimeEffects, panel: Parameters<typeof toOutcomeGrid>[0]) {
  const grid = toOutcomeGrid(panel);
  const width = grid.times.length;
  const influence: Float64Array[] = [];
  const cells = effects.cells.map((cell) => {
    const column = grid.times.indexOf(cell.time);
    const members = Array.from({ length: grid.units }, (_, u) => u).filter((u) => grid.group[u] === cell.group);
    const effect = members.reduce((sum, u) => sum + grid.outcome[u * width + column]!, 0) / members.length;
    const own = new Float64Array(grid.units);
    members.forEach((u) => (own[u] = ((grid.outcome[u * width + column]! - effect) * grid.units) / members.length));
    influence.push(own);
    return { ...cell, effect };
  });
  return (kind: Aggregation) => aggregateGroupTime({ ...effects, cells, influence }, kind);
}

/** Cluster code per unit, units in ascending order as in the outcome grid. */
function unitClusters(unit: Float64Array, cluster: Float64Array): Int32Array {
  const units = encode(unit);
  const clusters = encode(cluster);
  const own = new Int32Array(units.levels.length);
  units.codes.forEach((code, r) => (own[code] = clusters.codes[r]!));
  return own;
}

function clusteredError(influence: Float64Array, clusterOf: Int32Array): number {
  const sums = new Map<number, number>();
  influence.forEach((value, u) => sums.set(clusterOf[u]!, (sums.get(clusterOf[u]!) ?? 0) + value));
  return Math.sqrt([...sums.values()].reduce((sum, value) => sum + value * value, 0)) / influence.length;
}

function ratioOfParts(
  { effect, influence }: Part,
  mean: Part,
  clusterOf: Int32Array,
  clusters: number,
  confidence: number,
): RatioEstimate {
  const untreated = mean.effect - effect;
  if (!(untreated > 0) || !(mean.effect > 0)) {
    return { ratio: NaN, logRatio: NaN, standardError: NaN, lower: NaN, upper: NaN, pValue: NaN };
  }
  const log = influence.map((value, u) => mean.influence[u]! / mean.effect - (mean.influence[u]! - value) / untreated);
  return ratioEstimate(Math.log(mean.effect / untreated), clusteredError(log, clusterOf), clusters, confidence);
}
