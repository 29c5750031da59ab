import { NotFoundError, resultUnion } from '@skillhall/platform/graphql';
import { QuestionTypeEnum } from '@skillhall/question-bank/server';
import type { QuestionType } from '@skillhall/question-bank/domain';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';

const number = { nullable: true } as const;

@ObjectType({ description: 'How often an option was chosen.' })
export class OptionFigures {
  @Field()
  option: string;

  @Field()
  text: string;

  @Field()
  key: boolean;

  @Field(() => Float, { description: 'Of all who were asked, 0 to 1.' })
  share: number;

  @Field(() => Float, { ...number, description: 'Of the best 27 percent.' })
  upperShare: number | null;

  @Field(() => Float, { ...number, description: 'Of the weakest 27 percent.' })
  lowerShare: number | null;
}

@ObjectType()
export class ItemFlag {
  @Field()
  reason: string;

  @Field({ description: 'In the language of the request.' })
  sentence: string;
}

@ObjectType({ description: 'One question of an exam, from all who were asked it. What the numbers do not allow to say is null.' })
export class ItemFigures {
  @Field(() => ID, { description: 'Of the version, or of the part of a case.' })
  versionId: string;

  @Field(() => ID, { description: 'In the bank.' })
  questionId: string;

  @Field()
  code: string;

  @Field(() => QuestionTypeEnum)
  type: QuestionType;

  @Field()
  stem: string;

  @Field(() => Float)
  maximum: number;

  @Field(() => Int)
  attempts: number;

  @Field(() => Float, { ...number, description: 'Mean mark/maximum, 0 to 1.' })
  facility: number | null;

  @Field(() => Float, { ...number, description: 'Percent: correlation with the rest of the paper.' })
  discriminationIndex: number | null;

  @Field(() => Float, { ...number, description: 'Percent.' })
  discriminativeEfficiency: number | null;

  @Field(() => Float, { ...number, description: 'Best less weakest 27 percent, −1 to 1.' })
  upperLower: number | null;

  @Field(() => Float, { ...number, description: 'In marks.' })
  standardDeviation: number | null;

  @Field(() => Float, { ...number, description: 'Share that blind guessing brings.' })
  randomGuessScore: number | null;

  @Field(() => Float, number)
  intendedWeight: number | null;

  @Field(() => Float, number)
  effectiveWeight: number | null;

  @Field(() => Int, { ...number, description: 'Who chose nothing.' })
  omitted: number | null;

  @Field(() => [OptionFigures], { ...number, description: 'Null where there is nothing to choose, and while the reader is asked the question.' })
  options: OptionFigures[] | null;

  @Field(() => [ItemFlag], { description: 'Why it deserves a look; none where it does not.' })
  flags: ItemFlag[];
}

@ObjectType()
export class TestFigures {
  @Field(() => Int)
  attempts: number;

  @Field(() => Int)
  items: number;

  @Field(() => Float, number)
  maximum: number | null;

  @Field(() => Float, number)
  mean: number | null;

  @Field(() => Float, number)
  median: number | null;

  @Field(() => Float, number)
  standardDeviation: number | null;

  @Field(() => Float, number)
  skewness: number | null;

  @Field(() => Float, number)
  kurtosis: number | null;

  @Field(() => Float, { ...number, description: 'At most 1.' })
  cronbachAlpha: number | null;

  @Field(() => Float, { ...number, description: 'Percent.' })
  errorRatio: number | null;

  @Field(() => Float, { ...number, description: 'In marks.' })
  standardError: number | null;
}

@ObjectType({ description: 'The questions of an exam by what became of them.' })
export class ItemAnalysisReport {
  @Field(() => ID)
  examId: string;

  @Field()
  title: string;

  @Field(() => Date, { nullable: true, description: 'Null before the first analysis.' })
  at: Date | null;

  @Field(() => TestFigures, { nullable: true })
  test: TestFigures | null;

  @Field(() => [ItemFigures])
  items: ItemFigures[];
}

@ObjectType()
export class AnalyseExamSuccess {
  @Field({ description: 'It has been asked for; the worker does it.' })
  asked: boolean;
}

export const AnalyseExamResult = resultUnion('AnalyseExamResult', AnalyseExamSuccess, NotFoundError);
