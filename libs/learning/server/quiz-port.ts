import type { Transaction } from '@skillhall/platform/database';

export interface QuizOrder {
  readonly courseCode: string;
  readonly title: string;
  readonly questionCodes: readonly string[];
  readonly passMark: number;
  readonly timeLimitMinutes: number | null;
  /** The unit that the quiz belongs to: that of its course. */
  readonly unit: { readonly id: string; readonly path: string };
}

/**
 * What learning needs of whoever gives quizzes. Quizzes live on a higher floor, so the application fills this
 * port. Both work inside the system transaction they are handed.
 */
export interface QuizPort {
  /** Those of the codes that a unit cannot use, since no question has them. */
  missingQuestions(tx: Transaction, unitPath: string, codes: readonly string[]): Promise<string[]>;
  /** Makes a quiz of the current versions of the questions, or says which are missing and makes none. */
  prepareQuiz(tx: Transaction, order: QuizOrder): Promise<{ readonly quizId: string } | { readonly missing: readonly string[] }>;
}

export const QUIZ_PORT = Symbol('quiz-port');
