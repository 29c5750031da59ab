import { StatisticsError } from '../errors.js';
import type { DroppedRows } from './model.js';
import type { PrepareInput } from './prepare.js';

/** The rows that stay, and what was left out. */
export interface Selection {
  readonly keep: Uint8Array;
  readonly dropped: DroppedRows;
  /** Kept rows per unit code. */
  readonly unitCounts: Int32Array;
}

/** Decides row by row what stays in the model. */
export function selectRows(input: PrepareInput, unit: Int32Array, unitLevels: Float64Array): Selection {
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
