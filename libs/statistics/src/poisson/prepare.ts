import { requireLength, requireNonNegative, StatisticsError } from '../errors.js';
import { encode } from './encode.js';
import type { DenseCovariate, DroppedRows, FactorCodes, PreparedModel } from './model.js';

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

interface Selection {
  readonly keep: Uint8Array;
  readonly dropped: DroppedRows;
  /** Kept rows per unit code. */
  readonly unitCounts: Int32Array;
}

function selectRows(input: PrepareInput, unit: Int32Array, unitLevels: Float64Array): Selection {
  const rows = unit.length;
  const keep = new Uint8Array(rows).fill(1);
  if (input.family === 'linear') {
    return keepAll(unit, unitLevels.length, keep);
  }
  const zeroExposureRows = dropZeroExposure(input, keep);
  const unitTotal = new Float64Array(unitLevels.length);
  for (let r = 0; r < rows; r++) {
    unitTotal[unit[r]!]! += input.count[r]!;
  }
  // All-zero units first: only rows that stay may speak for a column.
  const allZero: number[] = [];
  unitTotal.forEach((total, u) => {
    if (total === 0) {
      allZero.push(unitLevels[u]!);
    }
  });
  for (let r = 0; r < rows; r++) {
    if (unitTotal[unit[r]!] === 0) {
      keep[r] = 0;
    }
  }
  const { separatedColumns, separatedRows } = dropSeparated(input, keep);
  const unitCounts = new Int32Array(unitLevels.length);
  for (let r = 0; r < rows; r++) {
    unitCounts[unit[r]!]! += keep[r]!;
  }
  return {
    keep,
    unitCounts,
    dropped: { allZeroUnits: Int32Array.from(allZero), zeroExposureRows, separatedColumns, separatedRows },
  };
}

function keepAll(unit: Int32Array, units: number, keep: Uint8Array): Selection {
  const unitCounts = new Int32Array(units);
  unit.forEach((u) => unitCounts[u]!++);
  const none = new Int32Array(0);
  return {
    keep,
    unitCounts,
    dropped: { allZeroUnits: none, zeroExposureRows: 0, separatedColumns: none, separatedRows: 0 },
  };
}

function dropZeroExposure(input: PrepareInput, keep: Uint8Array): number {
  const { exposure, count } = input;
  let dropped = 0;
  if (exposure !== undefined) {
    for (let r = 0; r < exposure.length; r++) {
      if (exposure[r] === 0) {
        if (count[r]! > 0) {
          throw new StatisticsError('out-of-range', `row ${r} has counts but no exposure`, { row: r, count: count[r]! });
        }
        keep[r] = 0;
        dropped++;
      }
    }
  }
  return dropped;
}

/** A column without any count has its maximum at −∞; its rows then fit perfectly and drop out. */
function dropSeparated(
  input: PrepareInput,
  keep: Uint8Array,
): { separatedColumns: Int32Array; separatedRows: number } {
  const separated: number[] = [];
  let separatedRows = 0;
  let offset = 0;
  for (const factor of input.factors) {
    const total = new Float64Array(factor.levels);
    const seen = new Uint8Array(factor.levels);
    for (let r = 0; r < keep.length; r++) {
      const code = factor.codes[r]!;
      if (keep[r] && code >= 0) {
        total[code]! += input.count[r]!;
        seen[code] = 1;
      }
    }
    for (let r = 0; r < keep.length; r++) {
      const code = factor.codes[r]!;
      if (keep[r] && code >= 0 && total[code] === 0) {
        keep[r] = 0;
        separatedRows++;
      }
    }
    for (let level = 0; level < factor.levels; level++) {
      if (seen[level] && total[level] === 0) {
        separated.push(offset + level);
      }
    }
    offset += factor.levels;
  }
  return { separatedColumns: Int32Array.from(separated), separatedRows };
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
