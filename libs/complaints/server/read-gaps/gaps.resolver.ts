import { Unit, UnitLoader, UnitRepository } from '@skillhall/directory/server';
import { type Actor, pageOf, pageRequest, scopeOf } from '@skillhall/kernel';
import { Allow, CurrentActor } from '@skillhall/platform/access';
import { Database } from '@skillhall/platform/database';
import type { RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { GapRepository } from '../data/gap.repository.js';
import { VolumeGap, VolumeGapPage } from './gaps.types.js';

const permission = 'complaint.read';
const count = { type: () => Int, nullable: true } as const;
/** As far back as a study of a training looks. */
const monthsLookedAt = 36;

@Resolver(() => VolumeGap)
export class GapsResolver {
  constructor(
    private readonly database: Database,
    private readonly gaps: GapRepository,
    private readonly unitRows: UnitRepository,
    private readonly units: UnitLoader,
  ) {}

  @Allow(permission)
  @Query(() => VolumeGapPage, { description: 'Halls that lack figures in the last 36 months with any; most months without transactions first.' })
  volumeGaps(@CurrentActor() actor: Actor, @Args('unitId', { type: () => ID }) unitId: string, @Args('offset', count) offset?: number, @Args('limit', count) limit?: number): Promise<VolumeGapPage> {
    const [scope, request] = [scopeOf(actor, permission), pageRequest(offset, limit)];
    return this.database.asActor(actor, permission, async (tx) => {
      const unit = await this.unitRows.findInScope(tx, scope, unitId);
      const span = unit && (await this.gaps.span(tx, scope, unit.path, monthsLookedAt));
      if (!span) return { ...pageOf([], 0, request), from: null, until: null };
      return { ...(await this.gaps.page(tx, scope, unit.path, span, request)), ...span };
    }) as Promise<VolumeGapPage>;
  }

  @ResolveField(() => Unit)
  async unit(@Parent() { unitId }: VolumeGap, @Context() context: RequestContext): Promise<Unit> {
    return (await this.units.byId(context, unitId))!;
  }
}
