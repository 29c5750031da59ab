import type { MySittingQuery, SittingCardFieldsFragment } from '@skillhall/ui/gql';

export type SittingCardFields = SittingCardFieldsFragment;
export type MySitting = NonNullable<MySittingQuery['mySitting']>;

const offsets = new WeakMap<object, number>();

/** Server time minus this device's, taken when an answer first comes to a page; the cache hands the same answer out later. */
export function offsetOf(answer: { readonly serverNow: string }): number {
  if (!offsets.has(answer)) offsets.set(answer, Date.parse(answer.serverNow) - Date.now());
  return offsets.get(answer)!;
}

export const openAttemptOf = (sitting: Pick<SittingCardFields, 'myAttempts'>): string | undefined => sitting.myAttempts.find(({ state }) => state === 'open')?.id;

/** Nothing more is to be done there: over, cancelled, on paper and past, or handed in. */
export function isPast(sitting: Pick<SittingCardFields, 'state' | 'refusal' | 'myAttempts'>): boolean {
  if (openAttemptOf(sitting) !== undefined) return false;
  return sitting.state === 'closed' || sitting.state === 'cancelled' || sitting.refusal === 'NO_ATTEMPT_LEFT';
}

const soonMs = 24 * 3_600_000;

/** The sitting that beats everything else of today: one that is being written, runs, or opens within a day; the first of them. */
export function nextSitting(sittings: readonly SittingCardFields[], now: number): SittingCardFields | undefined {
  const urgent = sittings.filter((each) => !isPast(each) && each.refusal !== 'TOO_LATE' && Date.parse(each.opensAt) - now <= soonMs);
  return urgent.find((each) => openAttemptOf(each) !== undefined) ?? urgent.sort((a, b) => Date.parse(a.opensAt) - Date.parse(b.opensAt))[0];
}

export type Blocked = 'cancelled' | 'planned' | 'closed' | 'tooLate' | 'checkIn' | 'code' | 'used' | 'paper' | 'notAdmitted';

const blockedBy: Readonly<Record<string, Blocked>> = {
  SITTING_CANCELLED: 'cancelled',
  SITTING_CLOSED: 'closed',
  TOO_LATE: 'tooLate',
  NO_ATTEMPT_LEFT: 'used',
  ON_PAPER: 'paper',
  NOT_ADMITTED: 'notAdmitted',
};

/**
 * What stands between the examinee and the paper, by the server's last word and its clock since; undefined where the
 * button is alive. A code can be typed in, so it stands in the way only as a field.
 */
export function blockedNow(sitting: Pick<MySitting, 'refusal' | 'opensAt' | 'checkIn' | 'checkedIn' | 'myAttempts'>, serverNow: number): Blocked | undefined {
  const { refusal, opensAt, checkIn, checkedIn } = sitting;
  if (openAttemptOf(sitting) !== undefined) return undefined;
  const fixed = refusal === null ? undefined : blockedBy[refusal];
  if (fixed) return fixed;
  if (Date.parse(opensAt) > serverNow) return 'planned';
  if (checkIn === 'none' || checkedIn) return undefined;
  return checkIn === 'code' ? 'code' : 'checkIn';
}
