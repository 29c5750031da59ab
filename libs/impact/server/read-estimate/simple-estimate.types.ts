import { Field, Float, Int, ObjectType } from '@nestjs/graphql';

const number = { nullable: true } as const;

@ObjectType({ description: 'A first look, without a plan: trained halls against untrained ones in the same months. It takes a bad quarter that ended by itself for an effect; only a study answers.' })
export class SimpleEstimate {
  @Field(() => Float, { ...number, description: 'Rate after training over rate without, all else equal; null where it cannot be told.' })
  rateRatio: number | null;

  @Field(() => Float, { ...number, description: 'Lower end of the 95 % interval.' })
  low: number | null;

  @Field(() => Float, { ...number, description: 'Upper end of the 95 % interval.' })
  high: number | null;

  @Field(() => Int, { description: 'Halls compared; those trained before the data begin stand outside.' })
  halls: number;

  @Field(() => Int)
  trainedHalls: number;

  @Field(() => Int)
  months: number;

  @Field(() => Int, { description: 'Counter complaints at the halls compared.' })
  complaints: number;

  @Field(() => Float, { ...number, description: 'Raw, of trained halls, per 10,000 transactions.' })
  beforeRate: number | null;

  @Field(() => Float, { ...number, description: 'Raw, of trained halls, per 10,000 transactions.' })
  afterRate: number | null;

  @Field()
  sentence: string;

  @Field(() => [String], { description: 'What the estimate cannot rule out.' })
  cannotExclude: string[];

  @Field(() => String, { ...number, description: 'Why there is no number and what is missing.' })
  reason: string | null;

  courseId: string;
}
