import { SignedIn } from '@skillhall/platform/access';
import { answer, type RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import { Invigilate } from './invigilate.service.js';
import { CheckInResult, EndSittingResult, ExtendAttemptResult, ExtendSittingResult, ForceSubmitResult, NoteIncidentResult } from './invigilate.types.js';

const id = { type: () => ID } as const;
const named = 'invigilators are named per sitting, whatever their role; the service finds whether this one is';

@Resolver()
export class InvigilateResolver {
  constructor(private readonly service: Invigilate) {}

  @SignedIn(named)
  @Mutation(() => ExtendAttemptResult, { description: 'More minutes for one open attempt.' })
  async extendAttempt(
    @Args('sittingId', id) sittingId: string,
    @Args('attemptId', id) attemptId: string,
    @Args('minutes', { type: () => Int }) minutes: number,
    @Args('note') note: string,
    @Context() { actor, locale }: RequestContext,
  ): Promise<typeof ExtendAttemptResult> {
    return answer(await this.service.extend(actor!, sittingId, attemptId, minutes, note), locale);
  }

  @SignedIn(named)
  @Mutation(() => ExtendSittingResult, { description: 'More minutes for everybody: the end of the sitting and of every open attempt.' })
  async extendSitting(
    @Args('sittingId', id) sittingId: string,
    @Args('minutes', { type: () => Int }) minutes: number,
    @Args('note') note: string,
    @Context() { actor, locale }: RequestContext,
  ): Promise<typeof ExtendSittingResult> {
    return answer(await this.service.extendAll(actor!, sittingId, minutes, note), locale);
  }

  @SignedIn(named)
  @Mutation(() => NoteIncidentResult)
  async noteIncident(
    @Args('sittingId', id) sittingId: string,
    @Args('attemptId', { ...id, nullable: true }) attemptId: string | null,
    @Args('technical') technical: boolean,
    @Args('note') note: string,
    @Context() { actor, locale }: RequestContext,
  ): Promise<typeof NoteIncidentResult> {
    return answer(await this.service.noteIncident(actor!, sittingId, attemptId ?? null, technical, note), locale);
  }

  @SignedIn(named)
  @Mutation(() => CheckInResult, { description: 'Somebody has come and shown who they are.' })
  async checkInCandidate(@Args('sittingId', id) sittingId: string, @Args('personId', id) personId: string, @Context() { actor, locale }: RequestContext): Promise<typeof CheckInResult> {
    return answer(await this.service.checkIn(actor!, sittingId, personId), locale);
  }

  @SignedIn(named)
  @Mutation(() => ForceSubmitResult, { description: 'Hands in the paper of somebody else, with a reason; what was saved counts.' })
  async forceSubmit(
    @Args('sittingId', id) sittingId: string,
    @Args('attemptId', id) attemptId: string,
    @Args('note') note: string,
    @Context() { actor, locale }: RequestContext,
  ): Promise<typeof ForceSubmitResult> {
    return answer(await this.service.forceSubmit(actor!, sittingId, attemptId, note), locale);
  }

  @SignedIn(named)
  @Mutation(() => EndSittingResult, { description: 'Ends it for everybody before its time; open papers are handed in.' })
  async endSitting(@Args('sittingId', id) sittingId: string, @Args('note') note: string, @Context() { actor, locale }: RequestContext): Promise<typeof EndSittingResult> {
    return answer(await this.service.end(actor!, sittingId, note), locale);
  }
}
