import { requireLength, StatisticsError } from '../errors.js';
import { encode } from '../poisson/encode.js';

/** A balanced panel of a linear outcome, units × times row-major. */
export interface OutcomeGrid {
  readonly units: number;
  /** Calendar periods, ascending; need not be consecutive. */
  readonly times: readonly number[];
  readonly outcome: Float64Array;
  /** First treated period per unit. */
  readonly group: Float64Array;
  /** One array of length units per covariate. */
  readonly covariates: readonly Float64Array[];
}

export interface OutcomePanel {
  readonly unit: ArrayLike<number>;
  readonly time: ArrayLike<number>;
  readonly outcome: Float64Array;
  readonly firstTreated: ArrayLike<number>;
  readonly covariates?: readonly Float64Array[];
}

/** @throws StatisticsError `empty-input`, `length-mismatch`, `duplicate-row`, `not-finite` (unbalanced), `treatment-varies-within-unit`. */
export function toOutcomeGrid(panel: OutcomePanel): OutcomeGrid {
  const rows = panel.outcome.length;
  if (rows === 0) {
    throw new StatisticsError('empty-input', 'the panel has no rows');
  }
  requireLength(rows, { unit: panel.unit, time: panel.time, firstTreated: panel.firstTreated });
  const unit = encode(panel.unit);
  const time = encode(panel.time);
  const units = unit.levels.length;
  const width = time.levels.length;
  const outcome = new Float64Array(units * width).fill(NaN);
  const group = new Float64Array(units).fill(NaN);
  const covariates = (panel.covariates ?? []).map(() => new Float64Array(units));
  for (let r = 0; r < rows; r++) {
    const u = unit.codes[r]!;
    const at = u * width + time.codes[r]!;
    if (!Number.isNaN(outcome[at]!)) {
      throw new StatisticsError('duplicate-row', `unit ${panel.unit[r]} has two rows at time ${panel.time[r]}`);
    }
    if (!Number.isNaN(group[u]!) && group[u] !== panel.firstTreated[r]) {
      throw new StatisticsError('treatment-varies-within-unit', `unit ${panel.unit[r]} has two first treated periods`);
    }
    outcome[at] = panel.outcome[r]!;
    group[u] = panel.firstTreated[r]!;
    if (time.codes[r] === 0) {
      covariates.forEach((covariate, c) => (covariate[u] = panel.covariates![c]![r]!));
    }
  }
  if (!outcome.every(Number.isFinite)) {
    throw new StatisticsError('not-finite', 'the panel is not balanced or holds a value that is not finite', { units, times: width });
  }
  return { units, times: Array.from(time.levels), outcome, group, covariates };
}
