import { CivilDateScalar, CivilMonthScalar, pageType } from '@skillhall/platform/graphql';
import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { complaintClasses, type ComplaintClass } from '../../domain/index.js';

export const ComplaintClassEnum = Object.fromEntries(complaintClasses.map((name) => [name, name])) as { [C in ComplaintClass]: C };
registerEnumType(ComplaintClassEnum, { name: 'ComplaintClass' });

const text = { nullable: true } as const;

@ObjectType()
export class Complaint {
  @Field(() => ID)
  id: string;

  @Field()
  orderNumber: string;

  @Field({ description: 'Time of the clock on the wall, as 2025-03-01T09:30:00.' })
  receivedAt: string;

  @Field(() => ComplaintClassEnum)
  class: ComplaintClass;

  @Field(() => String, text)
  secondClass: string | null;

  @Field(() => String, text)
  thirdClass: string | null;

  @Field(() => String, text)
  level: string | null;

  @Field(() => String, text)
  channel: string | null;

  @Field({ description: 'Personal data stand as placeholders such as 〔电话〕.' })
  text: string;

  @Field(() => Boolean, { nullable: true, description: 'Null while or where nobody can tell.' })
  substantiated: boolean | null;

  @Field(() => CivilDateScalar, { nullable: true })
  closedOn: string | null;

  unitId: string;
}

@ObjectType()
export class ComplaintPage extends pageType(Complaint) {}

@InputType()
export class ComplaintFilter {
  @Field(() => ID, { nullable: true })
  unitId?: string | null;

  @Field(() => CivilMonthScalar, { nullable: true })
  from?: string | null;

  @Field(() => CivilMonthScalar, { nullable: true })
  until?: string | null;

  @Field(() => ComplaintClassEnum, { nullable: true })
  class?: ComplaintClass | null;

  @Field(() => String, { nullable: true })
  search?: string | null;

  @Field(() => Boolean, { nullable: true })
  substantiated?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those that are neither substantiated nor found groundless yet.' })
  undecided?: boolean | null;
}
