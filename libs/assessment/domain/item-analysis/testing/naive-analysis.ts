// The same statistics once more, slowly and by other formulas than the product's, to compare with.
import type { Paper } from './tables.js';

type Pair = readonly [number, number];

/** Covariance from the differences of all pairs: no means. */
function covarianceOf(pairs: readonly Pair[]): number | null {
  const n = pairs.length;
  if (n < 2) return null;
  let sum = 0;
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) sum += (pairs[i]![0] - pairs[j]![0]) * (pairs[i]![1] - pairs[j]![1]);
  return sum / (n * (n - 1));
}

const varianceOf = (values: readonly number[]): number | null => covarianceOf(values.map((value) => [value, value]));
const meanOf = (values: readonly number[]): number | null => (values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : null);
const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

/** Adjusted Fisher–Pearson skewness, as statistical packages give it. */
export function naiveSkewness(values: readonly number[]): number | null {
  const [n, mean, variance] = [values.length, meanOf(values), varianceOf(values)];
  if (n < 3 || mean === null || !variance) return null;
  const cubes = values.reduce((sum, value) => sum + ((value - mean) / Math.sqrt(variance)) ** 3, 0);
  return (n / ((n - 1) * (n - 2))) * cubes;
}

/** Sample excess kurtosis, as statistical packages give it. */
export function naiveKurtosis(values: readonly number[]): number | null {
  const [n, mean, variance] = [values.length, meanOf(values), varianceOf(values)];
  if (n < 4 || mean === null || !variance) return null;
  const fourths = values.reduce((sum, value) => sum + ((value - mean) / Math.sqrt(variance)) ** 4, 0);
  return ((n * (n + 1)) / ((n - 1) * (n - 2) * (n - 3))) * fourths - (3 * (n - 1) ** 2) / ((n - 2) * (n - 3));
}

export function naiveMedian(values: readonly number[]): number | null {
  const [up, down] = [ascending(values), ascending(values).reverse()];
  return values.length ? (up[Math.floor(values.length / 2)]! + down[Math.floor(values.length / 2)]!) / 2 : null;
}

const sum = (row: readonly (number | null)[]): number => row.reduce<number>((total, mark) => total + (mark ?? 0), 0);

/** What belongs to a group, by counting for each attempt who stands strictly before it and who beside it. */
function groupMean(pairs: readonly Pair[], size: number, before: (other: number, own: number) => boolean): number {
  return pairs.reduce((total, [mark, score]) => {
    const ahead = pairs.filter(([, other]) => before(other, score)).length;
    const beside = pairs.filter(([, other]) => other === score).length;
    return total + mark * Math.max(0, Math.min(1, (size - ahead) / beside));
  }, 0) / size;
}

function naiveUpperLower(pairs: readonly Pair[], maximum: number): number | null {
  if (pairs.length < 2 || new Set(pairs.map(([, score]) => score)).size === 1) return null;
  const size = Math.max(1, Math.round(0.27 * pairs.length));
  return (groupMean(pairs, size, (other, own) => other > own) - groupMean(pairs, size, (other, own) => other < own)) / maximum;
}

export function naiveItem({ maxima, rows }: Paper, item: number) {
  const asked = rows.filter((row) => row[item] !== null);
  const marks = asked.map((row) => row[item]!);
  const rests = asked.map((row) => sum(row) - row[item]!);
  const [joint, best] = [covarianceOf(marks.map((mark, at) => [mark, rests[at]!])), covarianceOf(ascending(marks).map((mark, at) => [mark, ascending(rests)[at]!]))];
  const [ofMarks, ofRests, mean] = [varianceOf(marks), varianceOf(rests), meanOf(marks)];
  const varies = Boolean(ofMarks && ofRests);
  return {
    attempts: asked.length,
    facility: mean === null ? null : mean / maxima[item]!,
    standardDeviation: ofMarks === null ? null : Math.sqrt(ofMarks),
    discriminationIndex: varies ? (100 * joint!) / Math.sqrt(ofMarks! * ofRests!) : null,
    discriminativeEfficiency: varies ? (100 * joint!) / best! : null,
    upperLower: naiveUpperLower(asked.map((row) => [row[item]!, sum(row)]), maxima[item]!),
  };
}

/** Effective weights of a paper that all were asked whole. */
export function naiveEffectiveWeights({ maxima, rows }: Paper): (number | null)[] {
  const withTotal = maxima.map((_, item) => covarianceOf(rows.map((row) => [row[item]!, sum(row)])));
  const roots = withTotal.map((value) => (value !== null && value >= 0 ? Math.sqrt(value) : 0)).reduce((all, root) => all + root, 0);
  return withTotal.map((value) => (value === null || value < 0 || roots === 0 ? null : (100 * Math.sqrt(value)) / roots));
}

/** α from the matrix of covariances: P/(P − 1)·(what stands beside the diagonal)/(everything). For papers asked whole. */
export function naiveAlpha({ maxima, rows }: Paper): number | null {
  const count = maxima.length;
  if (count < 2 || rows.length < 2) return null;
  let [all, diagonal] = [0, 0];
  for (let i = 0; i < count; i++)
    for (let j = 0; j < count; j++) {
      const value = covarianceOf(rows.map((row) => [row[i]!, row[j]!]))!;
      all += value;
      if (i === j) diagonal += value;
    }
  return Math.abs(all) < 1e-12 ? null : (count / (count - 1)) * (1 - diagonal / all);
}

export function naiveTest({ rows }: Paper) {
  const totals = rows.filter((row) => row.some((mark) => mark !== null)).map(sum);
  const variance = varianceOf(totals);
  return {
    attempts: totals.length,
    mean: meanOf(totals),
    median: naiveMedian(totals),
    standardDeviation: variance === null ? null : Math.sqrt(variance),
    skewness: naiveSkewness(totals),
    kurtosis: naiveKurtosis(totals),
  };
}
