import { Field, Int, ObjectType } from '@nestjs/graphql';
import { pageType } from '../graphql/index.js';

@ObjectType()
export class AuditFact {
  @Field()
  key: string;

  @Field({ description: 'In the language of the request.' })
  name: string;

  @Field()
  value: string;
}

@ObjectType()
export class AuditAction {
  @Field()
  action: string;

  @Field({ description: 'In the language of the request.' })
  said: string;
}

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

  @Field({ description: 'The action in the language of the request.' })
  said: string;

  @Field()
  subjectType: string;

  @Field({ description: 'What it was done to, in the language of the request.' })
  subject: string;

  @Field()
  subjectId: string;

  @Field({ description: 'What was recorded with the deed, as JSON.' })
  details: string;

  @Field(() => [AuditFact])
  facts: AuditFact[];
}

@ObjectType()
export class AuditEntryPage extends pageType(AuditEntry) {}
