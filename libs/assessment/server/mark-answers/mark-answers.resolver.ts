import { Allow } from '@skillhall/platform/access';
import { answer, type RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, ID, Mutation, Resolver } from '@nestjs/graphql';
import { MarkAnswers } from './mark-answers.service.js';
import { ClaimAnswerResult, MarkAnswerInput, MarkAnswerResult, ReleaseAnswerResult } from './mark-answers.types.js';

const id = { type: () => ID } as const;

@Resolver()
export class MarkAnswersResolver {
  constructor(private readonly service: MarkAnswers) {}

  @Allow('exam.mark')
  @Mutation(() => ClaimAnswerResult, { description: 'The next answer to mark, kept for a quarter of an hour.' })
  async claimAnswer(@Args('examId', id) examId: string, @Args('questionId', { ...id, nullable: true }) questionId: string | null, @Context() { actor, locale }: RequestContext): Promise<typeof ClaimAnswerResult> {
    return answer(await this.service.claim(actor!, examId, questionId ?? null), locale);
  }

  @Allow('exam.mark')
  @Mutation(() => MarkAnswerResult)
  async markAnswer(@Args('input') input: MarkAnswerInput, @Context() { actor, locale }: RequestContext): Promise<typeof MarkAnswerResult> {
    return answer(await this.service.mark(actor!, input), locale);
  }

  @Allow('exam.mark')
  @Mutation(() => ReleaseAnswerResult, { description: 'Puts an answer back for others.' })
  async releaseAnswer(@Args('id', id) answerId: string, @Context() { actor, locale }: RequestContext): Promise<typeof ReleaseAnswerResult> {
    return answer(await this.service.release(actor!, answerId), locale);
  }
}
