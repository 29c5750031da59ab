import { Allow } from '@skillhall/platform/access';
import { answer, type RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, ID, Mutation, Resolver } from '@nestjs/graphql';
import { StartAttemptService } from './start-attempt.service.js';
import { StartAttemptResult } from './start-attempt.types.js';

@Resolver()
export class StartAttemptResolver {
  constructor(private readonly service: StartAttemptService) {}

  @Allow('quiz.take')
  @Mutation(() => StartAttemptResult)
  async startAttempt(@Args('quizId', { type: () => ID }) quizId: string, @Context() { actor, locale }: RequestContext): Promise<typeof StartAttemptResult> {
    return answer(await this.service.start(actor!, quizId), locale);
  }
}
