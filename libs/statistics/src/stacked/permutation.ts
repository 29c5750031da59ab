import { requireRange } from '../errors.js';
import { createRandomSource } from '../random/random-source.js';
import type { RandomSource } from '../random/random-source.js';
import type { Steps } from '../steps.js';
import { buildStack } from './build-stack.js';
import { refitEffect, startVector } from './fast-refit.js';
import type { StackedDesign } from './stacked-design.js';
import { createRedraw } from './redraw.js';
import { planWaves } from './stack-plan.js';
import type { StackWindows } from './stack-plan.js';

export interface PermutationOptions extends StackWindows {
  /** Number of re-draws (default 999). */
  readonly permutations?: number;
  /** Source of randomness; default: a fixed seed, so that a repeated call repeats its answer. */
  readonly random?: RandomSource;
}

export interface PermutationResult {
  /** (1 + #{|β*| ≥ |β|}) / (B + 1). */
  readonly pValue: number;
  /** Ratio scale: exp(β ∓ quantile of |β*|); excludes 1 exactly when the p-value is small. */
  readonly lower: number;
  readonly upper: number;
  /** Re-drawn log ratios, ascending. */
  readonly draws: Float64Array;
}

const DEFAULT_SEED = 20_240_601;
/** So that who computes in the background can do other things in between. */
const DRAWS_PER_STEP = 5;

/**
 * Randomisation inference for the stacked estimate (Fisher; Rosenbaum 2002):
 * treatment is re-drawn within wave × fifth of the decision-window rate, the
 * stack is rebuilt (comparison units leave at their re-drawn treatment) and
 * refitted. Not exact, because the fifths themselves follow the re-drawn history.
 */
export function* permutationSteps(
  design: StackedDesign,
  options: PermutationOptions,
  confidence: number,
  observed: number,
): Steps<PermutationResult> {
  const permutations = options.permutations ?? 999;
  requireRange('permutations', permutations, 19, 1_000_000);
  const random = options.random ?? createRandomSource(DEFAULT_SEED);
  const { grid, waves } = design;
  const from = waves[0]!.column;
  const allWaves = planWaves(grid, grid.firstTreated, options).filter(({ column }) => column >= from);
  const redraw = createRedraw(grid, allWaves);
  const draws = new Float64Array(permutations);
  const start = startVector(grid, waves, design.stack);
  for (let b = 0; b < permutations; b++) {
    const stack = buildStack(grid, redraw.next(random), waves, false);
    draws[b] = refitEffect(grid, waves, stack, start);
    if (b % DRAWS_PER_STEP === DRAWS_PER_STEP - 1) {
      yield { part: 'permutation', share: (b + 1) / permutations };
    }
  }
  draws.sort();
  return summarise(draws, confidence, observed);
}

function summarise(draws: Float64Array, confidence: number, observed: number): PermutationResult {
  const sizes = draws.map(Math.abs).sort();
  const reached = sizes.filter((size) => size >= Math.abs(observed) - 1e-9).length;
  const rank = Math.min(sizes.length, Math.ceil(confidence * (sizes.length + 1)));
  const half = sizes[rank - 1]!;
  return {
    pValue: (1 + reached) / (draws.length + 1),
    lower: Math.exp(observed - half),
    upper: Math.exp(observed + half),
    draws,
  };
}
