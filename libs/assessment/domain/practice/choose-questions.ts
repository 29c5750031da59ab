import { type Draw, shuffled } from '@skillhall/question-bank/domain';
import type { PoolQuestion } from '../blueprint/pool.js';
import type { Standing } from './past-answers.js';
import { type WeakPoint, weaknessOf } from './weak-points.js';

/** What a question of the book must tell to be chosen. */
export type BookQuestion = Pick<PoolQuestion, 'questionId' | 'versionId' | 'competency' | 'track' | 'categoryIds'>;
export type Standings = ReadonlyMap<string, Standing>;

/** Why a weak-point round holds what it holds. */
export interface PracticeReason extends WeakPoint {
  /** How many of the round are there because of it. */
  readonly questions: number;
}

export const topicOf = ({ competency, track }: Pick<BookQuestion, 'competency' | 'track'>): string => competency ?? track;

const longestAgoFirst =
  (standings: Standings) =>
  (a: BookQuestion, b: BookQuestion): number =>
    (standings.get(a.questionId)?.lastAt ?? 0) - (standings.get(b.questionId)?.lastAt ?? 0);

function parted(book: readonly BookQuestion[], standings: Standings): { fresh: BookQuestion[]; missed: BookQuestion[]; known: BookQuestion[] } {
  const [fresh, missed, known]: BookQuestion[][] = [[], [], []];
  for (const question of book) {
    const standing = standings.get(question.questionId);
    (standing === undefined ? fresh : standing.missed ? missed : known)!.push(question);
  }
  return { fresh: fresh!, missed: missed!.sort(longestAgoFirst(standings)), known: known!.sort(longestAgoFirst(standings)) };
}

/**
 * 顺序与章节练习: what was never answered, in the order of the book; once all was, what was missed, then the rest, each
 * what was answered longest ago first. So one always goes on where one stopped.
 */
export function nextOf(book: readonly BookQuestion[], standings: Standings, size: number): BookQuestion[] {
  const { fresh, missed, known } = parted(book, standings);
  return [...fresh, ...missed, ...known].slice(0, size);
}

/** 随机练习: each question of the book equally likely. */
export const randomOf = (book: readonly BookQuestion[], size: number, draw: Draw): BookQuestion[] => shuffled(book, draw).slice(0, size);

/** 错题重练: what was missed the last time, longest ago first. */
export const missedOf = (book: readonly BookQuestion[], standings: Standings, size: number): BookQuestion[] => parted(book, standings).missed.slice(0, size);

/**
 * 薄弱点练习: the weaker a competency, the more questions of it (dealt one by one to the greatest weakness per question
 * dealt); of each first what was missed, then what was never answered, then what was answered longest ago.
 */
export function weakOf(book: readonly BookQuestion[], standings: Standings, weak: readonly WeakPoint[], size: number, draw: Draw): { questions: BookQuestion[]; reasons: PracticeReason[] } {
  const hands = weak.map((point) => {
    const { fresh, missed, known } = parted(book.filter((question) => topicOf(question) === point.topic), standings);
    return { point, left: [...missed, ...shuffled(fresh, draw), ...known], dealt: 0 };
  });
  const questions: BookQuestion[] = [];
  while (questions.length < size) {
    const open = hands.filter(({ left }) => left.length > 0);
    if (!open.length) break;
    const hand = open.reduce((best, each) => (weaknessOf(each.point) / (each.dealt + 1) > weaknessOf(best.point) / (best.dealt + 1) ? each : best));
    questions.push(hand.left.shift()!);
    hand.dealt++;
  }
  return { questions, reasons: hands.filter(({ dealt }) => dealt > 0).map(({ point, dealt }) => ({ ...point, questions: dealt })) };
}
