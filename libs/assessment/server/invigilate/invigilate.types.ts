import { ErrorType, InvalidInputError, NotFoundError, pageType, resultUnion, UserError } from '@skillhall/platform/graphql';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { AttemptState, Submitter } from '../../domain/index.js';
import { type CandidateState, candidateStates } from '../data/candidate.repository.js';
import { type IncidentKind } from '../data/board.repository.js';
import { AttemptStateEnum } from '../read-attempts/attempt.types.js';
import { SittingStateError } from '../manage-sittings/manage-sittings.types.js';
import { Sitting } from '../read-sittings/sitting.types.js';

const CandidateStateEnum = Object.fromEntries(candidateStates.map((state) => [state, state])) as { [S in CandidateState]: S };
registerEnumType(CandidateStateEnum, { name: 'CandidateState' });

@ObjectType({ description: 'Where somebody stands in a running sitting; no answer, no key, no mark.' })
export class CandidateAttempt {
  @Field(() => ID)
  id: string;

  @Field(() => Int)
  number: number;

  @Field(() => AttemptStateEnum)
  state: AttemptState;

  @Field()
  startedAt: Date;

  @Field()
  deadline: Date;

  @Field(() => Date, { nullable: true })
  submittedAt: Date | null;

  @Field(() => String, { nullable: true })
  submittedBy: Submitter | null;

  @Field(() => Int)
  answered: number;

  @Field(() => Int)
  total: number;

  @Field(() => Date, { nullable: true })
  lastSavedAt: Date | null;

  @Field(() => String, { nullable: true })
  deviceLabel: string | null;

  @Field(() => Int, { description: 'How often another device took the paper over.' })
  takeovers: number;

  @Field(() => Int, { description: 'How often the page was left.' })
  timesLeft: number;

  @Field(() => Int)
  pastes: number;
}

@ObjectType()
export class Candidate {
  @Field(() => ID)
  personId: string;

  @Field()
  staffNumber: string;

  @Field()
  name: string;

  @Field()
  unitName: string;

  @Field({ description: 'Admitted by name, not by unit and post.' })
  byName: boolean;

  @Field(() => Int)
  extraMinutes: number;

  @Field(() => Date, { nullable: true })
  checkedInAt: Date | null;

  @Field(() => String, { nullable: true })
  note: string | null;

  @Field(() => CandidateAttempt, { nullable: true })
  attempt: CandidateAttempt | null;
}

@ObjectType()
export class CandidatePage extends pageType(Candidate) {}

@InputType()
export class CandidateFilter {
  @Field(() => String, { nullable: true, description: 'Part of a name, or the beginning of a staff number.' })
  search?: string | null;

  @Field(() => CandidateStateEnum, { nullable: true })
  state?: CandidateState | null;
}

@ObjectType({ description: 'What an invigilator did or noted.' })
export class Incident {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: '`note`, `technical`, `extended`, `all-extended`, `checked-in`, `forced-in`, `cancelled`, `ended`.' })
  kind: IncidentKind;

  @Field(() => String, { nullable: true })
  personName: string | null;

  @Field(() => Int, { nullable: true })
  minutes: number | null;

  @Field()
  note: string;

  @Field()
  at: Date;

  @Field()
  accountName: string;
}

@ObjectType({ description: 'Something that happened around the answers: evidence for people, never a verdict.' })
export class AttemptEvent {
  @Field()
  kind: string;

  @Field()
  at: Date;

  @Field(() => Int, { nullable: true, description: 'How long, where that can be said.' })
  seconds: number | null;
}

@ObjectType()
export class InvigilateSuccess {
  @Field(() => Sitting)
  sitting: Sitting;
}

@ErrorType('ATTEMPT_NOT_OPEN', 'NOT_ADMITTED')
export class CandidateStateError extends UserError {}

const failures = [NotFoundError, InvalidInputError, SittingStateError, CandidateStateError] as const;
export const ExtendAttemptResult = resultUnion('ExtendAttemptResult', InvigilateSuccess, ...failures);
export const ExtendSittingResult = resultUnion('ExtendSittingResult', InvigilateSuccess, ...failures);
export const ForceSubmitResult = resultUnion('ForceSubmitResult', InvigilateSuccess, ...failures);
export const NoteIncidentResult = resultUnion('NoteIncidentResult', InvigilateSuccess, ...failures);
export const CheckInResult = resultUnion('CheckInResult', InvigilateSuccess, ...failures);
export const EndSittingResult = resultUnion('EndSittingResult', InvigilateSuccess, ...failures);
