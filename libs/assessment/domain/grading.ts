import type { Paper } from './paper.js';

/** One line of the answer log. */
export interface LoggedAnswer {
  readonly clientSeq: number;
  readonly questionId: string;
  readonly choice: readonly string[];
}

/** Question id → its correct keys. */
export type Keys = ReadonlyMap<string, readonly string[]>;

export interface GradedAnswer {
  readonly questionId: string;
  readonly choice: readonly string[];
  readonly correct: boolean;
}

export interface Grade {
  /** In the order of the paper; a question without answer has an empty choice. */
  readonly answers: readonly GradedAnswer[];
  readonly answered: number;
  readonly total: number;
  /** 0 to 100, one decimal. */
  readonly score: number;
  readonly passed: boolean;
}

/** What counts: for each question the entry with the highest client sequence, in whatever order they arrived. */
export function foldAnswers<A extends LoggedAnswer>(log: Iterable<A>): Map<string, A> {
  const latest = new Map<string, A>();
  for (const entry of log) {
    const known = latest.get(entry.questionId);
    if (!known || entry.clientSeq > known.clientSeq) latest.set(entry.questionId, entry);
  }
  return latest;
}

/** All or nothing: exactly the correct options, no more and no fewer. */
export function isCorrect(choice: readonly string[], correctKeys: readonly string[]): boolean {
  const chosen = new Set(choice);
  return chosen.size === correctKeys.length && correctKeys.every((key) => chosen.has(key));
}

/**
 * Grades a paper: every question weighs the same, and the pass mark (percent) is compared in whole numbers, so
 * that rounding the score never decides. RangeError for an empty paper, Error where a key is missing.
 */
export function grade({ questions }: Paper, log: Iterable<LoggedAnswer>, keys: Keys, passMark: number): Grade {
  if (!questions.length) throw new RangeError('a paper without questions cannot be graded');
  const latest = foldAnswers(log);
  const answers = questions.map(({ id }): GradedAnswer => {
    const key = keys.get(id);
    if (!key) throw new Error(`no key for question ${id}`);
    const choice = latest.get(id)?.choice ?? [];
    return { questionId: id, choice, correct: isCorrect(choice, key) };
  });
  const total = answers.length;
  const right = answers.filter(({ correct }) => correct).length;
  return {
    answers,
    answered: answers.filter(({ choice }) => choice.length > 0).length,
    total,
    score: Math.round((right * 1000) / total) / 10,
    passed: right * 100 >= passMark * total,
  };
}
