import { NEVER_TREATED, rolloutError, type RolloutInput, type StackedEstimate } from '@skillhall/statistics';
import { shocksBefore } from './untrained-history.js';
import type { StudyPanel, StudyRows } from './study-panel.js';
import type { StudyPlan } from './study-plan.js';

/** Phase-in and averaged months: what comes later no longer counts. */
const countedAfter = 12;
/** Quantiles of 97.5 % and of 80 % power. */
const reach = 1.959964 + 0.841621;

/** The waves as they came, for the planner that knows how an error shrinks as months come in. */
function rolloutOf(panel: StudyPanel, rows: StudyRows, plan: StudyPlan): { input: RolloutInput; now: number; end: number } | null {
  const last = panel.firstMonth + panel.months - 1;
  const waves = new Map<number, number>();
  for (const first of panel.trainedFrom) if (first !== NEVER_TREATED && first > panel.firstMonth && first <= last) waves.set(first, (waves.get(first) ?? 0) + 1);
  const months = [...waves.keys()].sort((a, b) => a - b);
  const meanCount = rows.count.reduce((sum, count) => sum + count, 0) / rows.count.length;
  if (!months.length || !(meanCount > 0)) return null;
  const shocks = shocksBefore(rows);
  const [start, final] = [months[0]!, months.at(-1)!];
  const input = { waves: months.map((month) => ({ at: month - start, units: waves.get(month)! })), units: panel.hallIds.length, meanCount, history: start - panel.firstMonth, decisionWindow: plan.decisionWindow, shockSd: shocks.sd, shockCorrelation: shocks.correlation };
  return { input, now: last - start + 1, end: final - start + countedAfter };
}

/**
 * Months to wait until the wanted fall could be found: the error of today, shrinking as that of the planner does.
 * 0 = it could be found today; null = waiting does not help, because later months no longer count.
 */
export function moreMonthsNeeded(panel: StudyPanel, rows: StudyRows, plan: StudyPlan, { standardError }: Pick<StackedEstimate, 'standardError'>): number | null {
  const wantedError = -Math.log1p(-plan.wantedFall) / reach;
  if (standardError <= wantedError) return 0;
  const rollout = rolloutOf(panel, rows, plan);
  if (!rollout || !Number.isFinite(standardError)) return null;
  const { input, now, end } = rollout;
  const today = rolloutError(input, now, 1 - plan.wantedFall);
  if (!Number.isFinite(today)) return null;
  for (let months = now + 1; months <= end; months++) {
    if (standardError * (rolloutError(input, months, 1 - plan.wantedFall) / today) <= wantedError) return months - now;
  }
  return null;
}
