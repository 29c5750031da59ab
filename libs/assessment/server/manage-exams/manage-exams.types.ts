import type { Track } from '@skillhall/directory/domain';
import { TrackEnum } from '@skillhall/directory/server';
import { ErrorType, InvalidInputError, NotFoundError, resultUnion, UserError } from '@skillhall/platform/graphql';
import type { QuestionType } from '@skillhall/question-bank/domain';
import { QuestionTypeEnum } from '@skillhall/question-bank/server';
import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { ReviewTime } from '../../domain/index.js';
import { Exam, ReviewTimeEnum } from '../read-exams/exam.types.js';

@InputType()
export class BlueprintRowInput {
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

  @Field(() => Float)
  marks: number;
}

@InputType()
export class FixedQuestionInput {
  @Field(() => ID)
  questionId: string;

  @Field(() => Float)
  marks: number;
}

@InputType()
export class BlueprintSectionInput {
  @Field()
  title: string;

  @Field(() => [BlueprintRowInput])
  rows: BlueprintRowInput[];

  @Field(() => [FixedQuestionInput])
  fixed: FixedQuestionInput[];
}

@InputType()
export class ReviewRulesInput {
  @Field(() => ReviewTimeEnum)
  mark: ReviewTime;

  @Field(() => ReviewTimeEnum)
  rightAnswer: ReviewTime;

  @Field(() => ReviewTimeEnum)
  explanation: ReviewTime;
}

@InputType()
export class SaveExamInput {
  @Field(() => ID, { nullable: true, description: 'The exam to change; none for a new one.' })
  id?: string | null;

  @Field(() => Int, { nullable: true, description: 'The version that was read; another one in between is not overwritten.' })
  version?: number | null;

  @Field(() => ID)
  unitId: string;

  @Field()
  title: string;

  @Field()
  instructions: string;

  @Field(() => Int)
  minutes: number;

  @Field(() => Int)
  passMark: number;

  @Field(() => Int)
  attemptsAllowed: number;

  @Field()
  shuffleQuestions: boolean;

  @Field()
  shuffleOptions: boolean;

  @Field(() => [BlueprintSectionInput])
  sections: BlueprintSectionInput[];

  @Field(() => ReviewRulesInput)
  review: ReviewRulesInput;

  @Field(() => Int, { nullable: true })
  exposureCap?: number | null;

  @Field(() => Int)
  markers: number;

  @Field(() => Int)
  markingGap: number;
}

@ObjectType()
export class SaveExamSuccess {
  @Field(() => Exam)
  exam: Exam;
}

@ErrorType('EXAM_CHANGED', 'EXAM_STATE', 'EXAM_EMPTY', 'EXAM_NOT_FEASIBLE')
export class ExamStateError extends UserError {}

export const SaveExamResult = resultUnion('SaveExamResult', SaveExamSuccess, NotFoundError, InvalidInputError, ExamStateError);
export const PublishExamResult = resultUnion('PublishExamResult', SaveExamSuccess, NotFoundError, ExamStateError);
export const ArchiveExamResult = resultUnion('ArchiveExamResult', SaveExamSuccess, NotFoundError, ExamStateError);
