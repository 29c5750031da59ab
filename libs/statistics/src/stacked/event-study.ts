import { fUpper, studentCdf, studentQuantile } from '../distributions/distributions.js';
import { quadraticForm } from '../linear-algebra/cholesky.js';
import { poissonFixedEffects } from '../poisson/fixed-effects.js';
import type { PoissonFit } from '../poisson/fixed-effects.js';
import { NOT_TREATED } from './build-stack.js';
import type { Stack } from './build-stack.js';
import { toGrid } from './panel-grid.js';
import type { PanelGrid, TreatmentPanel } from './panel-grid.js';
import type { RatioEstimate } from './ratio-estimate.js';
import type { StackWindows, WavePlan } from './stack-plan.js';
import { stackedDesign } from './stacked-design.js';
import { EFFECT, effectCodes, stackedInput } from './stacked-model.js';

/** Which part of the time line a period belongs to; shade `decision` in a plot. */
export type EventWindow = 'clean-before' | 'decision' | 'phase-in' | 'after';

export interface EventPoint extends RatioEstimate {
  /** Periods since treatment (0 = first treated period). */
  readonly relative: number;
  readonly window: EventWindow;
}

/** Not a number everywhere when there are no more clusters than leads, or no leads. */
export interface JointTest {
  readonly statistic: number;
  readonly df1: number;
  readonly df2: number;
  readonly pValue: number;
}

export interface EventStudy {
  readonly points: readonly EventPoint[];
  /** Covariance of the points' log ratios, row-major points × points. */
  readonly covariance: Float64Array;
  /** All clean periods before the decision window have the same ratio. Quiet is not proof: the power is low. */
  readonly leads: JointTest;
  readonly clusters: number;
}

export interface EventStudyOptions extends StackWindows {
  readonly confidence?: number;
}

/**
 * The stacked regression with one coefficient per period relative to treatment,
 * all periods kept. Every point is relative to the mean of the clean periods
 * before the decision window, never to a period inside it: with the period
 * before treatment as reference the spike that led to treatment would bend
 * everything. Leads: Hotelling's form of the Wald test, W·(G − q)/((G − 1)q) against
 * F(q, G − q). W/q against F(q, G − 1) rejected 35 % of quiet leads with 40
 * clusters in simulation, this form 13 %.
 *
 * Source: Sun & Abraham 2021; Roth 2022 on what such a test can and cannot show.
 * @throws StatisticsError as {@link estimateStacked}.
 */
export function stackedEventStudy(input: TreatmentPanel & EventStudyOptions): EventStudy {
  return eventStudyOnGrid(toGrid(input), input);
}

/** {@link stackedEventStudy} on a checked grid. */
export function eventStudyOnGrid(grid: PanelGrid, options: EventStudyOptions): EventStudy {
  const design = stackedDesign(grid, options, true);
  const { stack, waves } = design;
  const longest = Math.max(...waves.map(({ decisionWindow }) => decisionWindow));
  const periods = presentPeriods(stack);
  const reference = -longest - 1;
  const levels = periods.filter((relative) => relative !== reference);
  const position = new Map(levels.map((relative, level) => [relative, level]));
  const effect = effectCodes(stack, levels.length, (r) => position.get(stack.relative[r]!) ?? -1);
  const fit = poissonFixedEffects(stackedInput(grid, stack, effect));
  const known = periods.filter((relative) => relative === reference || isKnown(fit, position.get(relative)!));
  const raw = pickCoefficients(fit, known, position);
  const clean = known.map((relative) => relative < -longest);
  return {
    ...centre(fit, known, raw, clean, waves, options.confidence ?? 0.95, longest),
    leads: leadTest(fit, levels.filter((relative) => relative < -longest && isKnown(fit, position.get(relative)!)), position),
    clusters: fit.clusters,
  };
}

function presentPeriods(stack: Stack): number[] {
  return [...new Set(stack.relative)].filter((relative) => relative !== NOT_TREATED).sort((a, b) => a - b);
}

function isKnown(fit: PoissonFit, level: number): boolean {
  return Number.isFinite(fit.coefficients[fit.column(EFFECT, level)]!);
}

interface Coefficients {
  readonly values: Float64Array;
  readonly covariance: Float64Array;
}

/** Coefficients of the given periods; the reference (no column) is an exact 0. */
function pickCoefficients(
  fit: PoissonFit,
  periods: readonly number[],
  position: ReadonlyMap<number, number>,
): Coefficients {
  const size = periods.length;
  const columns = periods.map((relative) => {
    const level = position.get(relative);
    return level === undefined ? -1 : fit.column(EFFECT, level);
  });
  const values = Float64Array.from(columns, (c) => (c < 0 ? 0 : fit.coefficients[c]!));
  const covariance = new Float64Array(size * size);
  columns.forEach((a, i) =>
    columns.forEach((b, j) => {
      covariance[i * size + j] = a < 0 || b < 0 ? 0 : fit.covariance[a * fit.size + b]!;
    }),
  );
  return { values, covariance };
}

/** θ_e − mean of θ over the clean periods, with the covariance of the differences. */
function centre(
  fit: PoissonFit,
  periods: readonly number[],
  raw: Coefficients,
  clean: readonly boolean[],
  waves: readonly WavePlan[],
  confidence: number,
  longest: number,
): { points: EventPoint[]; covariance: Float64Array } {
  const size = periods.length;
  const share = 1 / clean.filter(Boolean).length;
  const weight = Float64Array.from(clean, (isClean) => (isClean ? share : 0));
  const mean = weight.reduce((sum, w, i) => sum + w * raw.values[i]!, 0);
  const withMean = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    withMean[i] = weight.reduce((sum, w, j) => sum + w * raw.covariance[i * size + j]!, 0);
  }
  const ofMean = weight.reduce((sum, w, i) => sum + w * withMean[i]!, 0);
  const covariance = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      covariance[i * size + j] = raw.covariance[i * size + j]! - withMean[i]! - withMean[j]! + ofMean;
    }
  }
  const df = fit.clusters - 1;
  const critical = studentQuantile((1 + confidence) / 2, df);
  const phaseIn = Math.min(...waves.map((plan) => plan.postFrom - plan.column));
  const points = periods.map((relative, i) => {
    const logRatio = raw.values[i]! - mean;
    const standardError = Math.sqrt(Math.max(0, covariance[i * size + i]!));
    return {
      relative,
      window: windowOf(relative, longest, phaseIn),
      ratio: Math.exp(logRatio),
      logRatio,
      standardError,
      lower: Math.exp(logRatio - critical * standardError),
      upper: Math.exp(logRatio + critical * standardError),
      pValue: 2 * studentCdf(-Math.abs(logRatio / standardError), df),
    };
  });
  return { points, covariance };
}

/** `longest` = longest decision window of the waves. */
export function windowOf(relative: number, longest: number, phaseIn: number): EventWindow {
  if (relative < -longest) {
    return 'clean-before';
  }
  if (relative < 0) {
    return 'decision';
  }
  return relative < phaseIn ? 'phase-in' : 'after';
}

function leadTest(fit: PoissonFit, leads: readonly number[], position: ReadonlyMap<number, number>): JointTest {
  const { values, covariance } = pickCoefficients(fit, leads, position);
  if (leads.length === 0) {
    return { statistic: NaN, df1: 0, df2: 0, pValue: NaN };
  }
  const { value, rank } = quadraticForm(covariance, values);
  const df2 = fit.clusters - rank;
  if (df2 < 1) {
    return { statistic: NaN, df1: rank, df2: 0, pValue: NaN };
  }
  const statistic = (value / rank) * (df2 / (fit.clusters - 1));
  return { statistic, df1: rank, df2, pValue: fUpper(statistic, rank, df2) };
}
