import type { FactorCodes } from '../poisson/model.js';

/** One cohort (first treated period) in one calendar period. */
export interface CohortCell {
  readonly cohort: number;
  readonly time: number;
  readonly rows: number;
}

export interface CohortCells {
  readonly cells: readonly CohortCell[];
  /** Code of each row's cell; −1 where the row has none. */
  readonly factor: FactorCodes;
}

/** Codes for cohort × time cells that `wanted` accepts, ordered by cohort, then time. */
export function cohortCells(
  time: ArrayLike<number>,
  firstTreated: ArrayLike<number>,
  wanted: (cohort: number, time: number) => boolean,
): CohortCells {
  const rows = new Map<string, { cohort: number; time: number; rows: number[] }>();
  for (let r = 0; r < time.length; r++) {
    const cohort = firstTreated[r]!;
    if (wanted(cohort, time[r]!)) {
      const key = `${cohort}/${time[r]}`;
      const cell = rows.get(key) ?? { cohort, time: time[r]!, rows: [] };
      cell.rows.push(r);
      rows.set(key, cell);
    }
  }
  const ordered = [...rows.values()].sort((a, b) => a.cohort - b.cohort || a.time - b.time);
  const codes = new Int32Array(time.length).fill(-1);
  ordered.forEach((cell, code) => cell.rows.forEach((r) => (codes[r] = code)));
  return {
    cells: ordered.map((cell) => ({ cohort: cell.cohort, time: cell.time, rows: cell.rows.length })),
    factor: { name: 'cell', codes, levels: ordered.length },
  };
}
