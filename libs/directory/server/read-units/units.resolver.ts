import { type Actor, type Locale, pageRequest, scopeOf } from '@skillhall/kernel';
import { Allow, CurrentActor, CurrentLocale, SignedIn } from '@skillhall/platform/access';
import { Database } from '@skillhall/platform/database';
import type { RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { competencies } from '../../domain/index.js';
import { UnitRepository } from '../data/unit.repository.js';
import { UnitLoader } from './unit.loader.js';
import { Competency, Post, Unit, UnitFilter, UnitPage } from './unit.types.js';

@Resolver(() => Unit)
export class UnitsResolver {
  constructor(
    private readonly database: Database,
    private readonly units: UnitRepository,
    private readonly loader: UnitLoader,
  ) {}

  @Allow('unit.read')
  @Query(() => [Unit], { description: 'The tops of the subtrees in which the viewer may read people, or the own unit.' })
  myUnits(@CurrentActor() actor: Actor): Promise<Unit[]> {
    const wider = scopeOf(actor, 'person.read');
    const scope = wider.length ? wider : scopeOf(actor, 'unit.read');
    return this.database.asActor(actor, 'unit.read', (tx) => this.units.tops(tx, scope));
  }

  @Allow('unit.read')
  @Query(() => Unit, { nullable: true })
  unit(@Args('id', { type: () => ID }) id: string, @CurrentActor() actor: Actor): Promise<Unit | null> {
    return this.database.asActor(actor, 'unit.read', (tx) => this.units.findInScope(tx, scopeOf(actor, 'unit.read'), id));
  }

  @Allow('unit.read')
  @Query(() => UnitPage, { name: 'units' })
  unitPage(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => UnitFilter, nullable: true }) filter?: UnitFilter | null,
    @Args('offset', { type: () => Int, nullable: true }) offset?: number,
    @Args('limit', { type: () => Int, nullable: true }) limit?: number,
  ): Promise<UnitPage> {
    return this.database.asActor(actor, 'unit.read', (tx) => this.units.page(tx, scopeOf(actor, 'unit.read'), filter ?? {}, pageRequest(offset, limit))) as Promise<UnitPage>;
  }

  @SignedIn('the names of posts are no secret')
  @Query(() => [Post])
  posts(@CurrentActor() actor: Actor): Promise<Post[]> {
    return this.database.asActor(actor, 'unit.read', (tx) => tx.query('select id, code, name, counter from directory.post order by code'));
  }

  @SignedIn('the list of competencies is no secret')
  @Query(() => [Competency])
  competencies(@CurrentLocale() locale: Locale): Competency[] {
    return competencies.map(({ code, track, name }) => ({ code, track, name: name[locale] }));
  }

  @ResolveField(() => Unit, { nullable: true })
  async parent(@Parent() unit: Unit, @Context() context: RequestContext): Promise<Unit | null> {
    return unit.parentId ? this.loader.byId(context, unit.parentId) : null;
  }

  @ResolveField(() => [Unit], { description: 'The units above, from the top.' })
  ancestors(@Parent() unit: Unit, @Context() context: RequestContext): Promise<Unit[]> {
    return this.loader.ancestors(context, unit.path);
  }

  @ResolveField(() => [Unit])
  children(@Parent() unit: Unit, @Context() context: RequestContext): Promise<Unit[]> {
    return this.loader.children(context, unit.id);
  }

  @ResolveField(() => Int)
  async hallCount(@Parent() unit: Unit, @Context() context: RequestContext): Promise<number> {
    return (await this.loader.counts(context, unit.path)).halls;
  }

  @ResolveField(() => Int)
  async peopleCount(@Parent() unit: Unit, @Context() context: RequestContext): Promise<number> {
    return (await this.loader.counts(context, unit.path)).people;
  }
}
