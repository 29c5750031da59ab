import { isId, pageRequest } from '@skillhall/kernel';
import { SignedIn } from '@skillhall/platform/access';
import { Database } from '@skillhall/platform/database';
import type { RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { BoardRepository } from '../data/board.repository.js';
import { CandidateRepository } from '../data/candidate.repository.js';
import { Sitting } from '../read-sittings/sitting.types.js';
import { CheckInCodes } from './check-in-codes.js';
import { AttemptEvent, CandidateFilter, CandidatePage, Incident } from './invigilate.types.js';
import { SittingAccess } from './sitting-access.js';

const found = 'the sitting was found to be one that the viewer invigilates';

/** The live board: who has come, where each paper stands, what happened. A sitting that was found carries the right to it. */
@Resolver(() => Sitting)
export class BoardResolver {
  constructor(
    private readonly database: Database,
    private readonly access: SittingAccess,
    private readonly candidates: CandidateRepository,
    private readonly board: BoardRepository,
    private readonly codes: CheckInCodes,
  ) {}

  @ResolveField(() => CandidatePage)
  people(
    @Parent() { id }: Sitting,
    @Args('filter', { type: () => CandidateFilter, nullable: true }) filter?: CandidateFilter | null,
    @Args('offset', { type: () => Int, nullable: true }) offset?: number,
    @Args('limit', { type: () => Int, nullable: true }) limit?: number,
  ): Promise<CandidatePage> {
    return this.database.asSystem(found, (tx) => this.candidates.page(tx, id, filter ?? {}, pageRequest(offset, limit))) as Promise<CandidatePage>;
  }

  @ResolveField(() => [Incident], { description: 'The latest first.' })
  incidents(@Parent() { id }: Sitting): Promise<Incident[]> {
    return this.database.asSystem(found, (tx) => this.board.incidents(tx, id));
  }

  @ResolveField(() => String, { nullable: true, description: 'To be read out in the room; none where none is asked for.' })
  checkInCode(@Parent() { id, checkIn }: Sitting): Promise<string | null> {
    return checkIn === 'code' ? this.codes.of(id) : Promise.resolve(null);
  }

  @SignedIn('invigilators are named per sitting, whatever their role; the sitting is looked for among theirs')
  @Query(() => [AttemptEvent], { description: 'What happened around one paper, in order.' })
  async attemptEvents(
    @Args('sittingId', { type: () => ID }) sittingId: string,
    @Args('attemptId', { type: () => ID }) attemptId: string,
    @Context() { actor }: RequestContext,
  ): Promise<AttemptEvent[]> {
    const sitting = await this.access.invigilated(actor!, sittingId);
    if (!sitting || !isId(attemptId)) return [];
    const events = await this.database.asSystem(found, (tx) => this.board.events(tx, sittingId, attemptId));
    return events.map(({ kind, at, detail }) => ({ kind, at, seconds: typeof detail['seconds'] === 'number' ? detail['seconds'] : null }));
  }
}
