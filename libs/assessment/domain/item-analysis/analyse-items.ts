import { cronbachAlpha, errorRatio, standardError } from './consistency.js';
import { discrimination } from './discrimination.js';
import { covariance, kurtosis, median, type Moments, momentsOf, sampleDeviation, sampleVariance, skewness } from './moments.js';
import { choicesOf, type OptionStatistics } from './option-statistics.js';
import { checkTable, type ResponseTable } from './response-table.js';
import { scoreGroups, type ScoreGroups, upperLower } from './score-groups.js';
import { columnOf, type Comparison, type Totals, totalsOf } from './totals.js';
import { weakItemFlags, type WeakItemFlag } from './weak-items.js';
import { weightsOf } from './weights.js';

/** One item, from the attempts that were asked it. What the numbers do not allow to say is null. */
export interface ItemStatistics {
  readonly item: string;
  readonly maximum: number;
  /** Attempts that were asked the item, and their share of all. */
  readonly attempts: number;
  readonly exposure: number;
  /** Mean mark/maximum: 0 to 1, below 0 only with negative marks. Moodle: facility index (in percent there). */
  readonly facility: number | null;
  /** √(Σ(x − x̄)²/(n − 1)), in marks. Moodle shows it in percent of the maximum. */
  readonly standardDeviation: number | null;
  readonly randomGuessScore: number | null;
  /** Percent: see `weightsOf`. */
  readonly intendedWeight: number | null;
  readonly effectiveWeight: number | null;
  /** Percent: see `discrimination`. */
  readonly discriminationIndex: number | null;
  readonly discriminativeEfficiency: number | null;
  /** Correlation of the item with the rest of the paper, −1 to 1: the corrected point-biserial of items marked 0 or 1. */
  readonly pointBiserial: number | null;
  /** Correlation with the total, the item itself included: what programs that do not correct call point-biserial. */
  readonly itemTotal: number | null;
  /** See `upperLower`. */
  readonly upperLower: number | null;
  readonly options: readonly OptionStatistics[] | null;
  readonly omitted: number | null;
  readonly flags: readonly WeakItemFlag[];
}

/** The totals of the attempts, in marks. */
export interface TestStatistics {
  readonly attempts: number;
  readonly items: number;
  /** The maximum of the paper; null where papers differ in it. */
  readonly maximum: number | null;
  /** Whether every attempt was asked every item. */
  readonly complete: boolean;
  readonly mean: number | null;
  readonly median: number | null;
  readonly standardDeviation: number | null;
  readonly skewness: number | null;
  readonly kurtosis: number | null;
  /** A fraction, at most 1. */
  readonly cronbachAlpha: number | null;
  /** Percent. */
  readonly errorRatio: number | null;
  readonly standardError: number | null;
}

export interface ItemAnalysis {
  readonly test: TestStatistics;
  readonly items: readonly ItemStatistics[];
}

type Unweighed = Omit<ItemStatistics, 'intendedWeight' | 'effectiveWeight' | 'flags'> & { readonly withTotal: number | null };

/**
 * 试题分析: items and the test by Moodle's published formulas (docs.moodle.org, "Quiz statistics calculations"), with
 * upper and lower groups and options beside them. Every attempt counts as one of its own, in whatever order.
 */
export function analyseItems(table: ResponseTable, { by = 'marks' }: { readonly by?: Comparison } = {}): ItemAnalysis {
  checkTable(table);
  const totals = totalsOf(table);
  let ofAll: ScoreGroups | null | undefined;
  const moments: (Moments | null)[] = [];
  const items = table.items.map((_, index): Unweighed => {
    const column = columnOf(table, index, totals, by);
    // Items that all were asked share one pair of groups.
    const groups = column.marks.length === totals.attempts ? (ofAll ??= scoreGroups(column.scores)) : scoreGroups(column.scores);
    moments.push(momentsOf(column.marks));
    return itemStatistics(table, index, totals, column, moments[index]!, groups);
  });
  const weights = weightsOf(items);
  return {
    test: testStatistics(table, totals, moments),
    items: items.map(({ withTotal, ...item }, index) => ({ ...item, intendedWeight: weights[index]!.intended, effectiveWeight: weights[index]!.effective, flags: weakItemFlags({ ...item, withTotal }) })),
  };
}

function itemStatistics(table: ResponseTable, index: number, totals: Totals, column: ReturnType<typeof columnOf>, marks: Moments | null, groups: ScoreGroups | null): Unweighed {
  const { id, maximum, guessScore, options } = table.items[index]!;
  const ofTotals = momentsOf(column.totals);
  const withTotal = marks && ofTotals && covariance(column.marks, column.totals, marks, ofTotals);
  const spread = marks && ofTotals && Math.sqrt((sampleVariance(marks) ?? 0) * (sampleVariance(ofTotals) ?? 0));
  const rest = discrimination(column.marks, column.rest, marks);
  const choices = choicesOf(table, index, options, column, groups);
  return {
    ...{ item: id, maximum, attempts: column.marks.length, exposure: totals.attempts ? column.marks.length / totals.attempts : 0 },
    facility: marks && maximum > 0 ? marks.mean / maximum : null,
    standardDeviation: marks && sampleDeviation(marks),
    randomGuessScore: guessScore ?? null,
    discriminationIndex: rest.index,
    discriminativeEfficiency: rest.efficiency,
    pointBiserial: rest.index === null ? null : rest.index / 100,
    itemTotal: withTotal === null || !spread ? null : withTotal / spread,
    upperLower: upperLower(column.marks, groups, maximum),
    options: choices?.options ?? null,
    omitted: choices?.omitted ?? null,
    withTotal,
  };
}

function testStatistics(table: ResponseTable, totals: Totals, items: readonly (Moments | null)[]): TestStatistics {
  const marks = totals.marks.filter((_, attempt) => totals.asked[attempt]! > 0);
  const moments = momentsOf(marks);
  const deviation = moments && sampleDeviation(moments);
  const alpha = cronbachAlpha(table, totals, items, moments);
  const ratio = errorRatio(alpha);
  return {
    ...{ attempts: totals.attempts, items: table.items.length, maximum: totals.maximum, complete: totals.complete },
    mean: moments && moments.mean,
    median: median(marks),
    standardDeviation: deviation,
    skewness: moments && skewness(moments),
    kurtosis: moments && kurtosis(moments),
    cronbachAlpha: alpha,
    errorRatio: ratio,
    standardError: standardError(ratio, deviation),
  };
}
