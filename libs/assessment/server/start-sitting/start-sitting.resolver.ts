import { Allow } from '@skillhall/platform/access';
import { answer, type RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { StartSitting } from './start-sitting.service.js';
import { StartSittingInput, StartSittingResult } from './start-sitting.types.js';

@Resolver()
export class StartSittingResolver {
  constructor(private readonly service: StartSitting) {}

  @Allow('quiz.take')
  @Mutation(() => StartSittingResult, { description: 'Begins or resumes; a second device takes the paper over and the first is told when it next saves.' })
  async startSitting(@Args('input') input: StartSittingInput, @Context() context: RequestContext): Promise<typeof StartSittingResult> {
    return answer(await this.service.start(context, input), context.locale);
  }
}
