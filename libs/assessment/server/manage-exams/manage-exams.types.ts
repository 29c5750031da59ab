import { ErrorType, InvalidInputError, NotFoundError, resultUnion, UserError } from '@skillhall/platform/graphql';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { BlueprintSectionType, Exam, ReviewRulesType } from '../read-exams/exam.types.js';

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

  @Field(() => [BlueprintSectionType])
  sections: BlueprintSectionType[];

  @Field(() => ReviewRulesType)
  review: ReviewRulesType;

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

@ErrorType('EXAM_CHANGED', 'EXAM_STATE', 'EXAM_EMPTY', 'EXAM_NOT_FEASIBLE', 'MOCK_NOT_FEASIBLE')
export class ExamStateError extends UserError {}

export const SaveExamResult = resultUnion('SaveExamResult', SaveExamSuccess, NotFoundError, InvalidInputError, ExamStateError);
export const PublishExamResult = resultUnion('PublishExamResult', SaveExamSuccess, NotFoundError, ExamStateError);
export const ArchiveExamResult = resultUnion('ArchiveExamResult', SaveExamSuccess, NotFoundError, ExamStateError);
export const OpenExamToPracticeResult = resultUnion('OpenExamToPracticeResult', SaveExamSuccess, NotFoundError, ExamStateError);
