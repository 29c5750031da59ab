import { Unit, UnitLoader, UnitRepository } from '@skillhall/directory/server';
import { type Actor, err, failure, isId, scopeOf } from '@skillhall/kernel';
import { Allow, CurrentActor } from '@skillhall/platform/access';
import { Database } from '@skillhall/platform/database';
import { answer, type RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { LotteryRepository } from '../data/lottery.repository.js';
import { CourseLoader } from '../read-courses/course.loader.js';
import { CourseForAuthor } from '../read-courses/course.types.js';
import { LotteryService } from './lottery.service.js';
import { PrepareLotteryInput, PrepareLotteryResult, StepLotteryResult, TrainingLot, TrainingLottery } from './lottery.types.js';

const reading = 'learning-record.read';
const id = { type: () => ID } as const;
const maybe = { type: () => ID, nullable: true } as const;
const keys = { lots: {} };

@Resolver(() => TrainingLottery)
export class LotteryResolver {
  constructor(
    private readonly database: Database,
    private readonly lotteries: LotteryRepository,
    private readonly service: LotteryService,
    private readonly unitRows: UnitRepository,
    private readonly units: UnitLoader,
    private readonly courses: CourseLoader,
  ) {}

  @Allow(reading)
  @Query(() => [TrainingLottery], { description: 'The newest first, those that were given up among them; 100 at most.' })
  trainingLotteries(@CurrentActor() actor: Actor, @Args('unitId', maybe) unitId?: string | null, @Args('courseId', maybe) courseId?: string | null): Promise<TrainingLottery[]> {
    const scope = scopeOf(actor, reading);
    return this.database.asActor(actor, reading, async (tx) => {
      const unit = unitId ? await this.unitRows.findInScope(tx, scope, unitId) : null;
      if ((unitId && !unit) || (courseId && !isId(courseId))) return [];
      return (await this.lotteries.list(tx, scope, unit?.path ?? null, courseId || null)) as TrainingLottery[];
    });
  }

  @Allow(reading)
  @Query(() => TrainingLottery, { nullable: true })
  async trainingLottery(@Args('id', id) lotteryId: string, @CurrentActor() actor: Actor): Promise<TrainingLottery | null> {
    if (!isId(lotteryId)) return null;
    return this.database.asActor(actor, reading, (tx) => this.lotteries.find(tx, scopeOf(actor, reading), lotteryId)) as Promise<TrainingLottery | null>;
  }

  @Allow('training.schedule')
  @Mutation(() => PrepareLotteryResult, { description: 'Writes down halls, tiers and the digest of a seed that nobody has seen.' })
  async prepareLottery(@Args('input') input: PrepareLotteryInput, @Context() context: RequestContext): Promise<typeof PrepareLotteryResult> {
    const { actor, locale } = context;
    const course = isId(input.courseId) ? await this.courses.byId(context, input.courseId) : null;
    if (!course) return answer(err(failure('INVALID_INPUT', { field: 'courseId' }, 'courseId')), locale);
    return answer(await this.service.prepare(actor!, input), locale);
  }

  @Allow('training.schedule')
  @Mutation(() => StepLotteryResult, { description: 'Draws, once, and plans the sessions that were drawn.' })
  async drawLottery(@Args('id', id) lotteryId: string, @Context() { actor, locale }: RequestContext): Promise<typeof StepLotteryResult> {
    return answer(await this.service.draw(actor!, lotteryId), locale);
  }

  @Allow('training.schedule')
  @Mutation(() => StepLotteryResult, { description: 'Gives up a lottery that was not drawn; it stays on record.' })
  async dropLottery(@Args('id', id) lotteryId: string, @Context() { actor, locale }: RequestContext): Promise<typeof StepLotteryResult> {
    return answer(await this.service.drop(actor!, lotteryId), locale);
  }

  @ResolveField(() => Unit)
  async unit(@Parent() { unitId }: TrainingLottery, @Context() context: RequestContext): Promise<Unit> {
    return (await this.units.byId(context, unitId))!;
  }

  @ResolveField(() => CourseForAuthor, { nullable: true, description: 'Null where the reader may not see the course.' })
  course(@Parent() { courseId }: TrainingLottery, @Context() context: RequestContext): Promise<CourseForAuthor | null> {
    return this.courses.byId(context, courseId);
  }

  @ResolveField(() => [TrainingLot])
  lots(@Parent() lottery: TrainingLottery, @Context() context: RequestContext): Promise<TrainingLot[]> {
    const read = (ids: readonly string[]): Promise<TrainingLot[][]> => this.database.asActor(context.actor!, reading, (tx) => Promise.all(ids.map((one) => this.lotteries.lots(tx, one))));
    return context.loader(keys.lots, read).load(lottery.id);
  }
}

@Resolver(() => TrainingLot)
export class TrainingLotResolver {
  constructor(private readonly units: UnitLoader) {}

  @ResolveField(() => Unit)
  async unit(@Parent() { unitId }: TrainingLot, @Context() context: RequestContext): Promise<Unit> {
    return (await this.units.byId(context, unitId))!;
  }
}
