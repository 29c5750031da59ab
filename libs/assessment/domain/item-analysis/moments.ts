/** Marks are decimals added up: differences below this are the arithmetic's, not the examinees'. */
const noise = 1e-9;

/** Whether two scores are one and the same but for rounding. */
export const same = (one: number, other: number): boolean => Math.abs(one - other) <= noise * Math.max(1, Math.abs(one), Math.abs(other));

/** Central moments with divisor n: m2 = Σ(x − x̄)²/n and so on; exactly 0 where all values are the same. */
export interface Moments {
  readonly count: number;
  readonly mean: number;
  readonly m2: number;
  readonly m3: number;
  readonly m4: number;
}

/** Null without values. */
export function momentsOf(values: Float64Array): Moments | null {
  const count = values.length;
  if (!count) return null;
  let [sum, least, most] = [0, Infinity, -Infinity];
  for (let i = 0; i < count; i++) {
    const value = values[i]!;
    sum += value;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const mean = sum / count;
  if (same(least, most)) return { count, mean, m2: 0, m3: 0, m4: 0 };
  let [s2, s3, s4] = [0, 0, 0];
  for (let i = 0; i < count; i++) {
    const off = values[i]! - mean;
    const square = off * off;
    s2 += square;
    s3 += square * off;
    s4 += square * square;
  }
  return { count, mean, m2: s2 / count, m3: s3 / count, m4: s4 / count };
}

/** k2 = n·m2/(n − 1), the variance of a sample. Range: 0 and above; null below two values. */
export const sampleVariance = ({ count, m2 }: Moments): number | null => (count > 1 ? (count * m2) / (count - 1) : null);

/** √k2. */
export function sampleDeviation(moments: Moments): number | null {
  const variance = sampleVariance(moments);
  return variance === null ? null : Math.sqrt(variance);
}

/**
 * k3/k2^(3/2) with Fisher's k-statistic k3 = n²·m3/((n − 1)(n − 2)): 0 for symmetry, above 0 a tail to the right.
 * Null below three values or without variance. Source: Moodle, Quiz statistics calculations, "Skewness".
 */
export function skewness({ count: n, m2, m3 }: Moments): number | null {
  if (n < 3 || m2 === 0) return null;
  const k2 = (n * m2) / (n - 1);
  return (n * n * m3) / ((n - 1) * (n - 2)) / k2 ** 1.5;
}

/**
 * k4/k2² with k4 = n²·((n + 1)·m4 − 3(n − 1)·m2²)/((n − 1)(n − 2)(n − 3)): 0 for the normal curve, above 0 more
 * peaked. Null below four values or without variance. Source: Moodle, Quiz statistics calculations, "Kurtosis".
 */
export function kurtosis({ count: n, m2, m4 }: Moments): number | null {
  if (n < 4 || m2 === 0) return null;
  const k2 = (n * m2) / (n - 1);
  return (n * n * ((n + 1) * m4 - 3 * (n - 1) * m2 * m2)) / ((n - 1) * (n - 2) * (n - 3)) / (k2 * k2);
}

/** The middle value, or the mean of the two in the middle; null without values. */
export function median(values: Float64Array): number | null {
  const sorted = values.slice().sort();
  const middle = sorted.length >> 1;
  if (!sorted.length) return null;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Σ(x − x̄)(y − ȳ)/(n − 1) of pairs in the same places; exactly 0 where it is only rounding. Null below two pairs. */
export function covariance(x: Float64Array, y: Float64Array, ofX: Moments, ofY: Moments): number | null {
  const { count } = ofX;
  if (count < 2) return null;
  if (ofX.m2 === 0 || ofY.m2 === 0) return 0;
  let sum = 0;
  for (let i = 0; i < count; i++) sum += (x[i]! - ofX.mean) * (y[i]! - ofY.mean);
  const rounding = 1e-12 * count * Math.sqrt(ofX.m2 * ofY.m2);
  return Math.abs(sum) <= rounding ? 0 : sum / (count - 1);
}
