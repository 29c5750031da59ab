import { type Actor, type CivilMonth, isId, pageOf, pageRequest, scopeOf } from '@skillhall/kernel';
import { Unit, UnitLoader, UnitRepository } from '@skillhall/directory/server';
import { Allow, CurrentActor } from '@skillhall/platform/access';
import { Database } from '@skillhall/platform/database';
import type { RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ComplaintRepository } from '../data/complaint.repository.js';
import { Complaint, ComplaintFilter, ComplaintPage } from './complaint.types.js';

@Resolver(() => Complaint)
export class ComplaintsResolver {
  constructor(
    private readonly database: Database,
    private readonly register: ComplaintRepository,
    private readonly units: UnitRepository,
    private readonly loader: UnitLoader,
  ) {}

  @Allow('complaint.read')
  @Query(() => ComplaintPage, { name: 'complaints', description: 'The register of complaints, latest first.' })
  page(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => ComplaintFilter, nullable: true }) filter?: ComplaintFilter | null,
    @Args('offset', { type: () => Int, nullable: true }) offset?: number,
    @Args('limit', { type: () => Int, nullable: true }) limit?: number,
  ): Promise<ComplaintPage> {
    const scope = scopeOf(actor, 'complaint.read');
    const request = pageRequest(offset, limit);
    const { unitId, from, until, ...rest } = filter ?? {};
    return this.database.asActor(actor, 'complaint.read', async (tx) => {
      const unit = unitId ? (isId(unitId) ? await this.units.findInScope(tx, scope, unitId) : null) : undefined;
      if (unit === null) return pageOf([], 0, request);
      const criteria = { ...rest, path: unit?.path ?? null, from: from as CivilMonth | null, until: until as CivilMonth | null };
      return this.register.page(tx, scope, criteria, request);
    }) as Promise<ComplaintPage>;
  }

  @Allow('complaint.read')
  @Query(() => Complaint, { nullable: true })
  async complaint(@Args('id', { type: () => ID }) id: string, @CurrentActor() actor: Actor): Promise<Complaint | null> {
    if (!isId(id)) return null;
    return this.database.asActor(actor, 'complaint.read', (tx) => this.register.findInScope(tx, scopeOf(actor, 'complaint.read'), id));
  }

  @ResolveField(() => Unit)
  async unit(@Parent() complaint: Complaint, @Context() context: RequestContext): Promise<Unit> {
    return (await this.loader.byId(context, complaint.unitId))!;
  }
}
