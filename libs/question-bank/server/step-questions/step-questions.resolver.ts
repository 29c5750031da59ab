import { type Actor, type Failure, type Locale, ok, pageRequest, type Result, scopeOf } from '@skillhall/kernel';
import { Allow, CurrentActor } from '@skillhall/platform/access';
import { Database } from '@skillhall/platform/database';
import { answer, type RequestContext, toUserError } from '@skillhall/platform/graphql';
import { Args, Context, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { QuestionRepository } from '../data/question.repository.js';
import { QuestionPage } from '../read-questions/question.types.js';
import type { MoveOutcome } from './question-moves.js';
import { StepQuestionsService } from './step-questions.service.js';
import { ChangeQuestionsSuccess, QuestionSelectionInput, QuestionStepEnum, ReviewQuestionsResult, ReviewVerdictEnum, StepQuestionsResult } from './step-questions.types.js';

/** What came of each question, as the client reads it. */
export function changed(outcomes: readonly MoveOutcome[], locale: Locale): ChangeQuestionsSuccess {
  return Object.assign(new ChangeQuestionsSuccess(), {
    changed: outcomes.flatMap(({ questionId, refusal }) => (refusal ? [] : [questionId])),
    refused: outcomes.flatMap(({ questionId, code, refusal }) => (refusal ? [{ id: questionId, code, error: toUserError(refusal, locale) }] : [])),
  });
}

export const changedOr = (result: Result<readonly MoveOutcome[], Failure>, locale: Locale): ChangeQuestionsSuccess =>
  answer(result.ok ? ok(changed(result.value, locale)) : result, locale);

export const rehearsal = { type: () => Boolean, nullable: true, description: 'Only says what would come of it.' } as const;

const int = { type: () => Int, nullable: true } as const;

@Resolver()
export class StepQuestionsResolver {
  constructor(
    private readonly service: StepQuestionsService,
    private readonly database: Database,
    private readonly questions: QuestionRepository,
  ) {}

  @Allow('question.review')
  @Query(() => QuestionPage, { description: 'What waits for a second person, with the version that waits; `own`: what the reader wrote, else what others wrote.' })
  questionsToReview(
    @CurrentActor() actor: Actor,
    @Args('own', { type: () => Boolean, nullable: true }) own?: boolean | null,
    @Args('offset', int) offset?: number,
    @Args('limit', int) limit?: number,
  ): Promise<QuestionPage> {
    const scope = scopeOf(actor, 'question.review');
    return this.database.asActor(actor, 'question.review', (tx) => this.questions.waiting(tx, scope, actor.accountId, own ?? false, pageRequest(offset, limit))) as Promise<QuestionPage>;
  }

  @Allow('question.manage')
  @Mutation(() => StepQuestionsResult, { description: 'Takes each of the questions through the steps, all of them or none; says which could not be and why.' })
  async stepQuestions(
    @Args('selection') selection: QuestionSelectionInput,
    @Args('steps', { type: () => [QuestionStepEnum] }) steps: (keyof typeof QuestionStepEnum)[],
    @Context() { actor, locale }: RequestContext,
    @Args('rehearsal', rehearsal) rehearsal?: boolean | null,
  ): Promise<typeof StepQuestionsResult> {
    return changedOr(await this.service.step(actor!, selection, steps, rehearsal ?? false), locale);
  }

  @Allow('question.review')
  @Mutation(() => ReviewQuestionsResult, { description: 'Verdict of a second person; nobody reviews what they wrote.' })
  async reviewQuestions(
    @Args('selection') selection: QuestionSelectionInput,
    @Args('verdict', { type: () => ReviewVerdictEnum }) verdict: keyof typeof ReviewVerdictEnum,
    @Args('comment', { type: () => String, nullable: true }) comment: string | null,
    @Args('publish', { type: () => Boolean }) publish: boolean,
    @Context() { actor, locale }: RequestContext,
    @Args('rehearsal', rehearsal) rehearsal?: boolean | null,
  ): Promise<typeof ReviewQuestionsResult> {
    return changedOr(await this.service.review(actor!, selection, { verdict, comment: comment ?? null, publish, rehearsal: rehearsal ?? false }), locale);
  }
}
