import type { Actor, CivilMonth } from '@skillhall/kernel';
import { Allow, CurrentActor } from '@skillhall/platform/access';
import { CivilMonthScalar, type RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import { OverviewService } from './overview.service.js';
import { ImpactOverview } from './overview.types.js';

const month = { type: () => CivilMonthScalar, nullable: true } as const;

@Resolver(() => ImpactOverview)
export class OverviewResolver {
  constructor(private readonly overview: OverviewService) {}

  @Allow('impact.read')
  @Query(() => ImpactOverview, { nullable: true, description: 'Complaint rates of a node month by month; null outside your units.' })
  impactOverview(
    @CurrentActor() actor: Actor,
    @Context() { locale }: RequestContext,
    @Args('unitId', { type: () => ID }) unitId: string,
    @Args('from', month) from?: CivilMonth | null,
    @Args('until', month) until?: CivilMonth | null,
  ): Promise<ImpactOverview | null> {
    return this.overview.read(actor, { unitId, from: from ?? null, until: until ?? null }, locale);
  }
}
