import { ErrorType, InvalidInputError, NotFoundError, resultUnion, UserError } from '@skillhall/platform/graphql';
import { FaceType } from '@skillhall/question-bank/server';
import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { markingStateNames, type MarkingState } from '../../domain/index.js';
import { CaseForExaminee, DrawnValue } from '../read-attempts/attempt.types.js';

export const MarkingStateEnum = Object.fromEntries(markingStateNames.map((name) => [name, name])) as { [S in MarkingState]: S };
registerEnumType(MarkingStateEnum, { name: 'MarkingState' });

@ObjectType({ description: 'One line of a rubric, with what it is worth.' })
export class MarkingCriterion {
  @Field(() => ID)
  id: string;

  @Field()
  text: string;

  @Field(() => Float)
  marks: number;
}

@ObjectType({ description: 'One of two marks that lie too far apart, for the third person who settles it; not whose it is.' })
export class EarlierMark {
  @Field(() => Float)
  marks: number;

  @Field(() => String, { nullable: true })
  comment: string | null;
}

@ObjectType({ description: 'An answer as a marker sees it. Whose it is, and what another marker gave, cannot be asked for.' })
export class AnswerForMarker extends FaceType {
  @Field(() => ID, { description: 'Of the answer, for marking it; it leads to nothing else.' })
  id: string;

  @Field(() => ID)
  questionId: string;

  @Field(() => Float)
  maxMarks: number;

  @Field(() => CaseForExaminee, { nullable: true })
  case: CaseForExaminee | null;

  @Field(() => [DrawnValue])
  values: DrawnValue[];

  @Field(() => [String], { description: 'What was written: one text, or one a blank.' })
  answer: string[];

  @Field(() => [MarkingCriterion], { description: 'Lines to be marked one by one; none where the answer is marked as a whole.' })
  criteria: MarkingCriterion[];

  @Field(() => String, { nullable: true })
  modelAnswer: string | null;

  @Field(() => [EarlierMark], { description: 'Only for who settles a gap; empty for everybody else.' })
  earlier: EarlierMark[];

  @Field({ description: 'Until then it is kept for this marker.' })
  until: Date;
}

@ObjectType()
export class ClaimAnswerSuccess {
  @Field(() => AnswerForMarker)
  answer: AnswerForMarker;
}

@ObjectType({ description: 'Nothing is left for this marker just now.' })
export class NoAnswerLeft {
  @Field()
  done: boolean = true;
}

@InputType()
export class CriterionShareInput {
  @Field(() => ID)
  id: string;

  @Field(() => Int, { description: 'Of the line, 0 to 10,000.' })
  share: number;
}

@InputType()
export class MarkAnswerInput {
  @Field(() => ID)
  id: string;

  @Field(() => Int, { nullable: true, description: 'Of the whole mark, 0 to 10,000; only where there are no lines.' })
  share?: number | null;

  @Field(() => [CriterionShareInput])
  criteria: CriterionShareInput[];

  @Field(() => String, { nullable: true })
  comment?: string | null;
}

@ObjectType()
export class MarkAnswerSuccess {
  @Field(() => MarkingStateEnum)
  state: MarkingState;
}

@ObjectType()
export class ReleaseAnswerSuccess {
  @Field()
  released: boolean;
}

@ErrorType('OWN_PAPER', 'MARKED_BEFORE', 'NOTHING_TO_MARK', 'ANSWER_TAKEN')
export class MarkingError extends UserError {}

export const ClaimAnswerResult = resultUnion('ClaimAnswerResult', ClaimAnswerSuccess, NoAnswerLeft, NotFoundError, InvalidInputError);
export const MarkAnswerResult = resultUnion('MarkAnswerResult', MarkAnswerSuccess, NotFoundError, InvalidInputError, MarkingError);
export const ReleaseAnswerResult = resultUnion('ReleaseAnswerResult', ReleaseAnswerSuccess, NotFoundError);
