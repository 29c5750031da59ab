import { isId } from '@skillhall/kernel';
import { Allow } from '@skillhall/platform/access';
import type { RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { AttemptRow } from '../data/attempt.repository.js';
import { QuizRepository } from '../data/quiz.repository.js';
import { ExamineeDatabase, examineeOf } from '../examinee.js';
import { AttemptLoader } from './attempt.loader.js';
import { AttemptForExaminee, AttemptReceipt, QuestionForExaminee, QuestionReview, QuizForExaminee, SavedAnswer } from './attempt.types.js';
import { SittingForExaminee } from '../my-sittings/my-sitting.types.js';
import { OwnAttemptReader } from './own-attempt.reader.js';
import { ReviewService, visibleOf } from './review.service.js';

const id = { type: () => ID } as const;

@Resolver(() => QuizForExaminee)
export class QuizResolver {
  constructor(
    private readonly database: ExamineeDatabase,
    private readonly quizzes: QuizRepository,
    private readonly loader: AttemptLoader,
  ) {}

  @Allow('quiz.take')
  @Query(() => QuizForExaminee, { nullable: true })
  async quiz(@Args('id', id) quizId: string, @Context() { actor }: RequestContext): Promise<QuizForExaminee | null> {
    const examinee = examineeOf(actor!);
    return examinee && isId(quizId) ? this.database.run(actor!, (tx) => this.quizzes.findFor(tx, examinee, quizId)) : null;
  }

  @ResolveField(() => [AttemptForExaminee], { description: 'The latest first.' })
  myAttempts(@Parent() quiz: QuizForExaminee, @Context() context: RequestContext): Promise<AttemptForExaminee[]> {
    return this.loader.attemptsAt(context, quiz.id);
  }
}

@Resolver(() => AttemptForExaminee)
export class AttemptsResolver {
  constructor(
    private readonly own: OwnAttemptReader,
    private readonly loader: AttemptLoader,
    private readonly reviews: ReviewService,
  ) {}

  @Allow('quiz.take')
  @Query(() => AttemptForExaminee, { nullable: true })
  async attempt(@Args('id', id) attemptId: string, @Context() { actor }: RequestContext): Promise<AttemptForExaminee | null> {
    const { personId } = actor!;
    return personId && isId(attemptId) ? this.own.find(personId, attemptId) : null;
  }

  @Allow('quiz.take')
  @Query(() => [QuestionReview], { description: 'What was right; nothing before the attempt has been handed in, nor what an open attempt of the same person asks.' })
  attemptReview(@Args('id', id) attemptId: string, @Context() context: RequestContext): Promise<QuestionReview[]> {
    return isId(attemptId) ? this.reviews.review(context, attemptId) : Promise.resolve([]);
  }

  @ResolveField(() => QuizForExaminee, { nullable: true })
  quiz(@Parent() attempt: AttemptForExaminee, @Context() context: RequestContext): Promise<QuizForExaminee | null> {
    return attempt.quizId === null ? Promise.resolve(null) : this.loader.quiz(context, attempt.quizId);
  }

  @ResolveField(() => SittingForExaminee, { nullable: true })
  sitting(@Parent() attempt: AttemptForExaminee, @Context() context: RequestContext): Promise<SittingForExaminee | null> {
    return attempt.sittingId === null ? Promise.resolve(null) : this.loader.sitting(context, attempt.sittingId);
  }

  @ResolveField(() => [String], { description: 'Titles of the sections of the paper, in order.' })
  sections(@Parent() { paper }: AttemptForExaminee): string[] {
    return (paper.sections ?? []).map(({ title }) => title);
  }

  @ResolveField(() => [QuestionForExaminee], { description: 'In the order of this attempt.' })
  questions(@Parent() attempt: AttemptForExaminee, @Context() context: RequestContext): Promise<QuestionForExaminee[]> {
    return this.loader.questions(context, attempt);
  }

  @ResolveField(() => [SavedAnswer], { description: 'The latest answer to each question.' })
  answers(@Parent() attempt: AttemptForExaminee, @Context() context: RequestContext): Promise<SavedAnswer[]> {
    return this.loader.answers(context, attempt.id);
  }

  @ResolveField(() => AttemptReceipt, { nullable: true })
  receipt(@Parent() attempt: AttemptRow): AttemptReceipt | null {
    const { receiptCode: code, submittedAt, submittedBy, answered, total } = attempt;
    if (code === null || submittedAt === null || submittedBy === null) return null;
    const seen = visibleOf(attempt).mark;
    const { score, marks, maxMarks, passed, pending } = attempt;
    const grade = seen ? { score, marks, maxMarks, passed } : { score: null, marks: null, maxMarks: null, passed: null };
    return { code, submittedAt, submittedBy, answered: answered!, total: total!, pending: pending!, ...grade };
  }
}
