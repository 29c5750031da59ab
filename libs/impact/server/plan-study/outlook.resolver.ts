import { Allow } from '@skillhall/platform/access';
import { answer, type RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { PlanOutlook } from './outlook.service.js';
import { StudyOutlookInput, StudyOutlookResult } from './outlook.types.js';

@Resolver()
export class OutlookResolver {
  constructor(private readonly service: PlanOutlook) {}

  @Allow('impact.read')
  @Query(() => StudyOutlookResult, { description: 'For planning a study: how many halls and months, and which order of training.' })
  async studyOutlook(@Args('input') input: StudyOutlookInput, @Context() { actor, locale }: RequestContext): Promise<typeof StudyOutlookResult> {
    return answer(await this.service.read(actor!, input, locale), locale);
  }
}
