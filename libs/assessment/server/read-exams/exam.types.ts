import type { Track } from '@skillhall/directory/domain';
import { TrackEnum } from '@skillhall/directory/server';
import { pageType } from '@skillhall/platform/graphql';
import type { QuestionType } from '@skillhall/question-bank/domain';
import { QuestionTypeEnum } from '@skillhall/question-bank/server';
import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { examStateNames, type ExamState, reviewTimes, type ReviewTime } from '../../domain/index.js';

export const ExamStateEnum = Object.fromEntries(examStateNames.map((name) => [name, name])) as { [S in ExamState]: S };
registerEnumType(ExamStateEnum, { name: 'ExamState' });
export const ReviewTimeEnum = Object.fromEntries(reviewTimes.map((name) => [name, name])) as { [T in ReviewTime]: T };
registerEnumType(ReviewTimeEnum, { name: 'ReviewTime' });

// What is read of a blueprint and what is written have the same shape, hence classes that are both.

@ObjectType('BlueprintRowType', { description: 'One cell of the grid: so many questions of this kind.' })
@InputType('BlueprintRowInput')
export class BlueprintRowType {
  @Field(() => [ID])
  categoryIds: string[];

  @Field(() => TrackEnum, { nullable: true })
  track: Track | null;

  @Field(() => String, { nullable: true })
  competency: string | null;

  @Field(() => QuestionTypeEnum, { nullable: true })
  type: QuestionType | null;

  @Field(() => Int)
  leastDifficulty: number;

  @Field(() => Int)
  mostDifficulty: number;

  @Field(() => Int)
  count: number;

  @Field(() => Float, { description: 'Of each question.' })
  marks: number;
}

@ObjectType('FixedQuestionType')
@InputType('FixedQuestionInput')
export class FixedQuestionType {
  @Field(() => ID)
  questionId: string;

  @Field(() => Float)
  marks: number;
}

@ObjectType('BlueprintSectionType')
@InputType('BlueprintSectionInput')
export class BlueprintSectionType {
  @Field()
  title: string;

  @Field(() => [BlueprintRowType])
  rows: BlueprintRowType[];

  @Field(() => [FixedQuestionType])
  fixed: FixedQuestionType[];
}

@ObjectType('ReviewRulesType')
@InputType('ReviewRulesInput')
export class ReviewRulesType {
  @Field(() => ReviewTimeEnum)
  mark: ReviewTime;

  @Field(() => ReviewTimeEnum)
  rightAnswer: ReviewTime;

  @Field(() => ReviewTimeEnum)
  explanation: ReviewTime;
}

@ObjectType({ description: 'An exam as those see it who set papers.' })
export class Exam {
  @Field(() => ID)
  id: string;

  @Field()
  title: string;

  @Field()
  instructions: string;

  @Field(() => ExamStateEnum)
  state: ExamState;

  @Field(() => Int)
  minutes: number;

  @Field(() => Int, { description: 'Percent of all marks.' })
  passMark: number;

  @Field(() => Int)
  attemptsAllowed: number;

  @Field()
  shuffleQuestions: boolean;

  @Field()
  shuffleOptions: boolean;

  @Field(() => ReviewRulesType)
  review: ReviewRulesType;

  @Field(() => Int, { nullable: true, description: 'Questions used more often than this are left out.' })
  exposureCap: number | null;

  @Field(() => Int, { description: 'How many people mark each written answer, 1 or 2.' })
  markers: number;

  @Field(() => Int, { description: 'Percent of the mark by which two markers may differ before a third decides.' })
  markingGap: number;

  @Field({ description: 'Whether staff may take mocks drawn by its blueprint.' })
  openToPractice: boolean;

  @Field(() => Int)
  version: number;

  @Field()
  createdAt: Date;

  @Field()
  updatedAt: Date;

  unitId: string;
  unitPath: string;
  blueprint: { sections: BlueprintSectionType[] };
}

@ObjectType()
export class ExamPage extends pageType(Exam) {}

@InputType()
export class ExamFilter {
  @Field(() => ExamStateEnum, { nullable: true })
  state?: ExamState | null;

  @Field(() => String, { nullable: true, description: 'Part of the title.' })
  search?: string | null;
}
