import type { CivilMonth } from '@skillhall/kernel';

/** One hall: its counter staff of today, and how many of them first completed a course in the month. */
export interface HallCompletions {
  readonly month: CivilMonth | null;
  readonly unitId: string;
  readonly staff: number;
  readonly completed: number;
}

/**
 * Share (0–1) of today's counter staff of these halls who had completed a course by the end of `month`; null where
 * there are no staff. Staff who left are not counted on either side, so the past is as today's people see it.
 */
export function coverageAt(rows: readonly HallCompletions[], month: CivilMonth): number | null {
  const staff = new Map<string, number>();
  let completed = 0;
  for (const row of rows) {
    staff.set(row.unitId, row.staff);
    if (row.month !== null && row.month <= month) completed += row.completed;
  }
  const all = [...staff.values()].reduce((sum, count) => sum + count, 0);
  return all > 0 ? completed / all : null;
}
