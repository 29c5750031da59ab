import { Allow } from '@skillhall/platform/access';
import { answer, type RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, ID, Mutation, Resolver } from '@nestjs/graphql';
import { ManageSittings } from './manage-sittings.service.js';
import { CancelSittingResult, CandidateInput, SaveSittingInput, SaveSittingResult, SetCandidateResult } from './manage-sittings.types.js';

@Resolver()
export class ManageSittingsResolver {
  constructor(private readonly service: ManageSittings) {}

  @Allow('exam.manage')
  @Mutation(() => SaveSittingResult, { description: 'A new sitting, or a planned one changed; its papers are drawn before it opens.' })
  async saveSitting(@Args('input') input: SaveSittingInput, @Context() { actor, locale }: RequestContext): Promise<typeof SaveSittingResult> {
    return answer(await this.service.save(actor!, input), locale);
  }

  @Allow('exam.manage')
  @Mutation(() => CancelSittingResult)
  async cancelSitting(
    @Args('id', { type: () => ID }) id: string,
    @Args('reason') reason: string,
    @Context() { actor, locale }: RequestContext,
  ): Promise<typeof CancelSittingResult> {
    return answer(await this.service.cancel(actor!, id, reason), locale);
  }

  @Allow('exam.manage')
  @Mutation(() => SetCandidateResult, { description: 'Admits or shuts out one person by name, or gives more time.' })
  async setCandidate(@Args('input') input: CandidateInput, @Context() { actor, locale }: RequestContext): Promise<typeof SetCandidateResult> {
    return answer(await this.service.setCandidate(actor!, input), locale);
  }
}
