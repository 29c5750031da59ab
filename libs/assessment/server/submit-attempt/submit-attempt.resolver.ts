import { err, failure, isId, ok } from '@skillhall/kernel';
import { Allow } from '@skillhall/platform/access';
import { answer, type RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, ID, Mutation, Resolver } from '@nestjs/graphql';
import { OwnAttemptReader } from '../read-attempts/own-attempt.reader.js';
import { CloseAttempt } from './close-attempt.service.js';
import { SubmitAttemptResult, SubmitAttemptSuccess } from './submit-attempt.types.js';

@Resolver()
export class SubmitAttemptResolver {
  constructor(
    private readonly closing: CloseAttempt,
    private readonly own: OwnAttemptReader,
  ) {}

  @Allow('quiz.take')
  @Mutation(() => SubmitAttemptResult, { description: 'May be repeated: the first result stays.' })
  async submitAttempt(@Args('attemptId', { type: () => ID }) attemptId: string, @Context() { actor, locale }: RequestContext): Promise<typeof SubmitAttemptResult> {
    const { personId } = actor!;
    if (!personId || !isId(attemptId) || !(await this.closing.closeOwn(personId, attemptId))) return answer(err(failure('NOT_FOUND')), locale);
    return answer(ok(Object.assign(new SubmitAttemptSuccess(), { attempt: (await this.own.find(personId, attemptId))! })), locale);
  }
}
