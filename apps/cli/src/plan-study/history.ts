import { type History, NEVER_TREATED } from '@skillhall/statistics';
import { CommandFailure } from '../failure.js';
import { readPanel } from '../tables/panel-file.js';
import type { PlanOptions } from './plan-study.js';

/** Months before anybody was trained: what halls do by themselves. */
export interface UntrainedHistory extends History {
  readonly unit: Int32Array;
  readonly time: Int32Array;
  readonly units: number;
  readonly firstTime: number;
  readonly lastTime: number;
}

/** A stretch of the history in which many units were observed, and untrained, all the time. */
export interface Stretch extends UntrainedHistory {
  /** Complaints per unit and month in it. */
  readonly rate: number;
}

/**
 * The latest stretch of so many months with at least `wanted` complete units; without one, how many the best has.
 * Units that were trained on the way have no months after and would count as halls that nobody watches.
 */
export function completeStretch(history: UntrainedHistory, months: number, wanted: number): Stretch | { readonly units: number } {
  let best = 0;
  for (let last = history.lastTime; last - months + 1 >= history.firstTime; last--) {
    const inside = (r: number): boolean => history.time[r]! <= last && history.time[r]! > last - months && history.exposure[r]! > 0;
    const seen = new Map<number, number>();
    history.unit.forEach((unit, r) => inside(r) && seen.set(unit, (seen.get(unit) ?? 0) + 1));
    const complete = new Set([...seen].flatMap(([unit, count]) => (count === months ? [unit] : [])));
    best = Math.max(best, complete.size);
    if (complete.size >= wanted) return { ...pick(history, Int32Array.from(history.unit.keys()).filter((r) => inside(r) && complete.has(history.unit[r]!))), firstTime: last - months + 1, lastTime: last };
  }
  return { units: best };
}

function pick(history: UntrainedHistory, rows: Int32Array): Stretch {
  const [count, unit] = [Float64Array.from(rows, (r) => history.count[r]!), rows.map((r) => history.unit[r]!)];
  return {
    ...{ unit, count, time: rows.map((r) => history.time[r]!), exposure: Float64Array.from(rows, (r) => history.exposure[r]!) },
    ...{ units: new Set(unit).size, firstTime: history.firstTime, lastTime: history.lastTime },
    rate: count.reduce((sum, value) => sum + value, 0) / count.length,
  };
}

/** Reads a panel and keeps the rows of each unit before its own training. */
export async function readHistory(path: string, { unit, time, count, exposure, firstTreated }: PlanOptions): Promise<UntrainedHistory> {
  const panel = await readPanel(path, { unit, time, count, exposure, firstTreated });
  const rows = Int32Array.from(panel.count.keys()).filter((r) => panel.firstTreated[r] === NEVER_TREATED || panel.time[r]! < panel.firstTreated[r]!);
  if (!rows.length) throw new CommandFailure(`${path}: no month of any hall lies before its training.`, 1, false, { code: 'no-untrained-month', column: firstTreated ?? null });
  const [units, times] = [rows.map((r) => panel.unit[r]!), rows.map((r) => panel.time[r]!)];
  return {
    ...{ unit: units, time: times, units: new Set(units).size },
    ...{ count: Float64Array.from(rows, (r) => panel.count[r]!), exposure: Float64Array.from(rows, (r) => panel.exposure[r]!) },
    firstTime: times.reduce((least, value) => Math.min(least, value), Infinity),
    lastTime: times.reduce((most, value) => Math.max(most, value), -Infinity),
  };
}
