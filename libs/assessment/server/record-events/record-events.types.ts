import { InvalidInputError, NotFoundError, resultUnion } from '@skillhall/platform/graphql';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

@InputType()
export class ToldEvent {
  @Field({ description: '`left`, `returned`, `full-screen-left`, `pasted`, `offline` or `online`.' })
  kind: string;

  @Field(() => Int, { nullable: true, description: 'How long, where that can be said.' })
  seconds?: number | null;

  @Field(() => ID, { nullable: true, description: 'A random name (UUID) that the browser gives each event: told again, it is not written down twice.' })
  id?: string | null;
}

@InputType()
export class RecordEventsInput {
  @Field(() => ID)
  attemptId: string;

  @Field()
  deviceId: string;

  @Field(() => [ToldEvent])
  events: ToldEvent[];
}

@ObjectType()
export class RecordEventsSuccess {
  @Field(() => Int)
  recorded: number;
}

export const RecordEventsResult = resultUnion('RecordEventsResult', RecordEventsSuccess, NotFoundError, InvalidInputError);
