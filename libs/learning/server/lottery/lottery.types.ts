import { CivilMonthScalar, ErrorType, InvalidInputError, NotFoundError, resultUnion, UserError } from '@skillhall/platform/graphql';
import type { CivilMonth } from '@skillhall/kernel';
import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { type LotteryState, lotteryStateNames, type TierMeasure, tierMeasures } from '../../domain/index.js';
import { same } from '../read-courses/learning.enums.js';
import { TrainingScheduledError } from '../schedule/schedule.types.js';

export const TierMeasureEnum = same(tierMeasures);
registerEnumType(TierMeasureEnum, { name: 'TierMeasure', description: '`size`: counter staff; `rate`: counter complaints per 10,000 transactions of the last twelve months.' });
export const LotteryStateEnum = same(lotteryStateNames);
registerEnumType(LotteryStateEnum, { name: 'TrainingLotteryState' });

@ObjectType({ description: 'A lottery that says which halls are trained when. Halls, tiers and the digest of the seed stand before the draw.' })
export class TrainingLottery {
  @Field(() => ID)
  id: string;

  @Field(() => LotteryStateEnum)
  state: LotteryState;

  @Field(() => TierMeasureEnum)
  tiersBy: TierMeasure;

  @Field(() => Int)
  tiers: number;

  @Field(() => Int)
  waves: number;

  @Field(() => CivilMonthScalar)
  firstMonth: CivilMonth;

  @Field(() => Int)
  monthsApart: number;

  @Field(() => Float, { description: 'Share of the halls kept untrained.' })
  keptShare: number;

  @Field()
  decidedBy: string;

  @Field({ description: 'SHA-256 of the seed, there before the draw.' })
  seedDigest: string;

  @Field(() => String, { nullable: true, description: 'The seed, from the draw on. In each tier halls stand in the order of SHA-256 of `seed:code`; the first are kept untrained, the others go to the waves in turn.' })
  seed: string | null;

  @Field()
  preparedAt: Date;

  @Field()
  preparedBy: string;

  @Field(() => Date, { nullable: true })
  drawnAt: Date | null;

  @Field(() => String, { nullable: true })
  drawnBy: string | null;

  courseId: string;
  unitId: string;
}

@ObjectType()
export class TrainingLot {
  @Field()
  code: string;

  @Field(() => Int)
  tier: number;

  @Field(() => Int, { nullable: true, description: 'Null before the draw, and for halls that are kept untrained.' })
  wave: number | null;

  unitId: string;
}

@InputType()
export class PrepareLotteryInput {
  @Field(() => ID)
  courseId: string;

  @Field(() => [ID], { description: 'Halls, or units of which all halls take part.' })
  unitIds: string[];

  @Field(() => TierMeasureEnum)
  tiersBy: TierMeasure;

  @Field(() => Int)
  tiers: number;

  @Field(() => Int)
  waves: number;

  @Field(() => CivilMonthScalar)
  firstMonth: CivilMonth;

  @Field(() => Int)
  monthsApart: number;

  @Field(() => Float)
  keptShare: number;

  @Field()
  decidedBy: string;
}

@ObjectType()
export class LotterySuccess {
  @Field(() => TrainingLottery)
  lottery: TrainingLottery;
}

@ErrorType('LOTTERY_STATE')
export class LotteryStateError extends UserError {}

export const PrepareLotteryResult = resultUnion('PrepareLotteryResult', LotterySuccess, NotFoundError, InvalidInputError, TrainingScheduledError);
export const StepLotteryResult = resultUnion('StepLotteryResult', LotterySuccess, NotFoundError, LotteryStateError, TrainingScheduledError);
