import type { Track } from '@skillhall/directory/domain';
import { Person, PersonLoader, PersonPage, PersonRepository, TrackEnum, UnitRepository } from '@skillhall/directory/server';
import { type Actor, inScope, isId, pageOf, pageRequest, scopeOf } from '@skillhall/kernel';
import { Allow, CurrentActor } from '@skillhall/platform/access';
import { Database } from '@skillhall/platform/database';
import type { RequestContext } from '@skillhall/platform/graphql';
import { ForbiddenException } from '@nestjs/common';
import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { RecordState } from '../../domain/index.js';
import { RecordRepository, type RecordRow } from '../data/record.repository.js';
import { LearnerLoader } from '../learn/learner.loader.js';
import { LearningSummary } from '../learn/learner.types.js';
import { CourseLoader } from './course.loader.js';
import { CourseForAuthor, CourseProgress, CourseProgressPage } from './course.types.js';
import { RecordStateEnum } from './learning.enums.js';

const optionalId = { type: () => ID, nullable: true } as const;
const optionalInt = { type: () => Int, nullable: true } as const;

const progressOf = ({ personId, courseId, enrolmentId: id, versionId, startedAt, completedAt }: RecordRow): CourseProgress =>
  Object.assign(new CourseProgress(), { personId, courseId, enrolment: { id, versionId, startedAt, completedAt } });

@Resolver(() => CourseProgress)
export class ProgressResolver {
  constructor(
    private readonly database: Database,
    private readonly repository: RecordRepository,
    private readonly units: UnitRepository,
    private readonly courses: CourseLoader,
    private readonly people: PersonLoader,
    private readonly persons: PersonRepository,
  ) {}

  @Allow('learning-record.read')
  @Query(() => CourseProgressPage, { description: 'Learning records of the people in the viewer’s units.' })
  courseProgress(
    @CurrentActor() actor: Actor,
    @Args('courseId', optionalId) courseId?: string | null,
    @Args('unitId', optionalId) unitId?: string | null,
    @Args('state', { type: () => RecordStateEnum, nullable: true }) state?: RecordState | null,
    @Args('latestFirst', { type: () => Boolean, nullable: true, description: 'By what was done last, instead of by unit and person.' }) latestFirst?: boolean | null,
    @Args('offset', optionalInt) offset?: number,
    @Args('limit', optionalInt) limit?: number,
  ): Promise<CourseProgressPage> {
    const scope = scopeOf(actor, 'learning-record.read');
    const request = pageRequest(offset, limit);
    return this.database.asActor(actor, 'learning-record.read', async (tx) => {
      if ((courseId && !isId(courseId)) || (unitId && !isId(unitId))) return pageOf([], 0, request);
      const unit = unitId ? await this.units.findInScope(tx, scope, unitId) : null;
      if (unitId && !unit) return pageOf([], 0, request);
      const page = await this.repository.page(tx, scope, { courseId: courseId ?? null, unitPath: unit?.path ?? null, state: state ?? null, latestFirst: latestFirst ?? null }, request);
      return { ...page, nodes: page.nodes.map(progressOf) };
    }) as Promise<CourseProgressPage>;
  }

  @Allow('learning-record.read')
  @Query(() => PersonPage, { description: 'People employed who have finished no course, or none of the track, since the year began.' })
  peopleWithoutLearning(
    @CurrentActor() actor: Actor,
    @Args('unitId', { type: () => ID }) unitId: string,
    @Args('track', { type: () => TrackEnum, nullable: true }) track?: Track | null,
    @Args('offset', optionalInt) offset?: number,
    @Args('limit', optionalInt) limit?: number,
  ): Promise<PersonPage> {
    const scope = scopeOf(actor, 'learning-record.read');
    const request = pageRequest(offset, limit);
    return this.database.asActor(actor, 'learning-record.read', async (tx) => {
      const unit = isId(unitId) ? await this.units.findInScope(tx, scope, unitId) : null;
      if (!unit) return pageOf([], 0, request);
      const page = await this.repository.peopleWithout(tx, scope, { unitPath: unit.path, track: track ?? null }, request);
      const ids = page.nodes.map(({ id }) => id);
      return { ...page, nodes: await this.persons.byIds(tx, ids) };
    }) as Promise<PersonPage>;
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
