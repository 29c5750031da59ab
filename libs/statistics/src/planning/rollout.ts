import { normalCdf, normalQuantile } from '../distributions/distributions.js';
import { requireRange, StatisticsError } from '../errors.js';
import { cholesky, choleskySolve } from '../linear-algebra/cholesky.js';
import { buildStack, NOT_TREATED } from '../stacked/build-stack.js';
import type { Stack } from '../stacked/build-stack.js';
import { NEVER_TREATED } from '../stacked/panel-grid.js';
import type { PanelGrid } from '../stacked/panel-grid.js';
import { planWaves, usableWaves } from '../stacked/stack-plan.js';
import type { StackWindows, WavePlan } from '../stacked/stack-plan.js';
import { smallest } from './detectable-fall.js';

/** Treatment planned in waves, with data from `history` periods before the first. */
export interface RolloutInput extends StackWindows {
  /** Periods from the start of the rollout (0) to each wave, and its units. */
  readonly waves: readonly { readonly at: number; readonly units: number }[];
  /** All units, those never treated included. */
  readonly units: number;
  /** Mean count per unit and period without treatment. */
  readonly meanCount: number;
  /** Periods observed before the start of the rollout. */
  readonly history: number;
  readonly shockSd?: number;
  readonly shockCorrelation?: number;
  readonly power?: number;
  readonly alpha?: number;
}

/**
 * Standard error of the stacked log ratio that a rollout will have once `periods`
 * periods have passed since its start: the sandwich H⁻¹ (Σ S Ω Sᵀ) H⁻¹ in
 * expectation, where Ω holds Poisson noise and shocks of the log rate with
 * correlation ρ^|s−t|, and S maps a unit's counts to its score over all stacks it
 * stands in. Units are taken as alike.
 * Infinity while nothing can be compared.
 */
export function rolloutError(input: RolloutInput, periods: number, ratio: number): number {
  requireRange('meanCount', input.meanCount, Number.MIN_VALUE, Infinity);
  requireRange('ratio', ratio, 1e-6, 1e6);
  const { grid, weights } = representatives(input, periods);
  const { usable } = usableWaves(grid, grid.firstTreated, planWaves(grid, grid.firstTreated, input));
  if (usable.length === 0) {
    return Infinity;
  }
  const stack = buildStack(grid, grid.firstTreated, usable, false);
  const scores = Array.from(weights, () => new Float64Array((stack.timeWaveLevels + 1) * grid.times));
  const information = accumulate(input.meanCount, ratio, grid, usable, stack, weights, scores);
  const size = stack.timeWaveLevels + 1;
  const unit = new Float64Array(size);
  unit[size - 1] = 1;
  const factor = cholesky(information, size);
  if (factor.aliased[size - 1]) {
    return Infinity;
  }
  const row = choleskySolve(factor, unit);
  let variance = 0;
  weights.forEach((weight, u) => (variance += weight * unitVariance(input, ratio, grid, u, row, scores[u]!)));
  return Math.sqrt(variance);
}

/** Smallest fall found after `periods` periods with the wanted power; NaN when even 99 % would be missed. */
export function rolloutDetectableFall(input: RolloutInput, periods: number): number {
  const reach = reachOf(input);
  return smallest((fall) => -Math.log1p(-fall) >= reach * rolloutError(input, periods, 1 - fall), 0, 0.99, 20);
}

/** Power against a fall after `periods` periods. */
export function rolloutPower(input: RolloutInput, periods: number, fall: number): number {
  const error = rolloutError(input, periods, 1 - fall);
  return error === Infinity ? 0 : normalCdf(-Math.log1p(-fall) / error - normalQuantile(1 - (input.alpha ?? 0.05) / 2));
}

/** Periods from the start of the rollout until the fall is found with the wanted power; NaN when `longest` are not enough. */
export function rolloutAnswerAfter(input: RolloutInput, fall: number, longest = 60): number {
  requireRange('fall', fall, 1e-4, 0.99);
  const reach = reachOf(input);
  for (let periods = 1; periods <= longest; periods++) {
    if (-Math.log1p(-fall) >= reach * rolloutError(input, periods, 1 - fall)) {
      return periods;
    }
  }
  return NaN;
}

function reachOf({ power = 0.8, alpha = 0.05 }: RolloutInput): number {
  requireRange('power', power, 0.5, 0.9999);
  requireRange('alpha', alpha, 1e-6, 0.5);
  return normalQuantile(1 - alpha / 2) + normalQuantile(power);
}

/** One unit for each wave and one for those never treated, with the number it stands for. */
function representatives(input: RolloutInput, periods: number): { grid: PanelGrid; weights: number[] } {
  const treated = input.waves.reduce((sum, wave) => sum + wave.units, 0);
  requireRange('history', input.history, 1, 600);
  requireRange('periods', periods, 1, 600);
  if (input.waves.some(({ at, units }) => !Number.isInteger(at) || at < 0 || !(units > 0)) || treated > input.units) {
    throw new StatisticsError('out-of-range', 'a wave needs units and a period, and all waves together no more units than there are', {
      treated,
      units: input.units,
    });
  }
  const never = input.units - treated;
  const groups = [
    ...input.waves.map(({ at, units }) => ({ first: input.history + at, units })),
    ...(never > 0 ? [{ first: NEVER_TREATED, units: never }] : []),
  ];
  const times = input.history + periods;
  const codes = Int32Array.from(groups.keys());
  return {
    grid: {
      ...{ units: groups.length, times, firstTime: 0, unitLabel: Float64Array.from(codes) },
      ...{ count: new Float64Array(groups.length * times), exposure: new Float64Array(groups.length * times).fill(1) },
      ...{ firstTreated: Int32Array.from(groups, ({ first }) => first), cluster: codes, clusters: groups.length },
    },
    weights: groups.map(({ units }) => units),
  };
}

/** Adds each unit-wave block to the information, and x − x̄ of its rows to the unit's score map (size × times). */
function accumulate(
  meanCount: number,
  ratio: number,
  grid: PanelGrid,
  waves: readonly WavePlan[],
  stack: Stack,
  weights: readonly number[],
  scores: readonly Float64Array[],
): Float64Array {
  const size = stack.timeWaveLevels + 1;
  const information = new Float64Array(size * size);
  const columnsOf = (r: number): number[] => {
    const plan = waves[stack.wave[r]!]!;
    const post = stack.relative[r] !== NOT_TREATED && stack.relative[r]! >= plan.postFrom - plan.column;
    return [...(stack.timeWave[r]! >= 0 ? [stack.timeWave[r]!] : []), ...(post ? [size - 1] : [])];
  };
  for (let from = 0; from < stack.rows; ) {
    let to = from;
    while (to < stack.rows && stack.unitWave[to] === stack.unitWave[from]) {
      to++;
    }
    const unit = stack.unit[from]!;
    const mean = new Float64Array(size);
    let total = 0;
    for (let r = from; r < to; r++) {
      const columns = columnsOf(r);
      const expected = meanCount * (columns.includes(size - 1) ? ratio : 1);
      total += expected;
      columns.forEach((c) => {
        mean[c]! += expected;
        scores[unit]![c * grid.times + (stack.cell[r]! % grid.times)]! += 1;
        columns.forEach((d) => (information[c * size + d]! += weights[unit]! * expected));
      });
    }
    const touched = Array.from(mean.keys()).filter((c) => mean[c]! > 0);
    for (const c of touched) {
      touched.forEach((d) => (information[c * size + d]! -= (weights[unit]! * mean[c]! * mean[d]!) / total));
      for (let r = from; r < to; r++) {
        scores[unit]![c * grid.times + (stack.cell[r]! % grid.times)]! -= mean[c]! / total;
      }
    }
    from = to;
  }
  return information;
}

/** vᵀ S Ω Sᵀ v of one unit, v the effect's row of H⁻¹. */
function unitVariance(
  input: RolloutInput,
  ratio: number,
  grid: PanelGrid,
  unit: number,
  row: Float64Array,
  score: Float64Array,
): number {
  const { shockSd = 0.35, shockCorrelation = 0.6, phaseIn = 2, meanCount } = input;
  const { times } = grid;
  const loading = new Float64Array(times);
  row.forEach((value, c) => {
    for (let t = 0; t < times; t++) {
      loading[t]! += value * score[c * times + t]!;
    }
  });
  const full = grid.firstTreated[unit]! + phaseIn;
  const expected = Float64Array.from({ length: times }, (_, t) => meanCount * (t >= full ? ratio : 1));
  const shock = Float64Array.from({ length: times }, (_, lag) => shockSd ** 2 * shockCorrelation ** lag);
  let variance = 0;
  for (let s = 0; s < times; s++) {
    if (loading[s] !== 0) {
      variance += loading[s]! ** 2 * expected[s]!;
      for (let t = 0; t < times; t++) {
        variance += loading[s]! * loading[t]! * expected[s]! * expected[t]! * shock[Math.abs(s - t)]!;
      }
    }
  }
  return variance;
}
