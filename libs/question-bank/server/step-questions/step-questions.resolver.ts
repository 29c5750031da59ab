import { type Locale, ok, type Result, type Failure } from '@skillhall/kernel';
import { Allow } from '@skillhall/platform/access';
import { answer, type RequestContext, toUserError } from '@skillhall/platform/graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
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

@Resolver()
export class StepQuestionsResolver {
  constructor(private readonly service: StepQuestionsService) {}

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
