import { defineEvent } from '@skillhall/kernel';

/** An attempt was handed in and graded; told once per attempt. */
export const attemptGraded = defineEvent<{ attemptId: string; quizId: string; personId: string; score: number; passed: boolean }>()('attempt.graded');
