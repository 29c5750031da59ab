import { type Failure, ok, type Result } from '@skillhall/kernel';
import { Allow, SignedIn } from '@skillhall/platform/access';
import { answer, type RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { UnsentFileRow } from '../data/unsent.repository.js';
import { Sitting } from '../read-sittings/sitting.types.js';
import { UnsentAnswers } from './unsent-answers.service.js';
import { BringUnsentAnswersResult, DecideUnsentAnswersResult, UnsentFileSuccess, UnsentFileType } from './unsent-answers.types.js';

const shown = ({ decision, answers, ...file }: UnsentFileRow): UnsentFileType => ({
  ...file,
  answers: answers.map(({ position, answeredAt, finding }) => ({ position, finding, answeredAt: answeredAt === null ? null : new Date(answeredAt) })),
  decision: decision && { ...decision, at: new Date(decision.at) },
});

@Resolver(() => Sitting)
export class UnsentAnswersResolver {
  constructor(private readonly service: UnsentAnswers) {}

  @ResolveField(() => [UnsentFileType], { description: 'Files of answers that did not arrive, the latest first.' })
  async unsentFiles(@Parent() { id }: Sitting): Promise<UnsentFileType[]> {
    return (await this.service.ofSitting(id)).map(shown);
  }

  @SignedIn('invigilators are named per sitting, whatever their role; the service finds whether this one is')
  @Mutation(() => BringUnsentAnswersResult, { description: 'Takes in the file that a device made of answers that did not arrive; nothing of it counts by that.' })
  async bringUnsentAnswers(
    @Args('sittingId', { type: () => ID }) sittingId: string,
    @Args('content', { description: 'The file as it is.' }) content: string,
    @Context() { actor, locale }: RequestContext,
  ): Promise<typeof BringUnsentAnswersResult> {
    return answer(successOf(await this.service.bring(actor!, sittingId, content)), locale);
  }

  @Allow('exam.manage')
  @Mutation(() => DecideUnsentAnswersResult, { description: 'Accepts or refuses what came late, once; what is accepted is graded as a later result.' })
  async decideUnsentAnswers(
    @Args('id', { type: () => ID }) id: string,
    @Args('accepted') accepted: boolean,
    @Args('note') note: string,
    @Context() { actor, locale }: RequestContext,
  ): Promise<typeof DecideUnsentAnswersResult> {
    return answer(successOf(await this.service.decide(actor!, id, accepted, note)), locale);
  }
}

const successOf = (result: Result<UnsentFileRow, Failure>): Result<UnsentFileSuccess, Failure> =>
  result.ok ? ok(Object.assign(new UnsentFileSuccess(), { file: shown(result.value) })) : result;
