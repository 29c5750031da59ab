import { defineEvent } from '@skillhall/kernel';

/** An attempt at a quiz or a sitting was handed in and graded; told again when the grade changes later. */
export const attemptGraded = defineEvent<{ attemptId: string; quizId: string | null; sittingId: string | null; personId: string; score: number; passed: boolean }>()('attempt.graded');
