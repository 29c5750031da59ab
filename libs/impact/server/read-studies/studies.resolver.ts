import { UnitRepository, Unit, UnitLoader } from '@skillhall/directory/server';
import { type Actor, inScope, isId, pageOf, pageRequest, scopeOf } from '@skillhall/kernel';
import { CourseForAuthor, CourseLoader } from '@skillhall/learning/server';
import { Allow, CurrentActor } from '@skillhall/platform/access';
import { Database } from '@skillhall/platform/database';
import type { RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, Float, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type StudyRow, StudyRepository } from '../data/study.repository.js';
import { StudyLoader } from './study.loader.js';
import { Study, StudyPage, StudyRun } from './study.types.js';

const permission = 'impact.read';
const id = { type: () => ID, nullable: true } as const;
const count = { type: () => Int, nullable: true } as const;
const rowOf = (study: Study): StudyRow => study;

@Resolver(() => Study)
export class StudiesResolver {
  constructor(
    private readonly database: Database,
    private readonly repository: StudyRepository,
    private readonly unitRows: UnitRepository,
    private readonly loader: StudyLoader,
    private readonly units: UnitLoader,
    private readonly courses: CourseLoader,
  ) {}

  @Allow(permission)
  @Query(() => StudyPage, { description: 'The newest first, never by effect: a table of halls or courses by what they "achieved" is mostly chance.' })
  studies(
    @CurrentActor() actor: Actor,
    @Args('unitId', id) unitId?: string | null,
    @Args('courseId', id) courseId?: string | null,
    @Args('offset', count) offset?: number,
    @Args('limit', count) limit?: number,
  ): Promise<StudyPage> {
    const [scope, request] = [scopeOf(actor, permission), pageRequest(offset, limit)];
    const read = this.database.asActor(actor, permission, async (tx) => {
      const unit = unitId ? await this.unitRows.findInScope(tx, scope, unitId) : null;
      if ((unitId && !unit) || (courseId && !isId(courseId))) return pageOf([], 0, request);
      return this.repository.page(tx, scope, { path: unit?.path ?? null, courseId: courseId ?? null }, request);
    });
    return read as Promise<StudyPage>;
  }

  @Allow(permission)
  @Query(() => Study, { nullable: true })
  async study(@Args('id', { type: () => ID }) studyId: string, @CurrentActor() actor: Actor): Promise<Study | null> {
    if (!isId(studyId)) return null;
    return this.database.asActor(actor, permission, (tx) => this.repository.find(tx, scopeOf(actor, permission), studyId)) as Promise<Study | null>;
  }

  @ResolveField(() => Unit)
  async unit(@Parent() { unitId }: Study, @Context() context: RequestContext): Promise<Unit> {
    return (await this.units.byId(context, unitId))!;
  }

  @ResolveField(() => CourseForAuthor, { nullable: true })
  course(@Parent() { courseId }: Study, @Context() context: RequestContext): Promise<CourseForAuthor | null> {
    return this.courses.byId(context, courseId);
  }

  @ResolveField(() => Study, { nullable: true, description: 'The study whose plan this one changed.' })
  replaces(@Parent() { replacesId }: Study, @Context() context: RequestContext): Promise<Study | null> | null {
    return replacesId ? this.loader.byId(context, replacesId) : null;
  }

  @ResolveField(() => Study, { nullable: true })
  replacedBy(@Parent() { replacedById }: Study, @Context() context: RequestContext): Promise<Study | null> | null {
    return replacedById ? this.loader.byId(context, replacedById) : null;
  }

  @ResolveField(() => [StudyRun], { description: 'All of them, the newest first.' })
  runs(@Parent() { id: studyId }: Study, @Context() context: RequestContext): Promise<StudyRun[]> {
    return this.loader.runs(context, studyId);
  }

  @ResolveField(() => StudyRun, { nullable: true, description: 'The newest with a result.' })
  async latest(@Parent() { id: studyId }: Study, @Context() context: RequestContext): Promise<StudyRun | null> {
    return (await this.loader.runs(context, studyId)).find(({ state }) => state === 'done') ?? null;
  }

  @ResolveField(() => Float, { nullable: true, description: 'P-value of the latest run, adjusted for all studies of the same unit (Benjamini and Hochberg 1995).' })
  adjustedPValue(@Parent() study: Study, @Context() context: RequestContext): Promise<number | null> {
    return this.loader.adjusted(context, rowOf(study));
  }

  @ResolveField(() => Boolean, { description: 'Whether you may change, lock and run it.' })
  mayManage(@Parent() { unitPath }: Study, @CurrentActor() actor: Actor): boolean {
    return inScope(scopeOf(actor, 'study.manage'), unitPath);
  }
}
