import type { StackedEstimate } from '@skillhall/statistics';
import { known } from '../known.js';
import type { StudyPanel } from './study-panel.js';
import type { AvoidedResult } from './study-result.js';

const phaseIn = 2;
const averaged = 10;

/**
 * Complaints avoided in the averaged months (2 to 11 after training) of the waves that were compared: y observed came
 * with the ratio R, y / R would have come without, so y · (1/R − 1), and the ends of the interval likewise. Negative =
 * more complaints than without.
 */
export function avoidedComplaints(panel: StudyPanel, { ratio, lower, upper, waves }: Pick<StackedEstimate, 'ratio' | 'lower' | 'upper' | 'waves'>): AvoidedResult {
  const used = new Set(waves.map(({ wave }) => wave));
  let [complaints, hallMonths] = [0, 0];
  panel.trainedFrom.forEach((first, hall) => {
    if (!used.has(first)) return;
    for (let month = first + phaseIn; month < first + phaseIn + averaged; month++) {
      const at = month - panel.firstMonth;
      const cell = hall * panel.months + at;
      if (at < 0 || at >= panel.months || !(panel.transactions[cell]! > 0)) continue;
      complaints += panel.outcome[cell]!;
      hallMonths++;
    }
  });
  const avoided = (value: number): number | null => known(complaints * (1 / value - 1));
  return { complaints: avoided(ratio), low: avoided(upper), high: avoided(lower), hallMonths };
}

/** Yuan for each complaint avoided; dear where few were avoided, so the ends change places. Null where none may have been. */
export function costPerAvoided(cost: number, { complaints, low, high }: AvoidedResult): { cost: number; low: number | null; high: number | null } | null {
  if (complaints === null || complaints <= 0) return null;
  const each = (number: number | null): number | null => (number !== null && number > 0 ? cost / number : null);
  return { cost: cost / complaints, low: each(high), high: each(low) };
}
