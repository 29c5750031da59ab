import { type PutQuestion, QuestionReader } from '@skillhall/question-bank/server';
import { Database } from '@skillhall/platform/database';
import type { RequestContext } from '@skillhall/platform/graphql';
import { Injectable } from '@nestjs/common';
import { graceSeconds } from '../../domain/index.js';
import { AttemptRepository, type AttemptRow, type SavedAnswerRow } from '../data/attempt.repository.js';
import { QuizRepository, type QuizRow } from '../data/quiz.repository.js';
import { ExamineeDatabase } from '../examinee.js';
import type { QuestionForExaminee } from './attempt.types.js';

const keys = { questions: {}, answers: {}, quizzes: {}, attempts: {} };

/** Parts of attempts of one request, fetched together. */
@Injectable()
export class AttemptLoader {
  constructor(
    private readonly database: Database,
    private readonly examinees: ExamineeDatabase,
    private readonly reader: QuestionReader,
    private readonly attempts: AttemptRepository,
    private readonly quizzes: QuizRepository,
  ) {}

  /** The questions of a paper that was found to be the own, in its order. */
  async questions(context: RequestContext, { paper }: Pick<AttemptRow, 'paper'>): Promise<QuestionForExaminee[]> {
    const read = (ids: readonly string[]) =>
      this.database.asSystem('questions of attempts that were found to be the own', async (tx) => {
        const found = new Map((await this.reader.versions(tx, ids)).map((question) => [question.versionId, question]));
        return ids.map((id) => found.get(id) ?? null);
      });
    const loader = context.loader(keys.questions, read);
    const versions = await Promise.all(paper.questions.map(({ id }) => loader.load(id)));
    return paper.questions.flatMap(({ optionKeys }, index) => {
      const version = versions[index];
      return version ? [questionOf(version, optionKeys, index + 1)] : [];
    });
  }

  answers(context: RequestContext, attemptId: string): Promise<SavedAnswerRow[]> {
    return context.loader(keys.answers, (ids: readonly string[]) => this.examinees.run(context.actor!, (tx) => this.attempts.latestAnswers(tx, ids))).load(attemptId);
  }

  quiz(context: RequestContext, id: string): Promise<QuizRow | null> {
    return context.loader(keys.quizzes, (ids: readonly string[]) => this.examinees.run(context.actor!, (tx) => this.quizzes.byIds(tx, ids))).load(id);
  }

  attemptsAt(context: RequestContext, quizId: string): Promise<AttemptRow[]> {
    const { personId } = context.actor!;
    if (!personId) return Promise.resolve([]);
    const read = (ids: readonly string[]) => this.examinees.run(context.actor!, (tx) => this.attempts.ofQuizzes(tx, personId, ids, graceSeconds));
    return context.loader(keys.attempts, read).load(quizId);
  }
}

function questionOf({ versionId: id, type, stem, options }: PutQuestion, order: readonly string[], position: number): QuestionForExaminee {
  return { id, position, type, stem, options: order.flatMap((key) => options.filter((option) => option.key === key)) };
}
