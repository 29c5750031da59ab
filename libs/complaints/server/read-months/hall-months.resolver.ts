import { type Actor, type CivilMonth, isId, pageOf, pageRequest, scopeOf } from '@skillhall/kernel';
import { Unit, UnitLoader, UnitRepository } from '@skillhall/directory/server';
import { Allow, CurrentActor } from '@skillhall/platform/access';
import { Database } from '@skillhall/platform/database';
import { CivilMonthScalar, type RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { MonthRepository } from '../data/month.repository.js';
import { HallMonth, HallMonthPage } from './month.types.js';

const month = { type: () => CivilMonthScalar, nullable: true } as const;

@Resolver(() => HallMonth)
export class HallMonthsResolver {
  constructor(
    private readonly database: Database,
    private readonly months: MonthRepository,
    private readonly units: UnitRepository,
    private readonly loader: UnitLoader,
  ) {}

  @Allow('complaint.read')
  @Query(() => HallMonthPage, { name: 'hallMonths', description: 'Every hall below a node, month by month; halls in the order of the tree.' })
  page(
    @CurrentActor() actor: Actor,
    @Args('unitId', { type: () => ID }) unitId: string,
    @Args('from', month) from?: CivilMonth | null,
    @Args('until', month) until?: CivilMonth | null,
    @Args('offset', { type: () => Int, nullable: true }) offset?: number,
    @Args('limit', { type: () => Int, nullable: true }) limit?: number,
  ): Promise<HallMonthPage> {
    const scope = scopeOf(actor, 'complaint.read');
    const request = pageRequest(offset, limit);
    return this.database.asActor(actor, 'complaint.read', async (tx) => {
      const unit = isId(unitId) ? await this.units.findInScope(tx, scope, unitId) : null;
      if (!unit) return pageOf([], 0, request);
      const page = await this.months.hallMonths(tx, scope, unit.path, { from: from ?? null, until: until ?? null }, request);
      return { ...page, nodes: page.nodes.map(HallMonth.of) };
    }) as Promise<HallMonthPage>;
  }

  @ResolveField(() => Unit)
  async unit(@Parent() row: HallMonth, @Context() context: RequestContext): Promise<Unit> {
    return (await this.loader.byId(context, row.unitId))!;
  }
}
