import { type CivilMonth, monthIndex } from '@skillhall/kernel';
import { type AssignmentState, decisionMonths, type TrainingReason } from './assignment.js';
import { leastKeptShare } from './lottery.js';

export interface ScheduledHall {
  readonly month: CivilMonth;
  readonly state: AssignmentState;
  readonly reason: TrainingReason;
  readonly lookedFrom: CivilMonth | null;
}

export const hintCodes = ['fewUntrained', 'wavesClose', 'lookedUnknown', 'spikesWithoutLottery'] as const;
export type HintCode = (typeof hintCodes)[number];
export interface ScheduleHint {
  readonly code: HintCode;
  readonly values: Readonly<Record<string, string | number>>;
}

/** What the schedule of one course in one unit makes hard to answer later; cancelled sessions do not count. */
export function scheduleHints(halls: number, scheduled: readonly ScheduledHall[]): ScheduleHint[] {
  const live = scheduled.filter(({ state }) => state !== 'cancelled');
  const hints: ScheduleHint[] = [];
  const untrained = halls - live.length;
  if (live.length && untrained < leastKeptShare * halls) hints.push({ code: 'fewUntrained', values: { untrained, halls, least: Math.ceil(leastKeptShare * halls) } });
  const window = Math.max(1, ...live.map(({ lookedFrom, month }) => decisionMonths(lookedFrom, month) ?? 0));
  const close = closeWaves(live.map(({ month }) => month), window);
  if (close) hints.push({ code: 'wavesClose', values: { ...close, apart: window + 1 } });
  const unknown = live.filter(({ reason, lookedFrom }) => reason !== 'lottery' && !lookedFrom).length;
  if (unknown) hints.push({ code: 'lookedUnknown', values: { halls: unknown } });
  const spikes = live.filter(({ reason, state }) => reason === 'spike' && state === 'planned').length;
  if (spikes) hints.push({ code: 'spikesWithoutLottery', values: { halls: spikes } });
  return hints;
}

/** The first two waves of which the later begins before the former's decision window and phase-in are over. */
function closeWaves(months: readonly CivilMonth[], window: number): { first: CivilMonth; second: CivilMonth } | null {
  const order = [...new Set(months)].sort();
  const at = order.findIndex((month, index) => index > 0 && monthIndex(month) - monthIndex(order[index - 1]!) < window + 1);
  return at < 0 ? null : { first: order[at - 1]!, second: order[at]! };
}
