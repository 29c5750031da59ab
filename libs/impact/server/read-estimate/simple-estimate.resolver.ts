import { type Actor, isId } from '@skillhall/kernel';
import { CourseForAuthor, CourseLoader } from '@skillhall/learning/server';
import { Allow, CurrentActor } from '@skillhall/platform/access';
import type { RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { SimpleEstimateService } from './simple-estimate.service.js';
import { SimpleEstimate } from './simple-estimate.types.js';

@Resolver(() => SimpleEstimate)
export class SimpleEstimateResolver {
  constructor(
    private readonly service: SimpleEstimateService,
    private readonly courses: CourseLoader,
  ) {}

  @Allow('impact.read')
  @Query(() => SimpleEstimate, { nullable: true, description: 'Null outside your units, and for a course that does not exist.' })
  async simpleEstimate(
    @CurrentActor() actor: Actor,
    @Context() context: RequestContext,
    @Args('unitId', { type: () => ID }) unitId: string,
    @Args('courseId', { type: () => ID }) courseId: string,
  ): Promise<SimpleEstimate | null> {
    if (!isId(courseId) || !(await this.courses.byId(context, courseId))) return null;
    return this.service.estimate(actor, unitId, courseId, context.locale);
  }

  @ResolveField(() => CourseForAuthor, { nullable: true })
  course(@Parent() { courseId }: SimpleEstimate, @Context() context: RequestContext): Promise<CourseForAuthor | null> {
    return this.courses.byId(context, courseId);
  }
}
