import { type Actor, isId, pageRequest, scopeOf } from '@skillhall/kernel';
import { Unit, UnitLoader } from '@skillhall/directory/server';
import { Allow, CurrentActor } from '@skillhall/platform/access';
import { Database } from '@skillhall/platform/database';
import type { RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { blueprintTotals } from '../../domain/index.js';
import { ExamRepository } from '../data/exam.repository.js';
import { ExamPool, type PoolCount } from '../prepare-papers/exam-pool.js';
import { BlueprintProblemType, BlueprintTotals, problemTypeOf } from './blueprint-check.types.js';
import { BlueprintSectionType, Exam, ExamFilter, ExamPage } from './exam.types.js';

const permission = 'exam.manage';
const counts = {};

@Resolver(() => Exam)
export class ExamsResolver {
  constructor(
    private readonly database: Database,
    private readonly repository: ExamRepository,
    private readonly pool: ExamPool,
    private readonly units: UnitLoader,
  ) {}

  @Allow(permission)
  @Query(() => ExamPage, { description: 'The newest first.' })
  exams(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => ExamFilter, nullable: true }) filter?: ExamFilter | null,
    @Args('offset', { type: () => Int, nullable: true }) offset?: number,
    @Args('limit', { type: () => Int, nullable: true }) limit?: number,
  ): Promise<ExamPage> {
    const read = this.database.asActor(actor, permission, (tx) => this.repository.page(tx, scopeOf(actor, permission), filter ?? {}, pageRequest(offset, limit)));
    return read as Promise<ExamPage>;
  }

  @Allow(permission)
  @Query(() => Exam, { nullable: true })
  async exam(@Args('id', { type: () => ID }) id: string, @CurrentActor() actor: Actor): Promise<Exam | null> {
    if (!isId(id)) return null;
    return this.database.asActor(actor, permission, (tx) => this.repository.find(tx, scopeOf(actor, permission), id)) as Promise<Exam | null>;
  }

  @ResolveField(() => Unit)
  async unit(@Parent() exam: Exam, @Context() context: RequestContext): Promise<Unit> {
    return (await this.units.byId(context, exam.unitId))!;
  }

  @ResolveField(() => [BlueprintSectionType])
  sections(@Parent() exam: Exam): BlueprintSectionType[] {
    return exam.blueprint.sections;
  }

  @ResolveField(() => BlueprintTotals)
  totals(@Parent() exam: Exam): BlueprintTotals {
    return blueprintTotals(exam.blueprint);
  }

  @ResolveField(() => [BlueprintProblemType], { description: 'What today’s bank lacks; none where every paper can be drawn.' })
  async problems(@Parent() exam: Exam, @Context() context: RequestContext): Promise<BlueprintProblemType[]> {
    return (await this.counted(context, exam)).problems.map(problemTypeOf);
  }

  @ResolveField(() => [[Int]], { description: 'Section by section, how many questions fit each row by itself.' })
  async fitting(@Parent() exam: Exam, @Context() context: RequestContext): Promise<number[][]> {
    return (await this.counted(context, exam)).fitting;
  }

  /** The pool is read once for all that a request asks of an exam. */
  private counted(context: RequestContext, exam: Exam): Promise<PoolCount> {
    return context.loader(counts, (exams: readonly Exam[]) => Promise.all(exams.map((one) => this.pool.count(one)))).load(exam);
  }
}
