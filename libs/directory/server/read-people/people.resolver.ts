import { type Actor, inScope, pageRequest, scopeOf } from '@skillhall/kernel';
import { Allow, CurrentActor } from '@skillhall/platform/access';
import { Database } from '@skillhall/platform/database';
import type { RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { maskPhone } from '../../domain/index.js';
import { PersonRepository } from '../data/person.repository.js';
import { UnitLoader } from '../read-units/unit.loader.js';
import { Post, Unit } from '../read-units/unit.types.js';
import { PersonLoader } from './person.loader.js';
import { Employment, Person, PersonFilter, PersonPage, RoleGrant } from './person.types.js';

@Resolver(() => Person)
export class PeopleResolver {
  constructor(
    private readonly database: Database,
    private readonly people: PersonRepository,
    private readonly units: UnitLoader,
    private readonly loader: PersonLoader,
  ) {}

  @Allow('person.read')
  @Query(() => PersonPage, { name: 'people' })
  page(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => PersonFilter, nullable: true }) filter?: PersonFilter | null,
    @Args('offset', { type: () => Int, nullable: true }) offset?: number,
    @Args('limit', { type: () => Int, nullable: true }) limit?: number,
  ): Promise<PersonPage> {
    const scope = scopeOf(actor, 'person.read');
    return this.database.asActor(actor, 'person.read', (tx) => this.people.page(tx, scope, filter ?? {}, pageRequest(offset, limit))) as Promise<PersonPage>;
  }

  @Allow('person.read')
  @Query(() => Person, { nullable: true })
  person(@Args('id', { type: () => ID }) id: string, @CurrentActor() actor: Actor): Promise<Person | null> {
    return this.database.asActor(actor, 'person.read', (tx) => this.people.findInScope(tx, scopeOf(actor, 'person.read'), id));
  }

  @ResolveField(() => Unit)
  async unit(@Parent() person: Person, @Context() context: RequestContext): Promise<Unit> {
    return (await this.units.byId(context, person.unitId))!;
  }

  @ResolveField(() => Post, { nullable: true })
  async post(@Parent() person: Person, @Context() context: RequestContext): Promise<Post | null> {
    return person.postId ? this.loader.post(context, person.postId) : null;
  }

  @ResolveField(() => String, { nullable: true, description: 'With its middle hidden from who may not call.' })
  phone(@Parent() person: Person, @Context() { actor }: RequestContext): string | null {
    if (!person.phone) return null;
    const open = person.id === actor!.personId || inScope(scopeOf(actor!, 'person.read-contact'), person.unitPath);
    return open ? person.phone : maskPhone(person.phone);
  }

  @ResolveField(() => [Employment])
  employments(@Parent() person: Person, @Context() context: RequestContext): Promise<Employment[]> {
    return this.loader.employments(context, person.id);
  }

  @ResolveField(() => [RoleGrant])
  roleGrants(@Parent() person: Person, @Context() context: RequestContext): Promise<RoleGrant[]> {
    return this.loader.grants(context, person.id);
  }

  @ResolveField(() => Boolean)
  hasAccount(@Parent() person: Person, @Context() context: RequestContext): Promise<boolean> {
    return this.loader.hasAccount(context, person.id);
  }
}
