import { PrepareQuiz } from '@skillhall/assessment/server';
import type { QuizOrder, QuizPort } from '@skillhall/learning/server';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';

/** Lets courses have quizzes: assessment stands above learning, so the application joins them. */
@Injectable()
export class AssessmentQuizPort implements QuizPort {
  constructor(private readonly quizzes: PrepareQuiz) {}

  missingQuestions(tx: Transaction, unitPath: string, codes: readonly string[]): Promise<string[]> {
    return this.quizzes.missing(tx, unitPath, codes);
  }

  prepareQuiz(tx: Transaction, { courseCode, ...order }: QuizOrder): Promise<{ quizId: string } | { missing: string[] }> {
    return this.quizzes.prepare(tx, { ...order, origin: courseCode });
  }
}
