import { NotFoundError, resultUnion } from '@skillhall/platform/graphql';
import { Field, ObjectType } from '@nestjs/graphql';
import { AttemptForExaminee } from '../read-attempts/attempt.types.js';

@ObjectType()
export class StartAttemptSuccess {
  @Field(() => AttemptForExaminee, { description: 'A new attempt, or the one that is open already, perhaps on another device.' })
  attempt: AttemptForExaminee;
}

export const StartAttemptResult = resultUnion('StartAttemptResult', StartAttemptSuccess, NotFoundError);
