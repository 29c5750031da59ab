import { StatisticsError } from '../errors.js';
import { poissonFixedEffects } from '../poisson/fixed-effects.js';
import type { PoissonFit } from '../poisson/fixed-effects.js';
import type { VarianceCorrection } from '../poisson/variance.js';
import type { TreatmentPanel } from '../stacked/panel-grid.js';
import { ratioEstimate } from '../stacked/ratio-estimate.js';
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

export interface CellAverage extends RatioEstimate {
  /** First treated period, or periods since it. */
  readonly at: number;
}

export interface ExtendedPoissonEstimate extends RatioEstimate {
  readonly cells: readonly CellEstimate[];
  /** Cells without finite coefficient, left out of the average. */
  readonly emptyCells: number;
  /** Average ratio of each cohort, and of each period since treatment (there are none before it). */
  readonly byCohort: readonly CellAverage[];
  readonly byRelative: readonly CellAverage[];
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
  const confidence = input.confidence ?? 0.95;
  const average = (chosen: (cell: CohortCell) => boolean): RatioEstimate | undefined =>
    averageRatio(fit, cells.flatMap((cell, i) => (chosen(cell) ? [{ column: columns[i]!, count: counts[i]! }] : [])), confidence);
  const averagesBy = (key: (cell: CohortCell) => number): CellAverage[] =>
    [...new Set(cells.map(key))]
      .sort((a, b) => a - b)
      .flatMap((at) => {
        const estimate = average((cell) => key(cell) === at);
        return estimate === undefined ? [] : [{ at, ...estimate }];
      });
  const overall = average(() => true);
  if (overall === undefined) {
    throw new StatisticsError('not-identified', 'no treated cell can be compared');
  }
  return {
    ...overall,
    cells: cells.map((cell, i) => ({
      ...cell,
      logRatio: fit.coefficients[columns[i]!]!,
      standardError: fit.standardErrors[columns[i]!]!,
    })),
    emptyCells: columns.filter((c) => !Number.isFinite(fit.coefficients[c]!)).length,
    byCohort: averagesBy((cell) => cell.cohort),
    byRelative: averagesBy((cell) => cell.time - cell.cohort),
    fit,
  };
}

/** log R with gradient ∂ log R/∂δ_c = y_c e^(−δ_c) / Σ y e^(−δ) over the cells that have a coefficient. */
function averageRatio(
  fit: PoissonFit,
  cells: readonly { readonly column: number; readonly count: number }[],
  confidence: number,
): RatioEstimate | undefined {
  const usable = cells.filter(({ column }) => Number.isFinite(fit.coefficients[column]!));
  const counterfactual = usable.map(({ column, count }) => count * Math.exp(-fit.coefficients[column]!));
  const expected = counterfactual.reduce((sum, value) => sum + value, 0);
  if (expected === 0) {
    return undefined;
  }
  const observed = usable.reduce((sum, { count }) => sum + count, 0);
  const gradient = counterfactual.map((value) => value / expected);
  const variance = linearVariance(fit, usable.map(({ column }) => column), gradient);
  return ratioEstimate(Math.log(observed / expected), Math.sqrt(variance), fit.clusters, confidence);
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
