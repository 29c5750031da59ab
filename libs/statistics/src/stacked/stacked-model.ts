import type { DenseCovariate, FactorCodes } from '../poisson/model.js';
import type { PoissonFixedEffectsInput } from '../poisson/fixed-effects.js';
import { NOT_TREATED } from './build-stack.js';
import type { Stack } from './build-stack.js';
import type { PanelGrid } from './panel-grid.js';
import type { WavePlan } from './stack-plan.js';

/** Names of the column sets in the stacked regressions. */
export const TIME_BY_WAVE = 'time-by-wave';
export const EFFECT = 'effect';

/** Which column of the effect a row belongs to; −1 = none. */
export type EffectCode = (row: number) => number;

/** Code 0 on treated rows after the phase-in. */
export function averageEffect(stack: Stack, waves: readonly WavePlan[]): FactorCodes {
  return effectCodes(stack, 1, (r) => (isPost(stack, waves, r) ? 0 : -1));
}

/** One code per wave on treated rows after the phase-in. */
export function effectByWave(stack: Stack, waves: readonly WavePlan[]): FactorCodes {
  return effectCodes(stack, waves.length, (r) => (isPost(stack, waves, r) ? stack.wave[r]! : -1));
}

export function effectCodes(stack: Stack, levels: number, code: EffectCode): FactorCodes {
  const codes = new Int32Array(stack.rows);
  for (let r = 0; r < stack.rows; r++) {
    codes[r] = code(r);
  }
  return { name: EFFECT, codes, levels };
}

function isPost(stack: Stack, waves: readonly WavePlan[], row: number): boolean {
  const relative = stack.relative[row]!;
  if (relative === NOT_TREATED) {
    return false;
  }
  const plan = waves[stack.wave[row]!]!;
  return relative >= plan.postFrom - plan.column;
}

/** Input of the Poisson engine: unit × wave effects, period × wave effects, the effect, clusters. */
export function stackedInput(
  grid: PanelGrid,
  stack: Stack,
  effect: FactorCodes,
  options: { readonly weights?: Float64Array | undefined; readonly covariates?: readonly DenseCovariate[] } = {},
): PoissonFixedEffectsInput {
  const count = new Float64Array(stack.rows);
  const exposure = new Float64Array(stack.rows);
  const cluster = new Int32Array(stack.rows);
  for (let r = 0; r < stack.rows; r++) {
    const at = stack.cell[r]!;
    // A row weight enters as a scale of counts and exposure: the score is w·(y − μ)·x either way.
    const weight = options.weights?.[r] ?? 1;
    count[r] = grid.count[at]! * weight;
    exposure[r] = grid.exposure[at]! * weight;
    cluster[r] = grid.cluster[stack.unit[r]!]!;
  }
  return {
    unit: stack.unitWave,
    count,
    exposure,
    cluster,
    factors: [{ name: TIME_BY_WAVE, codes: stack.timeWave, levels: stack.timeWaveLevels }, effect],
    covariates: options.covariates ?? [],
  };
}

/**
 * Corrective weights (Wing, Freedman & Hollingsworth 2024): comparison rows of
 * wave w get (share of treated units that are in w) / (share of comparison
 * units that are in w), so waves weigh by their treated units.
 */
export function correctiveWeights(stack: Stack, waves: readonly WavePlan[]): Float64Array {
  const treated = new Float64Array(waves.length);
  const comparison = new Float64Array(waves.length);
  for (let r = 0; r < stack.rows; r++) {
    if (r === 0 || stack.unitWave[r] !== stack.unitWave[r - 1]) {
      const side = stack.relative[r] === NOT_TREATED ? comparison : treated;
      side[stack.wave[r]!]!++;
    }
  }
  const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
  const ratio = treated.map((units, w) => units / total(treated) / (comparison[w]! / total(comparison)));
  return new Float64Array(stack.rows).map((_, r) => (stack.relative[r] === NOT_TREATED ? ratio[stack.wave[r]!]! : 1));
}
