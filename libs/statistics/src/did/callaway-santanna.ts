import { chiSquaredUpper } from '../distributions/distributions.js';
import { StatisticsError } from '../errors.js';
import { quadraticForm } from '../linear-algebra/cholesky.js';
import { NEVER_TREATED } from '../stacked/panel-grid.js';
import { toOutcomeGrid } from './outcome-grid.js';
import type { OutcomeGrid } from './outcome-grid.js';
import { twoPeriodEffect } from './two-period.js';
import type { TwoPeriodMethod } from './two-period.js';

export interface CallawaySantAnnaInput {
  readonly unit: ArrayLike<number>;
  readonly time: ArrayLike<number>;
  /** Any linear outcome, e.g. a rate; the effect is additive, not a ratio. */
  readonly outcome: Float64Array;
  /** First treated period or {@link NEVER_TREATED}. */
  readonly firstTreated: ArrayLike<number>;
  /** Covariates, constant within unit (the value in the first period is used). */
  readonly covariates?: readonly Float64Array[];
  /** Comparison units (default `never`). */
  readonly comparison?: 'never' | 'not-yet';
  readonly method?: TwoPeriodMethod;
  /** Periods before treatment in which an effect is already possible (default 0). */
  readonly anticipation?: number;
  /** Base period of pre-treatment cells: the period before (`varying`, default) or g − 1 − anticipation (`universal`). */
  readonly base?: 'varying' | 'universal';
}

export interface GroupTimeEffect {
  readonly group: number;
  readonly time: number;
  readonly effect: number;
  /** NaN for the base period itself. */
  readonly standardError: number;
}

export interface GroupTimeEffects {
  readonly cells: readonly GroupTimeEffect[];
  /** Influence per cell and unit (cells × units). */
  readonly influence: readonly Float64Array[];
  /** First treated period per unit. */
  readonly groupOfUnit: Float64Array;
  /** Cells left out because no unit was left to compare with. */
  readonly withoutComparison: number;
  /** All pre-treatment cells are zero: Wald χ². */
  readonly pretest: { readonly statistic: number; readonly df: number; readonly pValue: number };
}

/**
 * Group-time effects ATT(g, t) of Callaway & Sant'Anna (2021): change of group g
 * since its base period minus the change of never (or not yet) treated units.
 * Standard errors from influence functions. Balanced panels only. A cross-check:
 * with the base right before treatment it sits on the spike (−34 %).
 * @throws StatisticsError `not-identified` (no comparison), `empty-input`, `duplicate-row`.
 */
export function callawaySantAnna(input: CallawaySantAnnaInput): GroupTimeEffects {
  const grid = toOutcomeGrid(input);
  const groups = [...new Set(grid.group)].filter((g) => g > grid.times[0]! && g <= grid.times.at(-1)!).sort((a, b) => a - b);
  const cells: GroupTimeEffect[] = [];
  const influence: Float64Array[] = [];
  let withoutComparison = 0;
  for (const group of groups) {
    for (let t = 0; t < grid.times.length; t++) {
      const base = basePeriod(grid, group, t, input);
      if (base === undefined) {
        continue;
      }
      const cell = cellEffect(grid, group, t, base, input);
      if (cell === undefined) {
        withoutComparison++;
        continue;
      }
      const time = grid.times[t]!;
      const variance = cell.influence.reduce((sum, value) => sum + value * value, 0) / grid.units ** 2;
      cells.push({ group, time, effect: cell.effect, standardError: base === t ? NaN : Math.sqrt(variance) });
      influence.push(cell.influence);
    }
  }
  if (withoutComparison > 0 && cells.every(({ standardError }) => Number.isNaN(standardError))) {
    throw new StatisticsError('not-identified', 'no unit is left to compare with', { withoutComparison });
  }
  return { cells, influence, groupOfUnit: grid.group, withoutComparison, pretest: pretest(cells, influence, grid.units, input.anticipation ?? 0) };
}

/** Column of the base period of a cell; undefined when there is none. */
function basePeriod(grid: OutcomeGrid, group: number, t: number, input: CallawaySantAnnaInput): number | undefined {
  const anticipation = input.anticipation ?? 0;
  let last = -1;
  grid.times.forEach((time, column) => (last = time < group - anticipation ? column : last));
  const before = grid.times[t]! < group - anticipation;
  if (before && input.base !== 'universal') {
    return t === 0 ? undefined : t - 1;
  }
  return last < 0 ? undefined : last;
}

function cellEffect(
  grid: OutcomeGrid,
  group: number,
  t: number,
  base: number,
  input: CallawaySantAnnaInput,
): { effect: number; influence: Float64Array } | undefined {
  const influence = new Float64Array(grid.units);
  if (base === t) {
    return { effect: 0, influence };
  }
  const horizon = Math.max(grid.times[t]!, grid.times[base]!) + (input.anticipation ?? 0);
  const members: number[] = [];
  let comparison = 0;
  for (let u = 0; u < grid.units; u++) {
    const own = grid.group[u]!;
    const compared = own === NEVER_TREATED || (input.comparison === 'not-yet' && own > horizon);
    if (own === group || compared) {
      members.push(u);
      comparison += own === group ? 0 : 1;
    }
  }
  if (comparison === 0) {
    return undefined;
  }
  const width = grid.times.length;
  const pick = (values: (unit: number) => number): Float64Array => Float64Array.from(members, values);
  const result = twoPeriodEffect(
    {
      change: pick((u) => grid.outcome[u * width + t]! - grid.outcome[u * width + base]!),
      treated: pick((u) => Number(grid.group[u] === group)),
      columns: [pick(() => 1), ...grid.covariates.map((covariate) => pick((u) => covariate[u]!))],
    },
    input.method ?? 'doubly-robust',
  );
  const scale = grid.units / members.length;
  members.forEach((u, i) => (influence[u] = scale * result.influence[i]!));
  return { effect: result.effect, influence };
}

function pretest(
  cells: readonly GroupTimeEffect[],
  influence: readonly Float64Array[],
  units: number,
  anticipation: number,
): GroupTimeEffects['pretest'] {
  const early = cells.flatMap((cell, i) =>
    cell.time < cell.group - anticipation && cell.standardError > 0 ? [i] : [],
  );
  if (early.length === 0) {
    return { statistic: NaN, df: 0, pValue: NaN };
  }
  const covariance = new Float64Array(early.length ** 2);
  early.forEach((a, i) =>
    early.forEach((b, j) => {
      const product = influence[a]!.reduce((sum, value, u) => sum + value * influence[b]![u]!, 0);
      covariance[i * early.length + j] = product / units ** 2;
    }),
  );
  const { value, rank } = quadraticForm(covariance, Float64Array.from(early, (i) => cells[i]!.effect));
  return { statistic: value, df: rank, pValue: chiSquaredUpper(value, rank) };
}
