import { requireRange } from '../errors.js';
import { gammaLower, gammaUpper, incompleteBeta } from './special-functions.js';

/** Φ(z). The tail is computed directly, so it stays exact far out (z < −8). */
export function normalCdf(z: number): number {
  return z < 0 ? 0.5 * gammaUpper(0.5, (z * z) / 2) : 1 - 0.5 * gammaUpper(0.5, (z * z) / 2);
}

/** Two-sided p-value of a standard normal statistic. */
export function normalTwoSided(z: number): number {
  return gammaUpper(0.5, (z * z) / 2);
}

/** Φ⁻¹(p), 0 ≤ p ≤ 1; Newton steps on the tail from a logistic start. */
export function normalQuantile(p: number): number {
  requireRange('p', p, 0, 1);
  if (p === 0 || p === 1) {
    return p === 0 ? -Infinity : Infinity;
  }
  if (p > 0.5) {
    return -normalQuantile(1 - p);
  }
  if (p === 0.5) {
    return 0;
  }
  // Logistic approximation near the centre, Mill's ratio in the far tail.
  let z = p > 1e-3 ? Math.log(p / (1 - p)) / 1.702 : -Math.sqrt(-2 * Math.log(p * Math.sqrt(-4 * Math.PI * Math.log(p))));
  for (let i = 0; i < 50; i++) {
    const below = normalCdf(z);
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    // Newton on log Φ: its concavity keeps the steps stable in the tail.
    const step = (Math.log(below / p) * below) / density;
    z -= step;
    if (Math.abs(step) < 1e-14 * Math.max(1, Math.abs(z))) {
      break;
    }
  }
  return z;
}

/** P(χ²_df > x). */
export function chiSquaredUpper(x: number, df: number): number {
  requireRange('df', df, Number.MIN_VALUE, Infinity);
  return x <= 0 ? 1 : gammaUpper(df / 2, x / 2);
}

/** P(χ²_df ≤ x). */
export function chiSquaredCdf(x: number, df: number): number {
  requireRange('df', df, Number.MIN_VALUE, Infinity);
  return x <= 0 ? 0 : gammaLower(df / 2, x / 2);
}

/** Quantile of χ²_df. */
export function chiSquaredQuantile(p: number, df: number): number {
  return invertIncreasing((x) => chiSquaredCdf(x, df), p, 0, df + 10);
}

/** P(T_df ≤ t), Student's t; df may be Infinity (normal). */
export function studentCdf(t: number, df: number): number {
  requireRange('df', df, Number.MIN_VALUE, Infinity);
  if (df === Infinity) {
    return normalCdf(t);
  }
  const tail = 0.5 * incompleteBeta(df / (df + t * t), df / 2, 0.5);
  return t < 0 ? tail : 1 - tail;
}

/** Quantile of Student's t with df > 0 degrees of freedom. */
export function studentQuantile(p: number, df: number): number {
  requireRange('p', p, 0, 1);
  if (df === Infinity || p === 0 || p === 1) {
    return normalQuantile(p);
  }
  if (p < 0.5) {
    return -studentQuantile(1 - p, df);
  }
  return invertIncreasing((t) => studentCdf(t, df), p, 0, 10);
}

/** P(F_{df1,df2} > x); df2 may be Infinity (then χ²/df1). */
export function fUpper(x: number, df1: number, df2: number): number {
  requireRange('df1', df1, Number.MIN_VALUE, Infinity);
  requireRange('df2', df2, Number.MIN_VALUE, Infinity);
  if (x <= 0) {
    return 1;
  }
  return df2 === Infinity ? chiSquaredUpper(x * df1, df1) : incompleteBeta(df2 / (df2 + df1 * x), df2 / 2, df1 / 2);
}

/** P(Poisson(mean) ≤ count). */
export function poissonCdf(count: number, mean: number): number {
  return count < 0 ? 0 : gammaUpper(Math.floor(count) + 1, mean);
}

/** Smallest x ≥ low with cdf(x) ≥ p, by doubling and bisection to full precision. */
function invertIncreasing(cdf: (x: number) => number, p: number, low: number, firstHigh: number): number {
  requireRange('p', p, 0, 1);
  if (p === 1) {
    return Infinity;
  }
  let below = low;
  let above = firstHigh;
  while (cdf(above) < p) {
    below = above;
    above *= 2;
  }
  for (let i = 0; i < 200; i++) {
    const middle = (below + above) / 2;
    if (middle <= below || middle >= above) {
      break;
    }
    if (cdf(middle) < p) {
      below = middle;
    } else {
      above = middle;
    }
  }
  return above;
}
