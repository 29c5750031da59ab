import { studentCdf, studentQuantile } from '../distributions/distributions.js';
import { StatisticsError } from '../errors.js';
import { poissonFixedEffects } from '../poisson/fixed-effects.js';
import type { PoissonFit } from '../poisson/fixed-effects.js';
import type { VarianceCorrection } from '../poisson/variance.js';
import type { TreatmentPanel } from '../stacked/panel-grid.js';
import type { RatioEstimate } from '../stacked/ratio-estimate.js';
import { cohortCells } from './cohort-cells.js';
import type { CohortCell } from './cohort-cells.js';
import { timeFactor } from './twfe.js';

export interface ExtendedPoissonInput extends TreatmentPanel {
  /** Level of the effects removed: `unit` (default) or `cohort` (same cell coefficients, other standard errors). */
  readonly effects?: 'unit' | 'cohort';
  readonly confidence?: number;
  readonly correction?: VarianceCorrection;
}

export interface CellEstimate extends CohortCell {
  /** log ratio; −∞ when the cell has no counts, NaN when it has no comparison. */
  readonly logRatio: number;
  readonly standardError: number;
}

export interface ExtendedPoissonEstimate extends RatioEstimate {
  readonly cells: readonly CellEstimate[];
  /** Cells without finite coefficient, left out of the average. */
  readonly emptyCells: number;
  readonly fit: PoissonFit;
}

/**
 * Extended two-way Poisson (Wooldridge 2023): one coefficient δ per cohort ×
 * period from treatment on, comparison = not yet treated. Average ratio
 * R = Σy / Σ y·e^(−δ) over treated rows, its error by the delta method. A
 * cross-check: it keeps the spike before treatment like the plain two-way model.
 * @throws StatisticsError as {@link poissonFixedEffects}; `not-identified` without any usable cell.
 */
export function extendedTwoWayPoisson(input: ExtendedPoissonInput): ExtendedPoissonEstimate {
  const { cells, factor } = cohortCells(input.time, input.firstTreated, (cohort, time) => time >= cohort);
  const fit = poissonFixedEffects({
    unit: input.effects === 'cohort' ? input.firstTreated : input.unit,
    count: input.count,
    exposure: input.exposure,
    factors: [timeFactor(input.time), factor],
    cluster: input.cluster ?? input.unit,
    ...(input.correction && { correction: input.correction }),
  });
  const columns = cells.map((_, code) => fit.column('cell', code));
  const counts = new Float64Array(cells.length);
  factor.codes.forEach((code, r) => {
    if (code >= 0) {
      counts[code]! += input.count[r]!;
    }
  });
  const usable = columns.map((c) => Number.isFinite(fit.coefficients[c]!));
  return {
    ...averageRatio(fit, columns, counts, usable, input.confidence ?? 0.95),
    cells: cells.map((cell, i) => ({
      ...cell,
      logRatio: fit.coefficients[columns[i]!]!,
      standardError: fit.standardErrors[columns[i]!]!,
    })),
    emptyCells: usable.filter((isUsable) => !isUsable).length,
    fit,
  };
}

/** log R with gradient ∂ log R/∂δ_c = y_c e^(−δ_c) / Σ y e^(−δ). */
function averageRatio(
  fit: PoissonFit,
  columns: readonly number[],
  counts: Float64Array,
  usable: readonly boolean[],
  confidence: number,
): RatioEstimate {
  const counterfactual = columns.map((c, i) => (usable[i] ? counts[i]! * Math.exp(-fit.coefficients[c]!) : 0));
  const expected = counterfactual.reduce((sum, value) => sum + value, 0);
  const observed = counts.reduce((sum, value, i) => sum + (usable[i] ? value : 0), 0);
  if (expected === 0) {
    throw new StatisticsError('not-identified', 'no treated cell can be compared');
  }
  const gradient = counterfactual.map((value) => value / expected);
  const logRatio = Math.log(observed / expected);
  const standardError = Math.sqrt(linearVariance(fit, columns, gradient));
  const df = fit.clusters - 1;
  const half = studentQuantile((1 + confidence) / 2, df) * standardError;
  return {
    ratio: Math.exp(logRatio),
    logRatio,
    standardError,
    lower: Math.exp(logRatio - half),
    upper: Math.exp(logRatio + half),
    pValue: 2 * studentCdf(-Math.abs(logRatio / standardError), df),
  };
}

/** wᵀ V w over chosen columns. */
export function linearVariance(
  fit: { readonly covariance: Float64Array; readonly size: number },
  columns: readonly number[],
  weights: readonly number[],
): number {
  return columns.reduce(
    (sum, a, i) =>
      sum +
      (weights[i] === 0
        ? 0
        : weights[i]! *
          columns.reduce((inner, b, j) => inner + (weights[j] === 0 ? 0 : weights[j]! * fit.covariance[a * fit.size + b]!), 0)),
    0,
  );
}
