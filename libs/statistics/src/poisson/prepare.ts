import { requireLength, requireNonNegative, StatisticsError } from '../errors.js';
import { encode } from './encode.js';
import type { DenseCovariate, DroppedRows, FactorCodes, PreparedModel } from './model.js';
import { selectRows } from './select-rows.js';

export interface PrepareInput {
  /** `linear`: any finite outcome is allowed in `count` and no unit or column is dropped. */
  readonly family?: 'poisson' | 'linear';
  readonly unit: ArrayLike<number>;
  readonly count: Float64Array;
  readonly exposure?: Float64Array | undefined;
  readonly factors: readonly FactorCodes[];
  readonly covariates: readonly DenseCovariate[];
}

/** Checks, drops what carries no information, sorts by unit and packs the codes. */
export function prepareModel(input: PrepareInput): PreparedModel {
  checkInput(input);
  const { codes: unit, levels: unitLevels } = encode(input.unit);
  const { keep, dropped, unitCounts } = selectRows(input, unit, unitLevels);
  const order = sortByUnit(unit, keep, unitCounts);
  return packRows(input, order, unitCounts, unitLevels, dropped);
}

function checkInput(input: PrepareInput): void {
  const rows = input.count.length;
  if (rows === 0) {
    throw new StatisticsError('empty-input', 'the panel has no rows');
  }
  requireLength(rows, { unit: input.unit, exposure: input.exposure });
  if (input.family !== 'linear') {
    requireNonNegative('count', input.count);
  } else if (!input.count.every(Number.isFinite)) {
    throw new StatisticsError('not-finite', 'the outcome holds a value that is not finite');
  }
  if (input.exposure !== undefined) {
    requireNonNegative('exposure', input.exposure);
  }
  for (const factor of input.factors) {
    requireLength(rows, { [factor.name]: factor.codes });
    for (let r = 0; r < rows; r++) {
      const code = factor.codes[r]!;
      if (code < -1 || code >= factor.levels) {
        throw new StatisticsError('out-of-range', `${factor.name}[${r}] = ${code} is no level`, { row: r, code });
      }
    }
  }
  for (const covariate of input.covariates) {
    requireLength(rows, { [covariate.name]: covariate.values });
    if (!covariate.values.every(Number.isFinite)) {
      throw new StatisticsError('not-finite', `${covariate.name} holds a value that is not finite`);
    }
  }
}

function sortByUnit(unit: Int32Array, keep: Uint8Array, unitCounts: Int32Array): Int32Array {
  const next = new Int32Array(unitCounts.length);
  let total = 0;
  for (let u = 0; u < unitCounts.length; u++) {
    next[u] = total;
    total += unitCounts[u]!;
  }
  const order = new Int32Array(total);
  for (let r = 0; r < unit.length; r++) {
    if (keep[r]) {
      const u = unit[r]!;
      order[next[u]!] = r;
      next[u]!++;
    }
  }
  return order;
}

function packRows(
  input: PrepareInput,
  order: Int32Array,
  unitCounts: Int32Array,
  unitLevels: Float64Array,
  dropped: DroppedRows,
): PreparedModel {
  const rows = order.length;
  const unitStart: number[] = [0];
  const unitLabel: number[] = [];
  unitCounts.forEach((kept, u) => {
    if (kept > 0) {
      unitStart.push(unitStart[unitStart.length - 1]! + kept);
      unitLabel.push(unitLevels[u]!);
    }
  });
  const take = (values: Float64Array): Float64Array => {
    const taken = new Float64Array(rows);
    for (let i = 0; i < rows; i++) {
      taken[i] = values[order[i]!]!;
    }
    return taken;
  };
  const factorCount = input.factors.length;
  const columns = new Int32Array(rows * factorCount);
  let offset = 0;
  input.factors.forEach((factor, j) => {
    for (let i = 0; i < rows; i++) {
      const code = factor.codes[order[i]!]!;
      columns[i * factorCount + j] = code < 0 ? -1 : offset + code;
    }
    offset += factor.levels;
  });
  return {
    rows,
    units: unitLabel.length,
    unitStart: Int32Array.from(unitStart),
    unitLabel: Int32Array.from(unitLabel),
    count: take(input.count),
    exposure: input.exposure === undefined ? new Float64Array(rows).fill(1) : take(input.exposure),
    columns,
    factorCount,
    factorColumns: offset,
    covariates: input.covariates.map((covariate) => take(covariate.values)),
    size: offset + input.covariates.length,
    sourceRow: order,
    dropped,
  };
}
