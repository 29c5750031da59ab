import { Person, PersonLoader, UnitRepository } from '@skillhall/directory/server';
import { type Actor, inScope, isId, pageOf, pageRequest, scopeOf } from '@skillhall/kernel';
import { Allow, CurrentActor } from '@skillhall/platform/access';
import { Database } from '@skillhall/platform/database';
import type { RequestContext } from '@skillhall/platform/graphql';
import { ForbiddenException } from '@nestjs/common';
import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CourseRepository, type RecordRow } from '../data/course.repository.js';
import { LearnerLoader } from '../learn/learner.loader.js';
import { LearningSummary } from '../learn/learner.types.js';
import { CourseLoader } from './course.loader.js';
import { CourseForAuthor, CourseProgress, CourseProgressPage } from './course.types.js';

const optionalId = { type: () => ID, nullable: true } as const;
const optionalInt = { type: () => Int, nullable: true } as const;

const progressOf = ({ personId, courseId, enrolmentId: id, versionId, startedAt, completedAt }: RecordRow): CourseProgress =>
  Object.assign(new CourseProgress(), { personId, courseId, enrolment: { id, versionId, startedAt, completedAt } });

@Resolver(() => CourseProgress)
export class ProgressResolver {
  constructor(
    private readonly database: Database,
    private readonly repository: CourseRepository,
    private readonly units: UnitRepository,
    private readonly courses: CourseLoader,
    private readonly people: PersonLoader,
  ) {}

  @Allow('learning-record.read')
  @Query(() => CourseProgressPage, { description: 'Learning records of the people in the viewer’s units.' })
  courseProgress(
    @CurrentActor() actor: Actor,
    @Args('courseId', optionalId) courseId?: string | null,
    @Args('unitId', optionalId) unitId?: string | null,
    @Args('offset', optionalInt) offset?: number,
    @Args('limit', optionalInt) limit?: number,
  ): Promise<CourseProgressPage> {
    const scope = scopeOf(actor, 'learning-record.read');
    const request = pageRequest(offset, limit);
    return this.database.asActor(actor, 'learning-record.read', async (tx) => {
      if ((courseId && !isId(courseId)) || (unitId && !isId(unitId))) return pageOf([], 0, request);
      const unit = unitId ? await this.units.findInScope(tx, scope, unitId) : null;
      if (unitId && !unit) return pageOf([], 0, request);
      const page = await this.repository.records(tx, scope, courseId ?? null, unit?.path ?? null, request);
      return { ...page, nodes: page.nodes.map(progressOf) };
    }) as Promise<CourseProgressPage>;
  }

  @ResolveField(() => Person)
  async person(@Parent() { personId }: CourseProgress, @Context() context: RequestContext): Promise<Person> {
    return (await this.people.byId(context, personId))!;
  }

  @ResolveField(() => CourseForAuthor)
  async course(@Parent() { courseId }: CourseProgress, @Context() context: RequestContext): Promise<CourseForAuthor> {
    return (await this.courses.byId(context, courseId))!;
  }
}

@Resolver(() => Person)
export class PersonLearningResolver {
  constructor(private readonly loader: LearnerLoader) {}

  @ResolveField(() => LearningSummary, { description: 'For the person, and for who may read learning records of their unit.' })
  learningSummary(@Parent() { id: personId, unitPath }: Person, @Context() context: RequestContext): Promise<LearningSummary> {
    const actor = context.actor!;
    if (personId !== actor.personId && !inScope(scopeOf(actor, 'learning-record.read'), unitPath)) throw new ForbiddenException();
    return this.loader.summary(context, { personId, unitPath });
  }
}
