import { ErrorType, InvalidInputError, NotFoundError, resultUnion, UserError } from '@skillhall/platform/graphql';
import { Field, ID, InputType } from '@nestjs/graphql';
import { StartAttemptSuccess } from '../start-attempt/start-attempt.types.js';

@InputType()
export class StartSittingInput {
  @Field(() => ID)
  sittingId: string;

  @Field({ description: 'A random name that this device keeps for itself.' })
  deviceId: string;

  @Field({ description: 'What the device is, in words an invigilator understands.' })
  deviceLabel: string;

  @Field(() => String, { nullable: true, description: 'The code read out in the room, where one is asked for.' })
  checkInCode?: string | null;
}

@ErrorType('SITTING_CANCELLED', 'SITTING_NOT_OPEN', 'SITTING_CLOSED', 'TOO_LATE', 'CHECK_IN_NEEDED', 'CHECK_IN_WRONG', 'CHECK_IN_LOCKED', 'NO_ATTEMPT_LEFT', 'ON_PAPER')
export class StartRefusedError extends UserError {}

export const StartSittingResult = resultUnion('StartSittingResult', StartAttemptSuccess, NotFoundError, InvalidInputError, StartRefusedError);
