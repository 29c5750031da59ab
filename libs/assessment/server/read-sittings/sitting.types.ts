import { pageType } from '@skillhall/platform/graphql';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { type CheckIn, checkInKinds, deliveries, type Delivery, type SittingState, sittingStates } from '../../domain/index.js';

const enumOf = <const T extends readonly string[]>(values: T): { [V in T[number]]: V } => Object.fromEntries(values.map((value) => [value, value])) as { [V in T[number]]: V };

export const SittingStateEnum = enumOf(sittingStates);
registerEnumType(SittingStateEnum, { name: 'SittingState' });
export const CheckInEnum = enumOf(checkInKinds);
registerEnumType(CheckInEnum, { name: 'CheckIn' });
export const DeliveryEnum = enumOf(deliveries);
registerEnumType(DeliveryEnum, { name: 'Delivery' });

@ObjectType({ description: 'What is noted down as evidence; none of it fails anybody by itself.' })
export class ProctoringSettings {
  @Field({ description: 'The paper asks for the full screen and notes when it is left.' })
  fullScreen: boolean;

  @Field({ description: 'Leaving the page is noted.' })
  blur: boolean;

  @Field({ description: 'Pasting into an answer is noted.' })
  paste: boolean;
}

/** What everybody may know of a sitting who has to do with it. */
@ObjectType({ isAbstract: true })
export abstract class SittingFields {
  @Field(() => ID)
  id: string;

  @Field()
  title: string;

  @Field(() => String, { nullable: true })
  place: string | null;

  @Field(() => DeliveryEnum)
  delivery: Delivery;

  @Field()
  opensAt: Date;

  @Field()
  closesAt: Date;

  @Field(() => Int, { nullable: true })
  lateEntryMinutes: number | null;

  @Field(() => CheckInEnum)
  checkIn: CheckIn;

  @Field(() => ProctoringSettings)
  proctoring: ProctoringSettings;

  @Field(() => String, { nullable: true })
  cancelledReason: string | null;
}

@ObjectType({ description: 'A sitting as those see it who plan, invigilate or read results.' })
export class Sitting extends SittingFields {
  @Field(() => Int)
  version: number;

  @Field(() => ID)
  examId: string;

  unitId: string;
  unitPath: string;
  cancelledAt: Date | null;
  endedAt: Date | null;
  now: Date;
}

@ObjectType()
export class SittingPage extends pageType(Sitting) {}

@InputType()
export class SittingFilter {
  @Field(() => ID, { nullable: true })
  examId?: string | null;

  @Field(() => SittingStateEnum, { nullable: true })
  state?: SittingState | null;

  @Field(() => String, { nullable: true, description: 'Part of the title or the place.' })
  search?: string | null;
}

@ObjectType()
export class SittingCounts {
  @Field(() => Int, { description: 'People who are admitted.' })
  admitted: number;

  @Field(() => Int)
  checkedIn: number;

  @Field(() => Int)
  open: number;

  @Field(() => Int)
  submitted: number;
}
