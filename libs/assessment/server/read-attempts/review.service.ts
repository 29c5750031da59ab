import { AnswerKeys } from '@skillhall/question-bank/server';
import { Database } from '@skillhall/platform/database';
import type { RequestContext } from '@skillhall/platform/graphql';
import { Injectable } from '@nestjs/common';
import { graceSeconds } from '../../domain/index.js';
import { AttemptRepository } from '../data/attempt.repository.js';
import { ExamineeDatabase } from '../examinee.js';
import { AttemptLoader } from './attempt.loader.js';
import { OpenPapers } from './open-papers.js';
import type { QuestionReview } from './attempt.types.js';

/** Shows keys to somebody for the only time: their own attempt, handed in and graded, less what they are asked again now. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly examinees: ExamineeDatabase,
    private readonly database: Database,
    private readonly attempts: AttemptRepository,
    private readonly keys: AnswerKeys,
    private readonly open: OpenPapers,
    private readonly loader: AttemptLoader,
  ) {}

  async review(context: RequestContext, attemptId: string): Promise<QuestionReview[]> {
    const { personId } = context.actor!;
    if (!personId) return [];
    const found = await this.examinees.run(context.actor!, async (tx) => {
      const attempt = await this.attempts.findOwn(tx, personId, attemptId, graceSeconds);
      const graded = attempt?.state === 'submitted' ? await this.attempts.gradedAnswers(tx, personId, attemptId) : null;
      return attempt && graded ? { attempt, graded } : null;
    });
    if (!found) return [];
    const questions = await this.loader.questions(context, found.attempt);
    const ids = found.graded.map(({ questionId }) => questionId);
    const { keys, asking } = await this.database.asSystem('the attempt is the own and has been handed in', async (tx) => ({
      keys: await this.keys.of(tx, ids),
      asking: await this.open.asking(tx, personId, ids),
    }));
    return found.graded.flatMap(({ questionId, choice, correct }, index) => {
      const question = questions.find(({ id }) => id === questionId);
      const { key, explanation } = keys[index]!;
      const correctKeys = key.kind === 'choice' ? [...key.correct] : [];
      return question && !asking.has(questionId) ? [{ question, choice: [...choice], correct, correctKeys, explanation }] : [];
    });
  }
}
