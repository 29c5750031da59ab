import { Unit, UnitLoader, UnitRepository } from '@skillhall/directory/server';
import { type Actor, type CivilDate, err, failure, isId, pageOf, pageRequest, say, scopeOf } from '@skillhall/kernel';
import { Allow, CurrentActor } from '@skillhall/platform/access';
import { Database } from '@skillhall/platform/database';
import { answer, CivilDateScalar, type RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { hintSentences, scheduleHints } from '../../domain/index.js';
import { AssignmentRepository } from '../data/assignment.repository.js';
import { CourseLoader } from '../read-courses/course.loader.js';
import { CourseForAuthor } from '../read-courses/course.types.js';
import { ScheduleService } from './schedule.service.js';
import { ScheduleTrainingInput, ScheduleTrainingResult, StepTrainingResult, TrainingAssignment, TrainingAssignmentFilter, TrainingAssignmentPage, TrainingHint } from './schedule.types.js';

const reading = 'learning-record.read';
const count = { type: () => Int, nullable: true } as const;
const ids = { type: () => [ID] } as const;

@Resolver(() => TrainingAssignment)
export class ScheduleResolver {
  constructor(
    private readonly database: Database,
    private readonly assignments: AssignmentRepository,
    private readonly service: ScheduleService,
    private readonly unitRows: UnitRepository,
    private readonly units: UnitLoader,
    private readonly courses: CourseLoader,
  ) {}

  @Allow(reading)
  @Query(() => TrainingAssignmentPage, { description: 'First sessions of courses at halls, the latest first.' })
  trainingAssignments(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => TrainingAssignmentFilter, nullable: true }) filter?: TrainingAssignmentFilter | null,
    @Args('offset', count) offset?: number,
    @Args('limit', count) limit?: number,
  ): Promise<TrainingAssignmentPage> {
    const [scope, request] = [scopeOf(actor, reading), pageRequest(offset, limit)];
    const { unitId, courseId, ...rest } = filter ?? {};
    const read = this.database.asActor(actor, reading, async (tx) => {
      const unit = unitId ? await this.unitRows.findInScope(tx, scope, unitId) : null;
      if ((unitId && !unit) || (courseId && !isId(courseId))) return pageOf([], 0, request);
      return this.assignments.page(tx, scope, { ...rest, path: unit?.path ?? null, courseId: courseId || null }, request);
    });
    return read as Promise<TrainingAssignmentPage>;
  }

  @Allow(reading)
  @Query(() => [TrainingHint], { description: 'What in the schedule of a course below a unit would make a later answer harder.' })
  async trainingHints(@Args('courseId', { type: () => ID }) courseId: string, @Args('unitId', { type: () => ID }) unitId: string, @Context() { actor, locale }: RequestContext): Promise<TrainingHint[]> {
    const scope = scopeOf(actor!, reading);
    if (!isId(courseId)) return [];
    const found = await this.database.asActor(actor!, reading, async (tx) => {
      const unit = await this.unitRows.findInScope(tx, scope, unitId);
      return unit && this.assignments.schedule(tx, scope, unit.path, courseId);
    });
    return found ? scheduleHints(found.halls, found.scheduled).map(({ code, values }) => ({ code, message: say(hintSentences[code], locale, values) })) : [];
  }

  @Allow('training.schedule')
  @Mutation(() => ScheduleTrainingResult, { description: 'Plans the first session of a course at many halls at once: at all of them, or at none.' })
  async scheduleTraining(@Args('input') input: ScheduleTrainingInput, @Context() context: RequestContext): Promise<typeof ScheduleTrainingResult> {
    const { actor, locale } = context;
    const course = isId(input.courseId) ? await this.courses.byId(context, input.courseId) : null;
    if (!course) return answer(err(failure('INVALID_INPUT', { field: 'courseId' }, 'courseId')), locale);
    return answer(await this.service.schedule(actor!, input), locale);
  }

  @Allow('training.schedule')
  @Mutation(() => StepTrainingResult, { description: 'Records planned sessions as held on a day; studies count from it.' })
  async holdTraining(@Args('ids', ids) given: string[], @Args('heldOn', { type: () => CivilDateScalar }) heldOn: CivilDate, @Context() { actor, locale }: RequestContext): Promise<typeof StepTrainingResult> {
    return answer(await this.service.hold(actor!, given, heldOn), locale);
  }

  @Allow('training.schedule')
  @Mutation(() => StepTrainingResult, { description: 'Cancels planned sessions; they stay in the record with the reason.' })
  async cancelTraining(@Args('ids', ids) given: string[], @Args('why') why: string, @Context() { actor, locale }: RequestContext): Promise<typeof StepTrainingResult> {
    return answer(await this.service.cancel(actor!, given, why), locale);
  }

  @ResolveField(() => Unit)
  async unit(@Parent() { unitId }: TrainingAssignment, @Context() context: RequestContext): Promise<Unit> {
    return (await this.units.byId(context, unitId))!;
  }

  @ResolveField(() => CourseForAuthor, { nullable: true, description: 'Null where the reader may not see the course.' })
  course(@Parent() { courseId }: TrainingAssignment, @Context() context: RequestContext): Promise<CourseForAuthor | null> {
    return this.courses.byId(context, courseId);
  }
}
