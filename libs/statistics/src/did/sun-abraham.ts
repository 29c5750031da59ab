import { StatisticsError } from '../errors.js';
import { linearFixedEffects } from '../linear/fixed-effects.js';
import type { LinearFit } from '../linear/fixed-effects.js';
import type { DenseCovariate } from '../poisson/model.js';
import type { VarianceCorrection } from '../poisson/variance.js';
import { NEVER_TREATED } from '../stacked/panel-grid.js';
import { cohortCells } from './cohort-cells.js';
import type { CohortCell } from './cohort-cells.js';
import { linearVariance } from './etwfe.js';
import { timeFactor } from './twfe.js';

export interface SunAbrahamInput {
  readonly unit: ArrayLike<number>;
  readonly time: ArrayLike<number>;
  readonly outcome: Float64Array;
  /** First treated period or {@link NEVER_TREATED}. */
  readonly firstTreated: ArrayLike<number>;
  readonly covariates?: readonly DenseCovariate[];
  readonly correction?: VarianceCorrection;
}

export interface WeightedEffect {
  readonly estimate: number;
  readonly standardError: number;
}

export interface SunAbrahamEstimate {
  /** Effect per period since treatment, cohorts weighted by their rows; period −1 is the reference. */
  readonly periods: readonly (WeightedEffect & { readonly relative: number })[];
  /** Average over all treated rows. */
  readonly average: WeightedEffect;
  readonly fit: LinearFit;
}

/**
 * Interaction-weighted event study for a linear outcome (Sun & Abraham 2021):
 * unit and time effects, one coefficient per cohort × period relative to
 * treatment (reference −1, never-treated units), averaged with cohort shares.
 * @throws StatisticsError `not-identified` without treated rows; see {@link linearFixedEffects}.
 */
export function sunAbraham(input: SunAbrahamInput): SunAbrahamEstimate {
  const { cells, factor } = cohortCells(
    input.time,
    input.firstTreated,
    (cohort, time) => cohort !== NEVER_TREATED && time - cohort !== -1,
  );
  const fit = linearFixedEffects({
    unit: input.unit,
    outcome: input.outcome,
    factors: [timeFactor(input.time), factor],
    covariates: input.covariates ?? [],
    ...(input.correction && { correction: input.correction }),
  });
  const relatives = [...new Set(cells.map((cell) => cell.time - cell.cohort))].sort((a, b) => a - b);
  return {
    periods: relatives.map((relative) => ({
      relative,
      ...weigh(fit, cells, (cell) => cell.time - cell.cohort === relative),
    })),
    average: weigh(fit, cells, (cell) => cell.time >= cell.cohort),
    fit,
  };
}

function weigh(fit: LinearFit, cells: readonly CohortCell[], chosen: (cell: CohortCell) => boolean): WeightedEffect {
  const columns: number[] = [];
  const rows: number[] = [];
  cells.forEach((cell, code) => {
    const column = fit.column('cell', code);
    if (chosen(cell) && Number.isFinite(fit.coefficients[column]!)) {
      columns.push(column);
      rows.push(cell.rows);
    }
  });
  const total = rows.reduce((sum, value) => sum + value, 0);
  if (total === 0) {
    throw new StatisticsError('not-identified', 'no treated row can be compared');
  }
  const weights = rows.map((value) => value / total);
  return {
    estimate: columns.reduce((sum, column, i) => sum + weights[i]! * fit.coefficients[column]!, 0),
    standardError: Math.sqrt(linearVariance(fit, columns, weights)),
  };
}
