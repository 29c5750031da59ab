import type { Locale } from '@skillhall/kernel';
import { Allow } from '@skillhall/platform/access';
import { answer, type RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Sitting } from '../read-sittings/sitting.types.js';
import { PrintPapers } from './print-papers.service.js';
import { PrintPapersResult, SittingPapers } from './print-papers.types.js';
import { ReadPapers } from './read-papers.service.js';

@Resolver(() => Sitting)
export class PapersResolver {
  constructor(
    private readonly reading: ReadPapers,
    private readonly printing: PrintPapers,
  ) {}

  @ResolveField(() => SittingPapers, { nullable: true, description: 'Null on a screen, and for who does not manage exams there.' })
  papers(@Parent() sitting: Sitting, @Context() context: RequestContext): Promise<SittingPapers | null> {
    return this.reading.of(context, sitting);
  }

  @Allow('exam.manage')
  @Mutation(() => PrintPapersResult, { description: 'Draws the forms that are lacking and makes papers, answer sheets and keys into files, as a job.' })
  async printPapers(
    @Args('sittingId', { type: () => ID }) sittingId: string,
    @Args('forms', { type: () => Int }) forms: number,
    @Args('anew', { description: 'Draws other questions; only before the sitting opens.' }) anew: boolean,
    @Context() { actor, locale }: RequestContext,
  ): Promise<typeof PrintPapersResult> {
    return answer(await this.printing.print(actor!, locale as Locale, { sittingId, forms, anew }), locale);
  }
}
