import { type DrawnValues, rightChoice } from '@skillhall/question-bank/domain';
import { type AnswerKey, AnswerKeys } from '@skillhall/question-bank/server';
import { Database } from '@skillhall/platform/database';
import type { RequestContext } from '@skillhall/platform/graphql';
import { Injectable } from '@nestjs/common';
import { type GradedAnswer, type ReviewRules, type Visible, visibleTo } from '../../domain/index.js';
import { AttemptRepository, type AttemptRow } from '../data/attempt.repository.js';
import { ExamineeDatabase } from '../examinee.js';
import { AttemptLoader } from './attempt.loader.js';
import { OpenPapers } from './open-papers.js';
import { OwnAttemptReader } from './own-attempt.reader.js';
import type { QuestionForExaminee, QuestionReview } from './attempt.types.js';

const quizRules: ReviewRules = { mark: 'submitted', rightAnswer: 'submitted', explanation: 'submitted' };

/** Shows keys to somebody for the only time: their own attempt, handed in and graded, less what they are asked again now. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly examinees: ExamineeDatabase,
    private readonly database: Database,
    private readonly own: OwnAttemptReader,
    private readonly attempts: AttemptRepository,
    private readonly keys: AnswerKeys,
    private readonly open: OpenPapers,
    private readonly loader: AttemptLoader,
  ) {}

  async review(context: RequestContext, attemptId: string): Promise<QuestionReview[]> {
    const { personId } = context.actor!;
    if (!personId) return [];
    const attempt = await this.own.find(personId, attemptId);
    const answers = attempt?.state === 'submitted' ? await this.examinees.run(context.actor!, (tx) => this.attempts.gradedAnswers(tx, personId, attemptId)) : null;
    if (!attempt || !answers) return [];
    const seen = visibleOf(attempt);
    const questions = await this.loader.questions(context, attempt);
    const ids = answers.map(({ questionId }) => questionId);
    const { keys, asking } = await this.database.asSystem('the attempt is the own and has been handed in; what may be seen of it is decided below', async (tx) => ({
      keys: await this.keys.of(tx, ids),
      asking: await this.open.asking(tx, personId, ids),
    }));
    return answers.flatMap((graded, index): QuestionReview[] => {
      const position = questions.findIndex(({ id }) => id === graded.questionId);
      if (position < 0 || asking.has(graded.questionId)) return [];
      return [reviewOf(questions[position]!, graded, keys[index]!, attempt.paper.questions[position]!.values, seen)];
    });
  }
}

function reviewOf(question: QuestionForExaminee, { choice, correct, marks, maxMarks }: GradedAnswer, { key, explanation }: AnswerKey, values: DrawnValues | undefined, seen: Visible): QuestionReview {
  const right = seen.rightAnswer ? rightChoice(key, values) : [];
  const grade = seen.mark ? { correct: marks === null ? null : correct, marks } : { correct: null, marks: null };
  return { question, choice: [...choice], maxMarks, ...grade, right: right.length ? right : null, explanation: seen.explanation ? explanation : null };
}

/** What its examinee may see of an attempt now: of a quiz everything once it is in, of an exam what its rules say. */
export const visibleOf = ({ state, review, sittingOver }: AttemptRow): Visible => visibleTo(review ?? quizRules, { submitted: state === 'submitted', closed: sittingOver ?? true });
