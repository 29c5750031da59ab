import type { CivilMonth } from '@skillhall/kernel';
import { CivilMonthScalar } from '@skillhall/platform/graphql';
import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

const number = { nullable: true } as const;

export const StudyVerdictEnum = { fell: 'fell', rose: 'rose', noDetectableEffect: 'noDetectableEffect', cannotSayYet: 'cannotSayYet' } as const;
registerEnumType(StudyVerdictEnum, { name: 'StudyVerdict' });
export const EventWindowEnum = { cleanBefore: 'cleanBefore', decision: 'decision', phaseIn: 'phaseIn', after: 'after' } as const;
registerEnumType(EventWindowEnum, { name: 'EventWindow', description: 'Part of the time line; the decision window is to be shaded.' });

@ObjectType({ description: 'A rate ratio with its 95 % interval; 1 = no change; null where it is not finite.' })
export class StudyRatio {
  @Field(() => Float, number)
  ratio: number | null;

  @Field(() => Float, number)
  low: number | null;

  @Field(() => Float, number)
  high: number | null;
}

@ObjectType()
export class StudyWave extends StudyRatio {
  @Field(() => CivilMonthScalar, { description: 'Month of the first session.' })
  month: CivilMonth;

  @Field(() => Int)
  trainedHalls: number;

  @Field(() => Int)
  comparisonHalls: number;
}

@ObjectType()
export class StudyEvent extends StudyRatio {
  @Field(() => Int, { description: 'Months since training; 0 = the month of the first session.' })
  relative: number;

  @Field(() => EventWindowEnum)
  window: keyof typeof EventWindowEnum;
}

@ObjectType()
export class StudyWindowPoint extends StudyRatio {
  @Field(() => Int)
  decisionWindow: number;
}

@ObjectType({ description: 'The estimate by length of the decision window.' })
export class StudyWindowCurve {
  @Field({ description: 'No longer window disagrees with the chosen one.' })
  stable: boolean;

  @Field(() => [StudyWindowPoint])
  points: StudyWindowPoint[];
}

@ObjectType({ description: 'Complaints per 10,000 transactions of one group of halls.' })
export class StudyBeforeAfter extends StudyRatio {
  @Field(() => Float)
  before: number;

  @Field(() => Float)
  after: number;

  @Field(() => Int)
  halls: number;
}

@ObjectType()
export class StudySpikePoint {
  @Field(() => Int, { description: 'Months since training.' })
  relative: number;

  @Field(() => Float, { ...number, description: 'Trained halls, per 10,000 transactions.' })
  trained: number | null;

  @Field(() => Float, { ...number, description: 'Untrained halls with the same record, in the same months.' })
  untrained: number | null;
}

@ObjectType({ description: 'Trained halls beside untrained ones with the same record: what a spike does by itself. It explains; it does not prove.' })
export class StudySameSpike {
  @Field(() => StudyBeforeAfter)
  trained: StudyBeforeAfter;

  @Field(() => StudyBeforeAfter)
  untrained: StudyBeforeAfter;

  @Field(() => Int)
  unmatched: number;

  @Field(() => [StudySpikePoint])
  series: StudySpikePoint[];
}

@ObjectType({ description: 'What a plain report would say; not to be believed.' })
export class StudyNaive {
  @Field(() => StudyBeforeAfter, { description: 'Quarter before, months 2 to 4 after.' })
  quarter: StudyBeforeAfter;

  @Field(() => StudyBeforeAfter, { description: 'Year before, months 2 to 11 after.' })
  year: StudyBeforeAfter;
}

@ObjectType()
export class StudyPermutation {
  @Field(() => Float)
  p: number;

  @Field(() => Float, number)
  low: number | null;

  @Field(() => Float, number)
  high: number | null;

  @Field(() => Int)
  draws: number;
}

@ObjectType()
export class StudySensitivityBand {
  @Field(() => Float, { description: 'Drift after training, in units of the largest step before it.' })
  violation: number;

  @Field(() => Float, number)
  low: number | null;

  @Field(() => Float, number)
  high: number | null;
}

@ObjectType({ description: 'How far halls may drift apart after training before the interval holds no effect (Rambachan and Roth 2023).' })
export class StudySensitivity {
  @Field({ description: 'False for the conservative band, true for the conditional test, which a job of its own computes.' })
  sharp: boolean;

  @Field(() => Float, { ...number, description: 'Null: however far.' })
  breakdown: number | null;

  @Field(() => [StudySensitivityBand])
  bands: StudySensitivityBand[];
}

@ObjectType({ description: 'A stable code and what it says to people.' })
export class StudyNote {
  @Field()
  code: string;

  @Field()
  text: string;
}

@ObjectType({ description: 'Another course that trained halls in the same time: its effect cannot be told apart.' })
export class StudyCoTraining {
  @Field(() => Int)
  halls: number;

  courseId: string;
}

@ObjectType()
export class StudyExclusion extends StudyNote {
  @Field(() => Int)
  halls: number;

  @Field(() => Int, { description: 'Months of halls, or complaints where the text speaks of them.' })
  number: number;
}

@ObjectType({ description: 'Complaints that would have come without training, less those that came, in months 2 to 11.' })
export class StudyAvoided {
  @Field(() => Float, number)
  complaints: number | null;

  @Field(() => Float, number)
  low: number | null;

  @Field(() => Float, number)
  high: number | null;

  @Field(() => Int)
  hallMonths: number;
}

@ObjectType({ description: 'Yuan for each complaint avoided.' })
export class StudyCost {
  @Field(() => Float)
  cost: number;

  @Field(() => Float, number)
  low: number | null;

  @Field(() => Float, { ...number, description: 'Null: the interval holds next to nothing avoided.' })
  high: number | null;
}
