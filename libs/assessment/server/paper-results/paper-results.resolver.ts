import { pageRequest } from '@skillhall/kernel';
import { Allow } from '@skillhall/platform/access';
import { answer, type RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { EnterPaper } from './enter-paper.service.js';
import { EnterPaperInput, EnterPaperResult, PaperEntryPage, PaperOfPerson } from './paper-results.types.js';

const id = { type: () => ID } as const;

@Resolver()
export class PaperResultsResolver {
  constructor(private readonly service: EnterPaper) {}

  @Allow('exam.manage')
  @Mutation(() => EnterPaperResult, { description: 'Types in what somebody wrote on paper, or corrects it: graded at once by the rules of a screen.' })
  async enterPaper(@Args('input') input: EnterPaperInput, @Context() { actor, locale }: RequestContext): Promise<typeof EnterPaperResult> {
    return answer(await this.service.enter(actor!, input), locale);
  }

  @Allow('exam.manage')
  @Query(() => PaperOfPerson, { nullable: true, description: 'Null for who does not sit there.' })
  paperOfPerson(@Args('sittingId', id) sittingId: string, @Args('staffNumber') staffNumber: string, @Context() { actor }: RequestContext): Promise<PaperOfPerson | null> {
    return this.service.ofPerson(actor!, sittingId, staffNumber);
  }

  @Allow('exam.manage')
  @Query(() => PaperEntryPage, { description: 'Papers that were typed in, the latest first.' })
  paperEntries(
    @Args('sittingId', id) sittingId: string,
    @Context() { actor }: RequestContext,
    @Args('search', { type: () => String, nullable: true, description: 'Part of a name, or the beginning of a staff number.' }) search?: string | null,
    @Args('offset', { type: () => Int, nullable: true }) offset?: number,
    @Args('limit', { type: () => Int, nullable: true }) limit?: number,
  ): Promise<PaperEntryPage> {
    return this.service.page(actor!, sittingId, search ?? null, pageRequest(offset, limit)) as Promise<PaperEntryPage>;
  }
}
