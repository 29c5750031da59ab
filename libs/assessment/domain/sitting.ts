/**
 * 考试场次. Nothing is stored that the clock decides: a sitting is planned before it opens, open until it closes or is
 * ended, then closed; a cancelled one stays cancelled.
 */
export const sittingStates = ['planned', 'open', 'closed', 'cancelled'] as const;
export type SittingState = (typeof sittingStates)[number];

export const checkInKinds = ['none', 'code', 'invigilator'] as const;
export type CheckIn = (typeof checkInKinds)[number];

export const deliveries = ['screen', 'paper'] as const;
/** On a screen, or on printed papers for halls without a computer room. */
export type Delivery = (typeof deliveries)[number];

export interface SittingTimes {
  readonly opensAt: Date;
  readonly closesAt: Date;
  /** Minutes after the opening in which one may still begin; null until the end. */
  readonly lateEntryMinutes: number | null;
  readonly cancelledAt: Date | null;
  readonly endedAt: Date | null;
}

const minute = 60_000;

export function sittingState({ opensAt, closesAt, cancelledAt, endedAt }: SittingTimes, now: Date): SittingState {
  if (cancelledAt) return 'cancelled';
  if (endedAt || now >= closesAt) return 'closed';
  return now < opensAt ? 'planned' : 'open';
}

export interface Candidacy {
  readonly admitted: boolean;
  readonly checkIn: CheckIn;
  readonly checkedIn: boolean;
  /** Attempts handed in so far; one that is open is resumed, not begun. */
  readonly attemptsUsed: number;
  readonly attemptsAllowed: number;
}

export type StartRefusal = 'NOT_ADMITTED' | 'SITTING_CANCELLED' | 'SITTING_NOT_OPEN' | 'SITTING_CLOSED' | 'TOO_LATE' | 'CHECK_IN_NEEDED' | 'NO_ATTEMPT_LEFT';

/** Why this person may not begin now; null where they may. */
export function startRefusal(times: SittingTimes, candidacy: Candidacy, now: Date): StartRefusal | null {
  if (!candidacy.admitted) return 'NOT_ADMITTED';
  const state = sittingState(times, now);
  if (state === 'cancelled') return 'SITTING_CANCELLED';
  if (state === 'planned') return 'SITTING_NOT_OPEN';
  if (state === 'closed') return 'SITTING_CLOSED';
  if (times.lateEntryMinutes !== null && now.getTime() > times.opensAt.getTime() + times.lateEntryMinutes * minute) return 'TOO_LATE';
  if (candidacy.attemptsUsed >= candidacy.attemptsAllowed) return 'NO_ATTEMPT_LEFT';
  return candidacy.checkIn !== 'none' && !candidacy.checkedIn ? 'CHECK_IN_NEEDED' : null;
}

/**
 * When an attempt begun at `startedAt` ends: after its minutes and the person's own extra ones, and never later than
 * the end of the sitting, which the extra minutes move for that person as well. Shown before one begins.
 */
export function attemptDeadline(startedAt: Date, minutes: number, extraMinutes: number, closesAt: Date): Date {
  return new Date(Math.min(startedAt.getTime() + (minutes + extraMinutes) * minute, closesAt.getTime() + extraMinutes * minute));
}
