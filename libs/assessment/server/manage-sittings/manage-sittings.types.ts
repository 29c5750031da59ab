import { ErrorType, InvalidInputError, NotFoundError, resultUnion, UserError } from '@skillhall/platform/graphql';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { CheckIn, Delivery } from '../../domain/index.js';
import { CheckInEnum, DeliveryEnum, Sitting } from '../read-sittings/sitting.types.js';

@InputType()
export class ProctoringInput {
  @Field()
  fullScreen: boolean;

  @Field()
  blur: boolean;

  @Field()
  paste: boolean;
}

@InputType()
export class SaveSittingInput {
  @Field(() => ID, { nullable: true, description: 'The sitting to change; none for a new one.' })
  id?: string | null;

  @Field(() => Int, { nullable: true, description: 'The version that was read; another one in between is not overwritten.' })
  version?: number | null;

  @Field(() => ID)
  examId: string;

  @Field(() => ID, { description: 'The unit that holds it.' })
  unitId: string;

  @Field()
  title: string;

  @Field(() => String, { nullable: true })
  place?: string | null;

  @Field(() => DeliveryEnum)
  delivery: Delivery;

  @Field()
  opensAt: Date;

  @Field()
  closesAt: Date;

  @Field(() => Int, { nullable: true })
  lateEntryMinutes?: number | null;

  @Field(() => CheckInEnum)
  checkIn: CheckIn;

  @Field(() => ProctoringInput)
  proctoring: ProctoringInput;

  @Field(() => [ID], { description: 'Their people are admitted, those of units below as well.' })
  admittedUnitIds: string[];

  @Field(() => [ID], { description: 'Only people of these posts; none for everybody.' })
  admittedPostIds: string[];

  @Field(() => [ID])
  invigilatorIds: string[];
}

@InputType()
export class CandidateInput {
  @Field(() => ID)
  sittingId: string;

  @Field(() => ID)
  personId: string;

  @Field(() => Boolean, { nullable: true, description: 'Admitted or shut out by name; null leaves it to unit and post.' })
  admitted?: boolean | null;

  @Field(() => Int)
  extraMinutes: number;

  @Field(() => String, { nullable: true })
  note?: string | null;
}

@ObjectType()
export class SaveSittingSuccess {
  @Field(() => Sitting)
  sitting: Sitting;
}

@ErrorType('SITTING_CHANGED', 'SITTING_BEGUN', 'EXAM_NOT_PUBLISHED', 'SITTING_OVER')
export class SittingStateError extends UserError {}

export const SaveSittingResult = resultUnion('SaveSittingResult', SaveSittingSuccess, NotFoundError, InvalidInputError, SittingStateError);
export const CancelSittingResult = resultUnion('CancelSittingResult', SaveSittingSuccess, NotFoundError, InvalidInputError, SittingStateError);
export const SetCandidateResult = resultUnion('SetCandidateResult', SaveSittingSuccess, NotFoundError, InvalidInputError, SittingStateError);
