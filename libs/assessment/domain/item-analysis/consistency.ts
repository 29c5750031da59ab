import { type Moments, same, sampleVariance } from './moments.js';
import type { ResponseTable } from './response-table.js';
import type { Totals } from './totals.js';

/**
 * Cronbach's α, P/(P − 1)·(1 − ΣV(x)/V(T)) over P items with total T: 1 for items that all say the same, 0 for items that
 * have nothing in common, below 0 where they contradict each other. Null below two items or without variance.
 * Source: Cronbach 1951, Psychometrika 16, 297–334; Moodle calls 100·α the coefficient of internal consistency.
 *
 * Where attempts were asked different items, α = n·c/(v + (n − 1)·c) is that of a paper of mean length n, from the mean
 * variance v of an item and the mean covariance c of two items asked together: the same number where all were asked all.
 */
export function cronbachAlpha(table: ResponseTable, totals: Totals, items: readonly (Moments | null)[], ofTotals: Moments | null): number | null {
  if (!ofTotals || ofTotals.m2 === 0) return null;
  if (!totals.complete) return pooledAlpha(table, totals, items);
  const count = items.length;
  const variance = sampleVariance(ofTotals);
  if (count < 2 || variance === null) return null;
  let sum = 0;
  for (const moments of items) sum += (moments && sampleVariance(moments)) ?? 0;
  return (count / (count - 1)) * (1 - sum / variance);
}

function pooledAlpha({ attempts, marks }: ResponseTable, totals: Totals, items: readonly (Moments | null)[]): number | null {
  // Per attempt: Σd and Σw of its items, with d the distance from the item's mean and w² = 1 − 1/n, so that sums of
  // products of d divided by sums of products of w have the divisor n − 1 where all were asked all.
  const [off, weight] = [new Float64Array(attempts), new Float64Array(attempts)];
  let [squares, freedom, weightSquares] = [0, 0, 0];
  for (const [index, moments] of items.entries()) {
    if (!moments) continue;
    const { count, mean, m2 } = moments;
    squares += count * m2;
    freedom += count - 1;
    weightSquares += count - 1;
    const w = Math.sqrt(1 - 1 / count);
    for (let attempt = 0, cell = index * attempts; attempt < attempts; attempt++, cell++) {
      const mark = marks[cell]!;
      if (Number.isNaN(mark)) continue;
      off[attempt]! += mark - mean;
      weight[attempt]! += w;
    }
  }
  let [products, pairs, asked] = [-squares, -weightSquares, 0];
  for (let attempt = 0; attempt < attempts; attempt++) {
    products += off[attempt]! ** 2;
    pairs += weight[attempt]! ** 2;
    asked += totals.asked[attempt]!;
  }
  const length = asked / totals.attempts;
  if (!(freedom > 0 && pairs > 1e-9 && length > 1)) return null;
  const [variance, common] = [squares / freedom, products / pairs];
  const whole = variance + (length - 1) * common;
  return whole > 1e-12 ? (length * common) / whole : null;
}

/**
 * 100·√(1 − α): the part of the spread of totals that is chance, in percent; above 100 where α is below 0.
 * Source: Moodle, Quiz statistics calculations, "Error ratio".
 */
export function errorRatio(alpha: number | null): number | null {
  if (alpha === null) return null;
  if (same(alpha, 1)) return 0;
  return alpha > 1 ? null : 100 * Math.sqrt(1 - alpha);
}

/** Error ratio·standard deviation/100, in marks: how far a total may be off by chance. Source: Moodle, "Standard error". */
export const standardError = (ratio: number | null, deviation: number | null): number | null => (ratio === null || deviation === null ? null : (ratio * deviation) / 100);
