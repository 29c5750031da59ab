import { ErrorType, InvalidInputError, NotFoundError, resultUnion, UserError } from '@skillhall/platform/graphql';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

@InputType()
export class SaveAnswerInput {
  @Field(() => ID)
  attemptId: string;

  @Field(() => Int, { description: 'Counts up with each answer of this attempt; the highest counts. Repeating one is safe.' })
  clientSeq: number;

  @Field(() => ID)
  questionId: string;

  @Field(() => [String], { description: 'Keys of the options chosen; none takes the answer back.' })
  choice: string[];
}

@ObjectType({ description: 'The answer is on disk.' })
export class SaveAnswerSuccess {
  @Field(() => Int)
  clientSeq: number;

  @Field()
  savedAt: Date;

  @Field(() => String, { nullable: true, description: 'The device that has the paper; another one than that which asks was taken over from.' })
  deviceId: string | null;
}

@ErrorType('ATTEMPT_CLOSED')
export class AttemptClosedError extends UserError {}

@ErrorType('ANSWER_CONFLICT')
export class AnswerConflictError extends UserError {}

@ErrorType('ANSWERS_BUSY')
export class BusyError extends UserError {
  @Field(() => Int)
  retryAfterSeconds: number;
}

export const SaveAnswerResult = resultUnion('SaveAnswerResult', SaveAnswerSuccess, NotFoundError, AttemptClosedError, AnswerConflictError, InvalidInputError, BusyError);
