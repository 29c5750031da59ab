import { NotFoundError, resultUnion } from '@skillhall/platform/graphql';
import { Field, ObjectType } from '@nestjs/graphql';
import { AttemptForExaminee } from '../read-attempts/attempt.types.js';

@ObjectType()
export class SubmitAttemptSuccess {
  @Field(() => AttemptForExaminee)
  attempt: AttemptForExaminee;
}

export const SubmitAttemptResult = resultUnion('SubmitAttemptResult', SubmitAttemptSuccess, NotFoundError);
