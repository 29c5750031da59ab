import { requireRange, StatisticsError } from '../errors.js';
import type { RandomSource } from '../random/random-source.js';
import { combinePath, effectWeights, preSteps } from './event-path.js';
import type { EventPath } from './event-path.js';
import { createMomentTest, rejects } from './moment-test.js';
import type { MomentTest } from './moment-test.js';
import type { SensitivityBand } from './sensitivity-band.js';

/** One piece of the restriction: the largest pre step is step s with the given sign. */
interface Piece {
  readonly test: MomentTest;
  /** Moments at effect 0, and their change per unit of effect. */
  readonly moments: Float64Array;
  readonly slope: Float64Array;
}

const GRID = 120;
const REFINEMENTS = 8;

/**
 * Sharp confidence set for the effect when the post-treatment drift per period is
 * at most M̄ × the largest pre-treatment step: the conditional test with
 * least-favourable first stage (C-LF) inverted on a grid (Rambachan & Roth 2023,
 * Δ^RM). The set is the union over which pre step is the largest and its sign;
 * ends are accurate to about 0.002 standard errors, and the first-stage value to
 * its 1000 draws. Seconds for a dozen periods: run it in a worker.
 *
 * @param effectRange Half-width of the searched range in standard errors (default 20).
 * @throws StatisticsError `out-of-range`; `not-identified` when the path has no weights.
 */
export function conditionalSensitivity(
  path: EventPath,
  violation: number,
  random: RandomSource,
  alpha = 0.05,
  effectRange = 20,
): SensitivityBand {
  requireRange('violation', violation, 0, 1e6);
  const pieces = piecesOf(path, violation, alpha, random);
  const { value, variance } = combinePath(path, effectWeights(path));
  const reach = effectRange * Math.sqrt(variance);
  const accepted = (effect: number): boolean => pieces.some((piece) => acceptsEffect(piece, effect));
  return { violation, lower: findEnd(accepted, value, -reach), upper: findEnd(accepted, value, reach) };
}

/**
 * Largest M̄ (to 1 % of `highest`) at which the conditional set still excludes no
 * effect; 0 when even M̄ = 0 does not, `highest` when none up to there reaches it.
 */
export function conditionalBreakdown(path: EventPath, random: RandomSource, alpha = 0.05, highest = 2): number {
  const excludesZero = (violation: number): boolean =>
    !piecesOf(path, violation, alpha, random).some((piece) => acceptsEffect(piece, 0));
  if (!excludesZero(0)) {
    return 0;
  }
  if (excludesZero(highest)) {
    return highest;
  }
  let low = 0;
  let high = highest;
  while (high - low > highest / 100) {
    const middle = (low + high) / 2;
    if (excludesZero(middle)) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return low;
}

/** Walks in from the far end of the range and refines the first accepted step. */
function findEnd(accepted: (effect: number) => boolean, centre: number, reach: number): number {
  let outside = 1;
  for (let i = 0; i <= GRID; i++) {
    const share = 1 - i / GRID;
    if (accepted(centre + share * reach)) {
      let inside = share;
      for (let r = 0; r < REFINEMENTS && i > 0; r++) {
        const middle = (inside + outside) / 2;
        if (accepted(centre + middle * reach)) {
          inside = middle;
        } else {
          outside = middle;
        }
      }
      return centre + inside * reach;
    }
    outside = share;
  }
  return centre;
}

function acceptsEffect({ test, moments, slope }: Piece, effect: number): boolean {
  return !rejects(test, moments.map((value, i) => value - slope[i]! * effect));
}

function piecesOf(path: EventPath, violation: number, alpha: number, random: RandomSource): Piece[] {
  const completion = completeBasis(path.weights);
  return preSteps(path).flatMap((step) =>
    [1, -1].map((sign) => pieceOf(path, violation, step.map((entry) => sign * entry), completion, alpha, random)),
  );
}

/**
 * Moments A·δ ≤ 0 with one row per post step and sign: ±(δ_t − δ_{t−1}) − M̄·step.
 * β = δ + τ, so A·β ≤ A_post·τ; τ is written by its effect of interest and free
 * remaining directions (the nuisance parameters).
 */
function pieceOf(
  path: EventPath,
  violation: number,
  step: Float64Array,
  completion: readonly Float64Array[],
  alpha: number,
  random: RandomSource,
): Piece {
  const { pre, post } = path;
  const rows: Float64Array[] = [];
  for (const side of [1, -1]) {
    for (let t = 0; t < post; t++) {
      const row = step.map((entry) => -violation * entry);
      row[pre + t]! += side;
      if (t > 0) {
        row[pre + t - 1]! -= side;
      }
      rows.push(row);
    }
  }
  const size = rows.length;
  const covariance = new Float64Array(size * size);
  rows.forEach((a, i) => rows.forEach((b, j) => (covariance[i * size + j] = crossVariance(path, a, b))));
  const along = (direction: Float64Array): Float64Array =>
    Float64Array.from(rows, (row) => direction.reduce((sum, value, t) => sum + row[pre + t]! * value, 0));
  return {
    test: createMomentTest(covariance, completion.slice(1).map(along), alpha, random),
    moments: Float64Array.from(rows, (row) => combinePath(path, row).value),
    slope: along(completion[0]!),
  };
}

function crossVariance(path: EventPath, a: Float64Array, b: Float64Array): number {
  const size = path.pre + path.post;
  let sum = 0;
  for (let i = 0; i < size; i++) {
    if (a[i] !== 0) {
      for (let j = 0; j < size; j++) {
        sum += a[i]! * b[j]! * path.covariance[i * size + j]!;
      }
    }
  }
  return sum;
}

/**
 * Directions of τ: the first has weights·τ = 1, the others span weights·τ = 0.
 * With a pivot period p: τ = e_p/w_p, and e_t − (w_t/w_p)·e_p for t ≠ p.
 */
function completeBasis(weights: Float64Array): Float64Array[] {
  const pivot = weights.reduce((best, value, t) => (Math.abs(value) > Math.abs(weights[best]!) ? t : best), 0);
  const scale = weights[pivot];
  if (scale === undefined || scale === 0) {
    throw new StatisticsError('not-identified', 'the effect of interest has no weights');
  }
  const direction = (entries: readonly [number, number][]): Float64Array => {
    const vector = new Float64Array(weights.length);
    entries.forEach(([t, value]) => (vector[t] = value));
    return vector;
  };
  const others = Array.from(weights.keys()).filter((t) => t !== pivot);
  return [
    direction([[pivot, 1 / scale]]),
    ...others.map((t) => direction([[pivot, -weights[t]! / scale], [t, 1]])),
  ];
}
