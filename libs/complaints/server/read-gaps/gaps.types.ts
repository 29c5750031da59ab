import type { CivilMonth } from '@skillhall/kernel';
import { CivilMonthScalar, pageType } from '@skillhall/platform/graphql';
import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A hall that did not report something in a month in which it was open.' })
export class VolumeGap {
  @Field(() => Int, { description: 'Months looked at in which the hall was open.' })
  months: number;

  @Field(() => [CivilMonthScalar], { description: 'Months without transactions: no rate can be told for them.' })
  transactions: CivilMonth[];

  @Field(() => [CivilMonthScalar], { description: 'Months with transactions, but without the share of payments made online.' })
  onlineShare: CivilMonth[];

  @Field(() => [CivilMonthScalar], { description: 'Months with transactions, but without window staff.' })
  windowStaff: CivilMonth[];

  unitId: string;
}

@ObjectType()
export class VolumeGapPage extends pageType(VolumeGap) {
  @Field(() => CivilMonthScalar, { nullable: true, description: 'First month looked at; null where no hall has reported anything.' })
  from: CivilMonth | null;

  @Field(() => CivilMonthScalar, { nullable: true })
  until: CivilMonth | null;
}
