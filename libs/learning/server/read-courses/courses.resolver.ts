import { type Actor, isId, pageRequest } from '@skillhall/kernel';
import { Allow, CurrentActor } from '@skillhall/platform/access';
import { Database } from '@skillhall/platform/database';
import type { RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CourseRepository } from '../data/course.repository.js';
import { CourseLoader, courseScope } from './course.loader.js';
import { CourseFilter, CourseForAuthor, CourseForAuthorPage, CourseModuleForAuthor } from './course.types.js';

@Resolver(() => CourseForAuthor)
export class CoursesResolver {
  constructor(
    private readonly database: Database,
    private readonly repository: CourseRepository,
    private readonly loader: CourseLoader,
  ) {}

  @Allow('learning-record.read')
  @Query(() => CourseForAuthorPage, { description: 'Drafts are listed where the viewer may manage courses.' })
  courses(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => CourseFilter, nullable: true }) filter?: CourseFilter | null,
    @Args('offset', { type: () => Int, nullable: true }) offset?: number,
    @Args('limit', { type: () => Int, nullable: true }) limit?: number,
  ): Promise<CourseForAuthorPage> {
    const request = pageRequest(offset, limit);
    return this.database.asActor(actor, 'learning-record.read', (tx) => this.repository.page(tx, courseScope(actor), filter ?? {}, request)) as Promise<CourseForAuthorPage>;
  }

  @Allow('learning-record.read')
  @Query(() => CourseForAuthor, { nullable: true })
  async courseForAuthor(@Args('id', { type: () => ID }) id: string, @CurrentActor() actor: Actor): Promise<CourseForAuthor | null> {
    if (!isId(id)) return null;
    return this.database.asActor(actor, 'learning-record.read', (tx) => this.repository.findVisible(tx, courseScope(actor), id));
  }

  @ResolveField(() => [CourseModuleForAuthor])
  modules(@Parent() course: CourseForAuthor, @Context() context: RequestContext): Promise<CourseModuleForAuthor[]> {
    return this.loader.modules(context, course.versionId);
  }

  @ResolveField(() => Int, { description: 'People in the units the viewer answers for.' })
  async enrolledCount(@Parent() course: CourseForAuthor, @Context() context: RequestContext): Promise<number> {
    return (await this.loader.counts(context, course.id)).enrolled;
  }

  @ResolveField(() => Int, { description: 'People in the units the viewer answers for.' })
  async completedCount(@Parent() course: CourseForAuthor, @Context() context: RequestContext): Promise<number> {
    return (await this.loader.counts(context, course.id)).completed;
  }
}
