import { Field, Int, ObjectType } from '@nestjs/graphql';
import { pageType } from '../graphql/index.js';

@ObjectType()
export class AuditEntry {
  @Field(() => Int)
  seq: number;

  @Field()
  at: Date;

  @Field()
  actorName: string;

  @Field()
  action: string;

  @Field()
  subjectType: string;

  @Field()
  subjectId: string;

  @Field({ description: 'What was recorded with the deed, as JSON.' })
  details: string;
}

@ObjectType()
export class AuditEntryPage extends pageType(AuditEntry) {}
