import { Allow } from '@skillhall/platform/access';
import { answer, type RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { SaveAnswerService } from './save-answer.service.js';
import { SaveAnswerInput, SaveAnswerResult } from './save-answer.types.js';

@Resolver()
export class SaveAnswerResolver {
  constructor(private readonly service: SaveAnswerService) {}

  @Allow('quiz.take')
  @Mutation(() => SaveAnswerResult)
  async saveAnswer(@Args('input') input: SaveAnswerInput, @Context() { actor, locale }: RequestContext): Promise<typeof SaveAnswerResult> {
    return answer(await this.service.save(actor!, input), locale);
  }
}
