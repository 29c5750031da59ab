import { estimateShocks, StatisticsError } from '@skillhall/statistics';
import { usualShocks } from '../plan/outlook.js';
import type { StudyRows } from './study-panel.js';

/** Rows of each hall before its own training: what halls do by themselves. */
export function untrainedRows({ unit, time, count, exposure, firstTreated }: StudyRows) {
  const own = Int32Array.from(unit.keys()).filter((row) => time[row]! < firstTreated[row]!);
  return { unit: own.map((row) => unit[row]!), time: own.map((row) => time[row]!), count: Float64Array.from(own, (row) => count[row]!), exposure: Float64Array.from(own, (row) => exposure[row]!) };
}

/** How much halls vary by themselves; usual values where the history is too short to tell. */
export function shocksBefore(rows: StudyRows): { readonly sd: number; readonly correlation: number; readonly fromHistory: boolean } {
  try {
    const { shockSd, shockCorrelation } = estimateShocks(untrainedRows(rows));
    return { sd: shockSd, correlation: shockCorrelation, fromHistory: true };
  } catch (error) {
    if (error instanceof StatisticsError) return { ...usualShocks, fromHistory: false };
    throw error;
  }
}
