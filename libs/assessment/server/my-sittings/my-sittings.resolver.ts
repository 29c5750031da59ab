import { isId } from '@skillhall/kernel';
import { Allow } from '@skillhall/platform/access';
import type { RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { attemptDeadline, blueprintTotals, sittingState, type SittingState, startRefusal } from '../../domain/index.js';
import { ExamineeSittings } from '../data/examinee-sitting.repository.js';
import { ExamineeDatabase } from '../examinee.js';
import { AttemptLoader } from '../read-attempts/attempt.loader.js';
import { AttemptForExaminee } from '../read-attempts/attempt.types.js';
import { SittingStateEnum } from '../read-sittings/sitting.types.js';
import { type MySitting, PaperSize, SittingForExaminee } from './my-sitting.types.js';

@Resolver(() => SittingForExaminee)
export class MySittingsResolver {
  constructor(
    private readonly database: ExamineeDatabase,
    private readonly sittings: ExamineeSittings,
    private readonly loader: AttemptLoader,
  ) {}

  @Allow('quiz.take')
  @Query(() => [SittingForExaminee], { description: 'Ahead and running, the next first; then those sat, the latest first.' })
  async mySittings(@Context() { actor }: RequestContext): Promise<SittingForExaminee[]> {
    const { personId } = actor!;
    return personId === null ? [] : this.database.run(actor!, (tx) => this.sittings.list(tx, personId));
  }

  @Allow('quiz.take')
  @Query(() => SittingForExaminee, { nullable: true })
  async mySitting(@Args('id', { type: () => ID }) id: string, @Context() { actor }: RequestContext): Promise<SittingForExaminee | null> {
    const { personId } = actor!;
    return personId !== null && isId(id) ? this.database.run(actor!, (tx) => this.sittings.find(tx, personId, id)) : null;
  }

  @ResolveField(() => SittingStateEnum)
  state(@Parent() sitting: MySitting): SittingState {
    return sittingState(sitting, sitting.now);
  }

  @ResolveField(() => Date, { description: 'The clock that decides.' })
  serverNow(@Parent() sitting: MySitting): Date {
    return sitting.now;
  }

  @ResolveField(() => PaperSize)
  size(@Parent() sitting: MySitting): PaperSize {
    return blueprintTotals(sitting.blueprint);
  }

  @ResolveField(() => String, { nullable: true, description: 'Code of why one may not begin now; none where one may.' })
  refusal(@Parent() sitting: MySitting): string | null {
    return sitting.delivery === 'paper' ? 'ON_PAPER' : startRefusal(sitting, sitting, sitting.now);
  }

  @ResolveField(() => Date, { description: 'When an attempt begun this moment, or at the opening, would end.' })
  deadlineIfBegun(@Parent() { opensAt, now, minutes, extraMinutes, closesAt }: MySitting): Date {
    return attemptDeadline(now < opensAt ? opensAt : now, minutes, extraMinutes, closesAt);
  }

  @ResolveField(() => [AttemptForExaminee], { description: 'The latest first.' })
  myAttempts(@Parent() sitting: MySitting, @Context() context: RequestContext): Promise<AttemptForExaminee[]> {
    return this.loader.attemptsAtSitting(context, sitting.id);
  }
}
