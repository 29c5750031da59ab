import { Allow } from '@skillhall/platform/access';
import { answer, type RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { RecordEvents } from './record-events.service.js';
import { RecordEventsInput, RecordEventsResult } from './record-events.types.js';

@Resolver()
export class RecordEventsResolver {
  constructor(private readonly service: RecordEvents) {}

  @Allow('quiz.take')
  @Mutation(() => RecordEventsResult, { description: 'What happened around the answers of one’s own paper: evidence, never a verdict.' })
  async recordAttemptEvents(@Args('input') input: RecordEventsInput, @Context() { actor, locale }: RequestContext): Promise<typeof RecordEventsResult> {
    return answer(await this.service.record(actor!, input), locale);
  }
}
