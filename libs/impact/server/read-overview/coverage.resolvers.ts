import { HallMonth, UnitMonth } from '@skillhall/complaints/server';
import type { RequestContext } from '@skillhall/platform/graphql';
import { Context, Float, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { TrainingCoverage } from './training-coverage.js';

const description = 'Share (0 to 1) of today’s counter staff who had completed a course by the end of the month; null without staff.';

@Resolver(() => UnitMonth)
export class UnitMonthCoverageResolver {
  constructor(private readonly coverages: TrainingCoverage) {}

  @ResolveField(() => Float, { nullable: true, description })
  coverage(@Parent() { path, month }: UnitMonth, @Context() context: RequestContext): Promise<number | null> {
    return this.coverages.at(context, path, month);
  }
}

@Resolver(() => HallMonth)
export class HallMonthCoverageResolver {
  constructor(private readonly coverages: TrainingCoverage) {}

  @ResolveField(() => Float, { nullable: true, description })
  coverage(@Parent() { path, month }: HallMonth, @Context() context: RequestContext): Promise<number | null> {
    return this.coverages.at(context, path, month);
  }
}
