import { normalQuantile } from '../distributions/distributions.js';
import { requireRange } from '../errors.js';
import { poissonFixedEffects } from '../poisson/fixed-effects.js';
import type { PoissonFit } from '../poisson/fixed-effects.js';
import type { RandomSource } from '../random/random-source.js';
import { finish } from '../steps.js';
import type { Steps } from '../steps.js';
import { NOT_TREATED } from './build-stack.js';
import { averageOfDesign, designInput } from './average-effect.js';
import type { AverageOptions } from './average-effect.js';
import { toGrid } from './panel-grid.js';
import type { PanelGrid, TreatmentPanel } from './panel-grid.js';
import { permutationSteps } from './permutation.js';
import type { PermutationResult } from './permutation.js';
import { detectableFall, ratioOf } from './ratio-estimate.js';
import type { RatioEstimate } from './ratio-estimate.js';
import type { SkippedWave } from './stack-plan.js';
import { stackedDesign } from './stacked-design.js';
import type { StackedDesign } from './stacked-design.js';
import { EFFECT, effectByWave } from './stacked-model.js';

/** Below this number of clusters on either side normal theory is replaced by permutation. */
export const FEW_CLUSTERS = 20;

export interface StackedOptions extends AverageOptions {
  /**
   * `auto` (default): permutation when either side has fewer than
   * {@link FEW_CLUSTERS} clusters. `normal` / `permutation` force one.
   */
  readonly inference?: 'auto' | 'normal' | 'permutation';
  /** Number of re-draws (default 999). */
  readonly permutations?: number;
  /** Source of the re-draws; default: a fixed seed, so that a repeated call repeats its answer. */
  readonly random?: RandomSource;
}

export type StackedInput = TreatmentPanel & StackedOptions;

export interface WaveEstimate extends RatioEstimate {
  readonly wave: number;
  readonly treatedUnits: number;
  readonly comparisonUnits: number;
}

export interface StackedEstimate extends RatioEstimate {
  readonly inference: 'normal' | 'permutation';
  readonly waves: readonly WaveEstimate[];
  readonly skippedWaves: readonly SkippedWave[];
  /** Clusters with a treated unit / with a comparison unit in the stack. */
  readonly treatedClusters: number;
  readonly comparisonClusters: number;
  readonly rows: number;
  /** Unit × wave pairs without any count, left out by the model. */
  readonly silentUnitWaves: number;
  /** Fall (share, 0–1) that this design finds with 80 % power at two-sided 5 %. */
  readonly minimumDetectableFall: number;
  readonly permutation: PermutationResult | undefined;
  /** Cluster influence on the log ratio, by cluster code; its squares sum to standardError². */
  readonly influence: Float64Array;
}

/**
 * Effect of a staggered treatment on a rate, by the stacked clean-window
 * Poisson regression:
 *
 *   log μ = log exposure + α_{unit,wave} + γ_{time,wave} + β · treated · post
 *
 * Wave w: units first treated at w and all units not treated before or at w,
 * until the period before their own treatment. Periods w−k−12 … w−k−1 and
 * w+2 … w+11; the decision window (k periods), w and w+1 are out for everybody,
 * because units chosen for a bad recent record improve anyway. Intervals use t
 * with G − 1 degrees of freedom, or permutation with few clusters.
 *
 * Waves weigh by information; compare the per-wave ratios. All arrays are per
 * row of the panel; see {@link TreatmentPanel} for shapes and units.
 *
 * @throws StatisticsError on malformed panels (see {@link toGrid}) and
 * `no-usable-wave`, `not-identified`.
 */
export function estimateStacked(input: StackedInput): StackedEstimate {
  const grid = toGrid(input);
  return estimateOnGrid(grid, input);
}

/** {@link estimateStacked} on a grid that is already checked. */
export function estimateOnGrid(grid: PanelGrid, options: StackedOptions): StackedEstimate {
  return finish(estimateSteps(grid, options));
}

/** {@link estimateOnGrid}, pausing between re-draws. */
export function* estimateSteps(grid: PanelGrid, options: StackedOptions): Steps<StackedEstimate> {
  const confidence = options.confidence ?? 0.95;
  requireRange('confidence', confidence, 0.5, 0.9999);
  const design = stackedDesign(grid, options);
  const { stack, waves } = design;
  const { normal, influence, fit } = averageOfDesign(design, options, confidence);
  const byWave = poissonFixedEffects(designInput(design, effectByWave(stack, waves), options));
  const sides = clustersBySide(design);
  const few = Math.min(sides.treated, sides.comparison) < FEW_CLUSTERS;
  const wanted = options.inference ?? 'auto';
  const permutation =
    wanted === 'permutation' || (wanted === 'auto' && few)
      ? yield* permutationSteps(design, options, confidence, normal.logRatio)
      : undefined;
  return {
    ...normal,
    ...(permutation && {
      lower: permutation.lower,
      upper: permutation.upper,
      pValue: permutation.pValue,
    }),
    inference: permutation === undefined ? 'normal' : 'permutation',
    waves: waveEstimates(design, byWave, confidence),
    skippedWaves: design.skipped,
    treatedClusters: sides.treated,
    comparisonClusters: sides.comparison,
    rows: fit.rows,
    silentUnitWaves: fit.dropped.allZeroUnits.length,
    minimumDetectableFall: detectableFall(spreadOf(normal, permutation)),
    permutation,
    influence,
  };
}

function waveEstimates(design: StackedDesign, fit: PoissonFit, confidence: number): WaveEstimate[] {
  const treated = new Int32Array(design.waves.length);
  const comparison = new Int32Array(design.waves.length);
  const { stack } = design;
  for (let r = 0; r < stack.rows; r++) {
    if (r === 0 || stack.unitWave[r] !== stack.unitWave[r - 1]) {
      (stack.relative[r] === NOT_TREATED ? comparison : treated)[stack.wave[r]!]!++;
    }
  }
  return design.waves.map((plan, w) => {
    const column = fit.column(EFFECT, w);
    const known = !Number.isNaN(fit.coefficients[column]!);
    const nothing = { ratio: NaN, logRatio: NaN, standardError: NaN, lower: NaN, upper: NaN, pValue: NaN };
    return {
      ...(known ? ratioOf(fit, column, confidence) : nothing),
      wave: plan.wave,
      treatedUnits: treated[w]!,
      comparisonUnits: comparison[w]!,
    };
  });
}

function clustersBySide({ grid, stack }: StackedDesign): { treated: number; comparison: number } {
  const treated = new Set<number>();
  const comparison = new Set<number>();
  for (let r = 0; r < stack.rows; r++) {
    (stack.relative[r] === NOT_TREATED ? comparison : treated).add(grid.cluster[stack.unit[r]!]!);
  }
  return { treated: treated.size, comparison: comparison.size };
}

/** The standard error, or the one the permutation interval implies when that is larger. */
function spreadOf(normal: RatioEstimate, permutation: PermutationResult | undefined): number {
  if (permutation === undefined) {
    return normal.standardError;
  }
  return Math.max(normal.standardError, Math.log(permutation.upper / permutation.lower) / 2 / normalQuantile(0.975));
}
