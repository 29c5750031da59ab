import { QuestionReader } from '@skillhall/question-bank/server';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { usualMinutes } from '../../domain/index.js';
import { QuizRepository } from '../data/quiz.repository.js';

export interface QuizRequest {
  /** What the quiz is for, for example the code of a course. */
  readonly origin: string;
  readonly title: string;
  readonly questionCodes: readonly string[];
  readonly passMark: number;
  readonly timeLimitMinutes: number | null;
  readonly unit: { readonly id: string; readonly path: string };
}

/** Makes quizzes for other capabilities, inside their transaction. */
@Injectable()
export class PrepareQuiz {
  constructor(
    private readonly questions: QuestionReader,
    private readonly quizzes: QuizRepository,
  ) {}

  async missing(tx: Transaction, unitPath: string, codes: readonly string[]): Promise<string[]> {
    const known = new Set((await this.questions.usable(tx, unitPath, codes)).map(({ code }) => code));
    return codes.filter((code) => !known.has(code));
  }

  /** A quiz of the questions in their current versions, or the codes that no usable question has. */
  async prepare(tx: Transaction, request: QuizRequest): Promise<{ quizId: string } | { missing: string[] }> {
    const { questionCodes, unit } = request;
    const found = await this.questions.usable(tx, unit.path, questionCodes);
    const known = new Set(found.map(({ code }) => code));
    const missing = questionCodes.filter((code) => !known.has(code));
    if (missing.length || !found.length) return { missing };
    const questions = found.map(({ versionId: id, type, optionKeys }) => ({ id, type, optionKeys }));
    const timeLimitMinutes = request.timeLimitMinutes ?? usualMinutes;
    return { quizId: await this.quizzes.add(tx, { ...request, timeLimitMinutes, questions }) };
  }
}
