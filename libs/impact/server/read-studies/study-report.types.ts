import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import {
  StudyAvoided,
  StudyCost,
  StudyCoTraining,
  StudyEvent,
  StudyExclusion,
  StudyNaive,
  StudyNote,
  StudyPermutation,
  StudyRatio,
  StudySameSpike,
  StudySensitivity,
  StudyVerdictEnum,
  StudyWave,
  StudyWindowCurve,
} from './study-result.types.js';

const maybe = { nullable: true } as const;

@ObjectType({ description: 'What one run found. A part that the data do not reach for is null or empty.' })
export class StudyReport {
  @Field(() => StudyVerdictEnum)
  verdict: keyof typeof StudyVerdictEnum;

  @Field({ description: 'The answer in one sentence, with what the eye sees before it.' })
  sentence: string;

  @Field({ description: 'The verdict alone, for a heading.' })
  headline: string;

  @Field(() => [StudyNote], { description: 'Why nothing can be said yet.' })
  reasons: StudyNote[];

  @Field(() => [StudyNote], { description: 'What has to be known to read it right: guards without data, waves left out, few clusters.' })
  notes: StudyNote[];

  @Field(() => StudyRatio, { ...maybe, description: 'The estimate; null where nothing can be compared.' })
  effect: StudyRatio | null;

  @Field(() => Float, { ...maybe, description: 'Of the log ratio, clustered.' })
  standardError: number | null;

  @Field(() => Float, maybe)
  pValue: number | null;

  @Field({ description: 'The interval comes from re-draws, because there are few clusters.' })
  byPermutation: boolean;

  @Field(() => Float, { ...maybe, description: 'Smallest fall that these data would find, 0 to 1.' })
  minimumDetectableFall: number | null;

  @Field(() => Int, { ...maybe, description: 'Halls like these that are lacking for the fall worth finding.' })
  moreHalls: number | null;

  @Field(() => Int, { ...maybe, description: 'Months to wait for it; null where waiting does not help.' })
  moreMonths: number | null;

  @Field(() => Int)
  halls: number;

  @Field(() => Int)
  trainedHalls: number;

  @Field(() => Int)
  months: number;

  @Field(() => Int)
  complaints: number;

  @Field(() => Int)
  clusters: number;

  @Field(() => [StudyWave])
  waves: StudyWave[];

  @Field(() => [StudyEvent])
  events: StudyEvent[];

  @Field(() => Float, { ...maybe, description: 'Joint test that trained and untrained halls moved alike before; quiet is not proof.' })
  leadsP: number | null;

  @Field(() => StudyWindowCurve, maybe)
  curve: StudyWindowCurve | null;

  @Field(() => StudyRatio, { ...maybe, description: 'The same estimate on complaints that training cannot move.' })
  control: StudyRatio | null;

  @Field(() => StudySameSpike, maybe)
  sameSpike: StudySameSpike | null;

  @Field(() => StudyNaive, maybe)
  naive: StudyNaive | null;

  @Field(() => StudyPermutation, maybe)
  permutation: StudyPermutation | null;

  @Field(() => StudySensitivity, maybe)
  sensitivity: StudySensitivity | null;

  @Field(() => StudyRatio, { ...maybe, description: 'With clean months as far before as the averaged ones are after.' })
  symmetricWindow: StudyRatio | null;

  @Field(() => StudyRatio, { ...maybe, description: 'With the rate of the decision window as a covariate.' })
  decisionRate: StudyRatio | null;

  @Field(() => [StudyCoTraining])
  coTraining: StudyCoTraining[];

  @Field(() => [StudyExclusion])
  exclusions: StudyExclusion[];

  @Field(() => StudyAvoided, maybe)
  avoided: StudyAvoided | null;

  @Field(() => StudyCost, { ...maybe, description: 'Only where complaints fell and a cost was named.' })
  costPerAvoided: StudyCost | null;
}
