import { transition, type TransitionTable } from '@skillhall/kernel';
import { hundredths, inMarks } from '../marks.js';

/**
 * 阅卷, of one answer: waits, has one of two marks, has two that lie too far apart, is settled. Nothing of it is stored:
 * it follows from the marks that were given.
 */
export const markingStateNames = ['waiting', 'once', 'disputed', 'settled'] as const;
export type MarkingState = (typeof markingStateNames)[number];

export const markingStates: TransitionTable<MarkingState, 'mark-alone' | 'mark-first' | 'agree' | 'differ' | 'settle'> = {
  waiting: { 'mark-alone': 'settled', 'mark-first': 'once' },
  once: { agree: 'settled', differ: 'disputed' },
  disputed: { settle: 'settled' },
  settled: {},
};

export interface MarkingRules {
  readonly markers: 1 | 2;
  /** Two markers further apart than this share of the mark, in percent, call for a third. */
  readonly gap: number;
}

export type MarkingRound = 1 | 2 | 3;

/** What one person gave. Rounds 1 and 2 are blind to each other, in whatever order they come; the third settles a gap. */
export interface AnswerMark {
  readonly round: MarkingRound;
  readonly accountId: string;
  /** Share of the question's mark, in ten thousandths. */
  readonly share: number;
}

export const fullShare = 10_000;

const byRound = (marks: readonly AnswerMark[], round: MarkingRound): AnswerMark | undefined => marks.find((mark) => mark.round === round);

const areApart = (one: AnswerMark, other: AnswerMark, { gap }: MarkingRules): boolean => Math.abs(one.share - other.share) * 100 > gap * fullShare;

type Action = keyof (typeof markingStates)['waiting'] | keyof (typeof markingStates)['once'] | keyof (typeof markingStates)['disputed'];

/** What has happened, one step a mark. */
function actionsOf(rules: MarkingRules, marks: readonly AnswerMark[]): Action[] {
  const [one, two, three] = [byRound(marks, 1), byRound(marks, 2), byRound(marks, 3)];
  if (rules.markers === 1) return one ? ['mark-alone'] : [];
  if (!one || !two) return one || two ? ['mark-first'] : [];
  return areApart(one, two, rules) ? ['mark-first', 'differ', ...(three ? (['settle'] as const) : [])] : ['mark-first', 'agree'];
}

export const markingState = (rules: MarkingRules, marks: readonly AnswerMark[]): MarkingState =>
  actionsOf(rules, marks).reduce<MarkingState>((state, action) => transition(markingStates, state, action)!, 'waiting');

/**
 * The marks that were agreed, of a question worth `maxMarks`: the one given, the mean of two, or the third. Null until
 * then. In hundredths, a half in favour of the examinee.
 */
export function settledMarks(rules: MarkingRules, marks: readonly AnswerMark[], maxMarks: number): number | null {
  if (markingState(rules, marks) !== 'settled') return null;
  const counted = rules.markers === 1 ? [byRound(marks, 1)!] : byRound(marks, 3) ? [byRound(marks, 3)!] : [byRound(marks, 1)!, byRound(marks, 2)!];
  const [sum, of] = [counted.reduce((total, { share }) => total + share, 0) * hundredths(maxMarks), counted.length * fullShare];
  return inMarks(Math.floor((2 * sum + of) / (2 * of)));
}
