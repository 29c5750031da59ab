import type { ComplaintClass } from '@skillhall/complaints/domain';
import { ComplaintClassEnum } from '@skillhall/complaints/server';
import { ErrorType, InvalidInputError, NotFoundError, resultUnion, UserError } from '@skillhall/platform/graphql';
import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { StudyNote } from '../read-studies/study-result.types.js';

const maybe = { nullable: true } as const;

// What is asked of an order and what is answered have the same waves.
@ObjectType('TrainingWave')
@InputType('TrainingWaveInput')
export class TrainingWave {
  @Field(() => Int, { description: 'Counted from 1, the first month of training.' })
  month: number;

  @Field(() => Int)
  halls: number;
}

@InputType()
export class TrainingOrderInput {
  @Field(() => [TrainingWave])
  waves: TrainingWave[];
}

@InputType()
export class StudyOutlookInput {
  @Field(() => ID, { description: 'Its halls, their rate and their own ups and downs are planned with.' })
  unitId: string;

  @Field(() => ID, { nullable: true, description: 'Months from this training on are left out of the rate; none to take all months.' })
  courseId?: string | null;

  @Field(() => [ComplaintClassEnum], { nullable: true, description: 'Service and business where none are named.' })
  outcomeClasses?: ComplaintClass[] | null;

  @Field(() => Int, { nullable: true, description: 'Another number of halls than the unit has.' })
  halls?: number | null;

  @Field(() => Float, { description: 'The fall worth finding, 0 to 1.' })
  fall: number;

  @Field(() => Int, { nullable: true, description: '12 where nothing is named.' })
  preMonths?: number | null;

  @Field(() => Int, { nullable: true, description: '10 where nothing is named.' })
  postMonths?: number | null;

  @Field(() => Int, { nullable: true, description: 'Months that the choice of halls will look at, 3 where nothing is named; 0 where a lottery decides.' })
  decisionWindow?: number | null;

  @Field(() => Float, { nullable: true, description: 'Half where nothing is named.' })
  trainedShare?: number | null;

  @Field(() => [TrainingOrderInput], { nullable: true, description: 'Orders of training to compare; none for one, two and four waves.' })
  orders?: TrainingOrderInput[] | null;
}

@ObjectType()
export class OutlookNeed {
  @Field(() => Float)
  fall: number;

  @Field(() => Int)
  halls: number;
}

@ObjectType()
export class OutlookCell {
  @Field(() => Int)
  postMonths: number;

  @Field(() => Float, { ...maybe, description: 'Null: a fall of any size would be missed.' })
  minimumDetectableFall: number | null;
}

@ObjectType()
export class OutlookLine {
  @Field(() => Int)
  halls: number;

  @Field(() => [OutlookCell])
  falls: OutlookCell[];
}

@ObjectType()
export class OutlookMonth {
  @Field(() => Int, { description: 'From the start of training.' })
  months: number;

  @Field(() => Float, maybe)
  minimumDetectableFall: number | null;

  @Field(() => Float, { description: 'How surely the wanted fall would be found, 0 to 1.' })
  power: number;
}

@ObjectType({ description: 'An order of training, and when it allows an answer.' })
export class OutlookOrder {
  @Field({ description: 'As 1:50,5:50: month and halls of each wave.' })
  plan: string;

  @Field(() => [TrainingWave])
  waves: TrainingWave[];

  @Field(() => Int)
  untrained: number;

  @Field(() => Int, { ...maybe, description: 'Null: not within the months looked at.' })
  answerAfterMonths: number | null;

  @Field(() => [OutlookMonth])
  timeline: OutlookMonth[];
}

@ObjectType({ description: 'How many halls and months an answer needs, by the rates and ups and downs of the unit itself.' })
export class StudyOutlook {
  @Field(() => Int)
  halls: number;

  @Field(() => Int)
  trainedHalls: number;

  @Field(() => Float)
  ratePerHallMonth: number;

  @Field(() => Float, { description: 'Standard deviation of the log-rate shocks of a hall.' })
  shockSd: number;

  @Field(() => Float, { description: 'Their correlation from month to month.' })
  shockCorrelation: number;

  @Field({ description: 'False: usual values, because the history is too short.' })
  shocksFromHistory: boolean;

  @Field(() => Float, maybe)
  minimumDetectableFall: number | null;

  @Field(() => Int)
  hallsNeeded: number;

  @Field(() => Int, { ...maybe, description: 'Months after training that these halls need; null where waiting does not help.' })
  postMonthsNeeded: number | null;

  @Field(() => Float)
  powerAtWantedFall: number;

  @Field(() => [OutlookNeed])
  hallsNeededFor: OutlookNeed[];

  @Field(() => [OutlookLine], { description: 'Smallest fall that could be found, by halls and months after training.' })
  table: OutlookLine[];

  @Field(() => [OutlookOrder])
  orders: OutlookOrder[];

  @Field(() => String, { ...maybe, description: 'The order that allows an answer first.' })
  soonestPlan: string | null;

  @Field(() => Int, maybe)
  soonestMonths: number | null;

  @Field()
  sentence: string;

  @Field(() => [StudyNote])
  notes: StudyNote[];
}

@ErrorType('STUDY_NO_HISTORY')
export class StudyNoHistoryError extends UserError {}

export const StudyOutlookResult = resultUnion('StudyOutlookResult', StudyOutlook, NotFoundError, InvalidInputError, StudyNoHistoryError);
