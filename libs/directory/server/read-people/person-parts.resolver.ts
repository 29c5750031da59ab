import { Viewer } from '@skillhall/platform/access';
import { Database } from '@skillhall/platform/database';
import type { RequestContext } from '@skillhall/platform/graphql';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { PersonRepository } from '../data/person.repository.js';
import { UnitLoader } from '../read-units/unit.loader.js';
import { Post, Unit } from '../read-units/unit.types.js';
import { PersonLoader } from './person.loader.js';
import { Employment, Person, RoleGrant } from './person.types.js';

@Resolver(() => Employment)
export class EmploymentResolver {
  constructor(
    private readonly units: UnitLoader,
    private readonly people: PersonLoader,
  ) {}

  @ResolveField(() => Unit)
  async unit(@Parent() employment: Employment, @Context() context: RequestContext): Promise<Unit> {
    return (await this.units.byId(context, employment.unitId))!;
  }

  @ResolveField(() => Post, { nullable: true })
  async post(@Parent() employment: Employment, @Context() context: RequestContext): Promise<Post | null> {
    return employment.postId ? this.people.post(context, employment.postId) : null;
  }
}

@Resolver(() => RoleGrant)
export class RoleGrantResolver {
  constructor(private readonly units: UnitLoader) {}

  @ResolveField(() => Unit)
  async unit(@Parent() grant: RoleGrant, @Context() context: RequestContext): Promise<Unit> {
    return (await this.units.byId(context, grant.unitId))!;
  }
}

@Resolver(() => Viewer)
export class ViewerPersonResolver {
  constructor(
    private readonly database: Database,
    private readonly people: PersonRepository,
  ) {}

  @ResolveField(() => Person, { nullable: true })
  async person(@Parent() viewer: Viewer, @Context() { actor }: RequestContext): Promise<Person | null> {
    const { personId } = viewer;
    if (!personId || !actor) return null;
    const [person] = await this.database.asActor(actor, 'unit.read', (tx) => this.people.byIds(tx, [personId]));
    return person ?? null;
  }
}
