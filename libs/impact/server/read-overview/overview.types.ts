import { UnitMonth } from '@skillhall/complaints/server';
import { Unit } from '@skillhall/directory/server';
import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType()
export class ImpactOverview {
  @Field(() => Unit)
  unit: Unit;

  @Field(() => [UnitMonth])
  months: UnitMonth[];

  @Field(() => UnitMonth, { nullable: true, description: 'The last month with transactions.' })
  latest: UnitMonth | null;

  @Field({ description: 'The latest month in plain words: against the year before and against normal variation.' })
  sentence: string;
}
