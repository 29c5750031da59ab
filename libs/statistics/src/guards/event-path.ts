import { requireRange, StatisticsError } from '../errors.js';
import type { EventStudy, EventWindow } from '../stacked/event-study.js';

/**
 * Event-study coefficients relative to the last period before any influence of
 * the treatment: `pre` earlier ones, then `post` later ones, in calendar order,
 * the reference itself (an exact 0 between them) left out.
 */
export interface EventPath {
  readonly pre: number;
  readonly post: number;
  readonly estimates: Float64Array;
  /** Row-major (pre + post)². */
  readonly covariance: Float64Array;
  /** Weights of the post periods in the effect of interest (length post). */
  readonly weights: Float64Array;
}

/**
 * The path of a stacked event study in blocks of `block` periods (default 3: a
 * single period is too noisy a reference when counts are small). Reference = the
 * last clean block; effect of interest = mean over the periods after the
 * phase-in. Decision window and phase-in are blocks without weight, so nothing
 * is assumed of them. Steps are per block.
 * @throws StatisticsError `not-identified` without two clean blocks or any later period.
 */
export function eventPath(study: EventStudy, block = 3): EventPath {
  requireRange('block', block, 1, 120);
  const where = (...windows: EventWindow[]): number[] =>
    study.points.flatMap((point, i) => (windows.includes(point.window) ? [i] : []));
  const after = where('after');
  // Clean blocks are counted back from the last clean period; a short rest at the start is left out.
  const clean = where('clean-before').reverse();
  const before = blocksOf(clean.slice(0, clean.length - (clean.length % block)), block).reverse();
  if (before.length < 2 || after.length === 0) {
    throw new StatisticsError('not-identified', 'a path needs two clean blocks and a period after', {
      clean: before.length,
      after: after.length,
    });
  }
  const later = blocksOf(after, block);
  const between = blocksOf(where('decision', 'phase-in'), block);
  const reference = before.at(-1)!;
  const kept = [...before.slice(0, -1), ...between, ...later];
  const contrast = kept.map((members) => contrastOf(members, reference, study.points.length));
  const covariance = new Float64Array(kept.length ** 2);
  contrast.forEach((a, i) => contrast.forEach((b, j) => (covariance[i * kept.length + j] = product(study, a, b))));
  return {
    pre: before.length - 1,
    post: between.length + later.length,
    estimates: Float64Array.from(contrast, (weights) =>
      weights.reduce((sum, weight, i) => sum + weight * study.points[i]!.logRatio, 0),
    ),
    covariance,
    weights: Float64Array.from([...between.map(() => 0), ...later.map((members) => members.length / after.length)]),
  };
}

function blocksOf(indices: readonly number[], block: number): number[][] {
  const blocks: number[][] = [];
  for (let from = 0; from < indices.length; from += block) {
    blocks.push(indices.slice(from, from + block));
  }
  return blocks;
}

/** Mean over the members minus mean over the reference, as weights on the points. */
function contrastOf(members: readonly number[], reference: readonly number[], size: number): Float64Array {
  const weights = new Float64Array(size);
  members.forEach((i) => (weights[i]! += 1 / members.length));
  reference.forEach((i) => (weights[i]! -= 1 / reference.length));
  return weights;
}

function product(study: EventStudy, a: Float64Array, b: Float64Array): number {
  const size = study.points.length;
  let sum = 0;
  for (let i = 0; i < size; i++) {
    if (a[i] !== 0) {
      for (let j = 0; j < size; j++) {
        sum += a[i]! * b[j]! * study.covariance[i * size + j]!;
      }
    }
  }
  return sum;
}

/** Estimate and variance of a linear combination of the path (weights of length pre + post). */
export function combinePath(path: EventPath, weights: ArrayLike<number>): { value: number; variance: number } {
  const size = path.pre + path.post;
  let value = 0;
  let variance = 0;
  for (let i = 0; i < size; i++) {
    value += weights[i]! * path.estimates[i]!;
    for (let j = 0; j < size; j++) {
      variance += weights[i]! * weights[j]! * path.covariance[i * size + j]!;
    }
  }
  return { value, variance };
}

/** Weights of the effect of interest over the whole path. */
export function effectWeights(path: EventPath): Float64Array {
  const weights = new Float64Array(path.pre + path.post);
  weights.set(path.weights, path.pre);
  return weights;
}

/** The pre-treatment steps δ_{s+1} − δ_s as weights over the path; the last one ends at the reference. */
export function preSteps(path: EventPath): Float64Array[] {
  return Array.from({ length: path.pre }, (_, s) => {
    const weights = new Float64Array(path.pre + path.post);
    weights[s] = -1;
    if (s + 1 < path.pre) {
      weights[s + 1] = 1;
    }
    return weights;
  });
}
