import { type AnswerMark, type MarkingRound, type MarkingRules, markingState } from './marking-state.js';

/** Somebody is marking this just now; ends by itself, so that nothing stays taken by who went home. */
export interface MarkingClaim {
  readonly round: MarkingRound;
  readonly accountId: string;
  readonly until: Date;
}

export interface Marker {
  readonly accountId: string;
  /** Null for an account that belongs to nobody on the roster. */
  readonly personId: string | null;
}

/** One answer as it stands. */
export interface AnswerToMark {
  readonly examineeId: string;
  readonly marks: readonly AnswerMark[];
  readonly claims: readonly MarkingClaim[];
}

export type MarkRefusal = 'OWN_PAPER' | 'MARKED_BEFORE' | 'NOTHING_TO_MARK' | 'TAKEN';

/** Rounds that are still to be marked. */
function openRounds(rules: MarkingRules, marks: readonly AnswerMark[]): MarkingRound[] {
  const state = markingState(rules, marks);
  if (state === 'settled') return [];
  if (state === 'disputed') return [3];
  const rounds: readonly MarkingRound[] = rules.markers === 1 ? [1] : [1, 2];
  return rounds.filter((round) => !marks.some((mark) => mark.round === round));
}

/**
 * In which round somebody may mark this answer now, or why not. Nobody marks their own paper, nor an answer twice; who
 * has begun goes on where they were; two may mark at the same time, in rounds of their own.
 */
export function roundFor(rules: MarkingRules, { examineeId, marks, claims }: AnswerToMark, { accountId, personId }: Marker, now: Date): MarkingRound | MarkRefusal {
  if (personId === examineeId) return 'OWN_PAPER';
  if (marks.some((mark) => mark.accountId === accountId)) return 'MARKED_BEFORE';
  const open = openRounds(rules, marks);
  if (!open.length) return 'NOTHING_TO_MARK';
  const held = claims.filter(({ until }) => until > now);
  const own = held.find((claim) => claim.accountId === accountId && open.includes(claim.round));
  return own?.round ?? open.find((round) => !held.some((claim) => claim.round === round)) ?? 'TAKEN';
}

/**
 * The marks of others that somebody may see: none before they have given their own, except who settles a gap, whose
 * work is to look at both; all once it is settled.
 */
export function marksSeenBy(rules: MarkingRules, marks: readonly AnswerMark[], accountId: string): readonly AnswerMark[] {
  const state = markingState(rules, marks);
  const own = marks.filter((mark) => mark.accountId === accountId);
  return state === 'settled' || (state === 'disputed' && !own.length) ? marks : own;
}
