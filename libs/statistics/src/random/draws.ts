import { requireRange } from '../errors.js';
import type { RandomSource } from './random-source.js';

/** Standard normal draw (Box & Muller 1958, cosine branch). */
export function drawNormal(random: RandomSource): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random.next()));
  return radius * Math.cos(2 * Math.PI * random.next());
}

/** Whole number in [0, size). */
export function drawIndex(random: RandomSource, size: number): number {
  return Math.floor(random.next() * size);
}

/**
 * Poisson draw with the given mean ≥ 0. Inversion below 20; a larger mean is
 * split into halves, because a sum of Poisson draws is Poisson.
 */
export function drawPoisson(random: RandomSource, mean: number): number {
  requireRange('mean', mean, 0, 1e9);
  if (mean > 20) {
    return drawPoisson(random, mean / 2) + drawPoisson(random, mean / 2);
  }
  let count = 0;
  let term = Math.exp(-mean);
  let below = term;
  const uniform = random.next();
  while (uniform > below && count < 1000) {
    count++;
    term *= mean / count;
    below += term;
  }
  return count;
}

/**
 * Binomial draw: how many of `trials` succeed with `probability` in [0, 1].
 * Jumps from success to success, so it costs about trials × probability steps.
 */
export function drawBinomial(random: RandomSource, trials: number, probability: number): number {
  requireRange('probability', probability, 0, 1);
  if (probability > 0.5) {
    return trials - drawBinomial(random, trials, 1 - probability);
  }
  if (probability === 0) {
    return 0;
  }
  const logFailure = Math.log1p(-probability);
  let position = 0;
  let successes = -1;
  while (position <= trials) {
    successes++;
    position += Math.floor(Math.log(1 - random.next()) / logFailure) + 1;
  }
  return successes;
}

/** Shuffles the first `take` places of `items` in place (partial Fisher–Yates). */
export function shuffleFirst(random: RandomSource, items: Int32Array, take: number, length = items.length): void {
  const last = Math.min(take, length);
  for (let i = 0; i < last; i++) {
    const j = i + drawIndex(random, length - i);
    const held = items[i]!;
    items[i] = items[j]!;
    items[j] = held;
  }
}
