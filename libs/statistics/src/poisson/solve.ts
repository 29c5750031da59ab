import { StatisticsError } from '../errors.js';
import { cholesky, choleskySolve } from '../linear-algebra/cholesky.js';
import type { CholeskyFactor } from '../linear-algebra/cholesky.js';
import { columnMass } from './information.js';
import type { PreparedModel } from './model.js';
import { createProfilePoint, evaluateProfile } from './profile-likelihood.js';
import type { ProfilePoint } from './profile-likelihood.js';

export interface SolveOptions {
  /** Start vector; zeros when absent. */
  readonly start?: Float64Array | undefined;
  /** Largest last Newton step still called converged (default 1e-7: the error is then about its square). */
  readonly tolerance?: number | undefined;
  readonly maxIterations?: number | undefined;
  /** Work space of an earlier call on a model of the same size and rows. */
  readonly point?: ProfilePoint | undefined;
}

export interface Solution {
  readonly theta: Float64Array;
  readonly point: ProfilePoint;
  /** Factor of the information at (within one step of) the solution. */
  readonly factor: CholeskyFactor;
  readonly aliased: Uint8Array;
  /** Columns that still ran away when the likelihood had stopped to improve (separation). */
  readonly diverging: Uint8Array;
  readonly iterations: number;
}

const LONGEST_STEP = 4;

/**
 * Newton's method on the profile log-likelihood, which is concave: a full step
 * is tried, and halved while it does not improve.
 * @throws StatisticsError `not-converged` after `maxIterations` (default 60).
 */
export function solveProfile(model: PreparedModel, options: SolveOptions = {}): Solution {
  const tolerance = options.tolerance ?? 1e-7;
  const maxIterations = options.maxIterations ?? 60;
  const point = options.point ?? createProfilePoint(model);
  let theta: Float64Array = options.start?.slice() ?? new Float64Array(model.size);
  const diverging = new Uint8Array(model.size);
  let aliased: Uint8Array | undefined;
  let previous = -Infinity;
  evaluateProfile(model, theta, point);
  for (let iteration = 1; iteration <= maxIterations; iteration++) {
    const factor = cholesky(point.information, model.size, undefined, scaleWhereNeeded(model, point));
    aliased ??= factor.aliased;
    const step = choleskySolve(factor, point.gradient);
    const longest = capStep(step);
    const gain = point.logLikelihood - previous;
    const stalled = gain <= 1e-10 * (1 + Math.abs(point.logLikelihood));
    if (iteration > 12 && stalled && longest > tolerance) {
      markDiverging(diverging, step, factor.aliased, aliased);
      return { theta, point, factor, aliased, diverging, iterations: iteration };
    }
    previous = point.logLikelihood;
    if (longest <= tolerance) {
      addStep(theta, step, 1);
      markDiverging(diverging, step, factor.aliased, aliased);
      return { theta, point, factor, aliased, diverging, iterations: iteration };
    }
    theta = improve(model, theta, step, point);
  }
  throw new StatisticsError('not-converged', `no maximum after ${maxIterations} Newton steps`, {
    maxIterations,
    logLikelihood: point.logLikelihood,
  });
}

/** A pass over the rows that only a diagonal next to nothing is worth. */
function scaleWhereNeeded(model: PreparedModel, point: ProfilePoint): Float64Array | undefined {
  let least = Infinity;
  let most = 0;
  for (let c = 0; c < model.size; c++) {
    const diagonal = Math.abs(point.information[c * model.size + c]!);
    least = Math.min(least, diagonal);
    most = Math.max(most, diagonal);
  }
  return least < 1e-8 * most || model.size === 1 ? columnMass(model, point.fitted) : undefined;
}

/** Shortens an over-long step and returns its largest entry. */
function capStep(step: Float64Array): number {
  let longest = 0;
  for (const entry of step) {
    longest = Math.max(longest, Math.abs(entry));
  }
  if (longest > LONGEST_STEP) {
    for (let i = 0; i < step.length; i++) {
      step[i]! *= LONGEST_STEP / longest;
    }
  }
  return Math.min(longest, LONGEST_STEP);
}

function improve(
  model: PreparedModel,
  theta: Float64Array,
  step: Float64Array,
  point: ProfilePoint,
): Float64Array {
  const before = point.logLikelihood;
  const slack = 1e-12 * (1 + Math.abs(before));
  let share = 1;
  for (let halvings = 0; halvings < 30; halvings++) {
    const candidate = theta.slice();
    addStep(candidate, step, share);
    evaluateProfile(model, candidate, point);
    if (point.logLikelihood >= before - slack) {
      return candidate;
    }
    share /= 2;
  }
  return theta;
}

function addStep(theta: Float64Array, step: Float64Array, share: number): void {
  for (let i = 0; i < theta.length; i++) {
    theta[i]! += share * step[i]!;
  }
}

function markDiverging(
  diverging: Uint8Array,
  step: Float64Array,
  aliasedNow: Uint8Array,
  aliasedFirst: Uint8Array,
): void {
  for (let c = 0; c < step.length; c++) {
    const lostItsInformation = aliasedNow[c] === 1 && aliasedFirst[c] === 0;
    if (Math.abs(step[c]!) > 0.1 || lostItsInformation) {
      diverging[c] = 1;
    }
  }
}
