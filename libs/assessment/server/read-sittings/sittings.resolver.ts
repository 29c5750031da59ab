import { isId, pageRequest, scopeOf } from '@skillhall/kernel';
import { Unit, UnitLoader, UnitRepository } from '@skillhall/directory/server';
import { Allow, SignedIn } from '@skillhall/platform/access';
import { Database } from '@skillhall/platform/database';
import type { RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, Field, ID, Int, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { sittingState, type SittingState } from '../../domain/index.js';
import { CandidateRepository } from '../data/candidate.repository.js';
import { SittingRepository } from '../data/sitting.repository.js';
import { SittingAccess } from '../invigilate/sitting-access.js';
import { SittingLoader } from './sitting.loader.js';
import { Sitting, SittingCounts, SittingFilter, SittingPage, SittingStateEnum } from './sitting.types.js';

const named = 'invigilators are named per sitting, whatever their role; the query narrows to theirs and to the scope';
const permission = 'exam.invigilate';
const mostUnits = 200;

@ObjectType()
export class Invigilator {
  @Field(() => ID)
  id: string;

  @Field()
  name: string;
}

@Resolver(() => Sitting)
export class SittingsResolver {
  constructor(
    private readonly database: Database,
    private readonly sittings: SittingRepository,
    private readonly access: SittingAccess,
    private readonly loader: SittingLoader,
    private readonly units: UnitLoader,
    private readonly places: UnitRepository,
    private readonly candidates: CandidateRepository,
  ) {}

  @SignedIn(named)
  @Query(() => SittingPage, { description: 'Latest opening first.' })
  sittingsToRun(
    @Context() { actor }: RequestContext,
    @Args('filter', { type: () => SittingFilter, nullable: true }) filter?: SittingFilter | null,
    @Args('offset', { type: () => Int, nullable: true }) offset?: number,
    @Args('limit', { type: () => Int, nullable: true }) limit?: number,
  ): Promise<SittingPage> {
    const asked = filter ?? {};
    const sound = !asked.examId || isId(asked.examId);
    const read = this.database.asActor(actor!, permission, (tx) => this.sittings.page(tx, scopeOf(actor!, permission), sound ? asked : { ...asked, examId: null }, pageRequest(offset, limit)));
    return read as Promise<SittingPage>;
  }

  @SignedIn(named)
  @Query(() => Sitting, { nullable: true })
  sitting(@Args('id', { type: () => ID }) id: string, @Context() { actor }: RequestContext): Promise<Sitting | null> {
    return this.access.invigilated(actor!, id);
  }

  @Allow('exam.manage')
  @Query(() => Int, { nullable: true, description: 'How many people these units and posts would admit; null where a unit is not in the scope.' })
  async sittingWouldAdmit(
    @Args('unitIds', { type: () => [ID] }) unitIds: string[],
    @Args('postIds', { type: () => [ID] }) postIds: string[],
    @Context() { actor }: RequestContext,
  ): Promise<number | null> {
    if (!postIds.every(isId) || unitIds.length > mostUnits) return null;
    return this.database.asActor(actor!, 'exam.manage', async (tx) => {
      const paths: string[] = [];
      for (const id of new Set(unitIds)) {
        const unit = await this.places.findInScope(tx, scopeOf(actor!, 'exam.manage'), id);
        if (!unit) return null;
        paths.push(unit.path);
      }
      return this.candidates.admits(tx, paths, postIds);
    });
  }

  @ResolveField(() => SittingStateEnum)
  state(@Parent() sitting: Sitting): SittingState {
    return sittingState(sitting, sitting.now);
  }

  @ResolveField(() => Date, { description: 'The clock that decides.' })
  serverNow(@Parent() sitting: Sitting): Date {
    return sitting.now;
  }

  @ResolveField(() => Unit)
  async unit(@Parent() sitting: Sitting, @Context() context: RequestContext): Promise<Unit> {
    return (await this.units.byId(context, sitting.unitId))!;
  }

  @ResolveField(() => [Unit])
  async admittedUnits(@Parent() sitting: Sitting, @Context() context: RequestContext): Promise<Unit[]> {
    const { unitIds } = await this.loader.rules(context, sitting.id);
    return (await Promise.all(unitIds.map((id) => this.units.byId(context, id)))).filter((unit) => unit !== null);
  }

  @ResolveField(() => [ID])
  async admittedPostIds(@Parent() sitting: Sitting, @Context() context: RequestContext): Promise<string[]> {
    return (await this.loader.rules(context, sitting.id)).postIds;
  }

  @ResolveField(() => [Invigilator])
  async invigilators(@Parent() sitting: Sitting, @Context() context: RequestContext): Promise<Invigilator[]> {
    const { invigilatorIds } = await this.loader.rules(context, sitting.id);
    return (await Promise.all(invigilatorIds.map((id) => this.loader.invigilator(context, id)))).filter((person) => person !== null);
  }

  @ResolveField(() => SittingCounts)
  counts(@Parent() sitting: Sitting, @Context() context: RequestContext): Promise<SittingCounts> {
    return this.loader.counts(context, sitting.id);
  }
}
