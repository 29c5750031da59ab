import { ErrorType, InvalidInputError, NotFoundError, resultUnion, UserError } from '@skillhall/platform/graphql';
import { KeyFieldsType, QuestionOptionType, QuestionTypeEnum } from '@skillhall/question-bank/server';
import type { QuestionType } from '@skillhall/question-bank/domain';
import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { VerdictChange } from '../../domain/index.js';

@InputType()
export class RegradeInput {
  @Field(() => ID)
  examId: string;

  @Field(() => ID, { description: 'The version on the papers, or the part of a case.' })
  questionId: string;

  @Field(() => KeyFieldsType, { nullable: true, description: 'The right key; none where the question is void in this exam and everybody has its mark.' })
  key?: KeyFieldsType | null;

  @Field(() => String, { nullable: true })
  reason?: string | null;
}

@ObjectType()
export class RegradeOutcomeType {
  @Field(() => Float)
  marks: number;

  @Field(() => Float)
  score: number;

  @Field(() => Boolean, { nullable: true })
  passed: boolean | null;
}

@ObjectType()
export class RegradeLineType {
  @Field(() => ID)
  attemptId: string;

  @Field()
  name: string;

  @Field()
  staffNumber: string;

  @Field()
  unitName: string;

  @Field(() => RegradeOutcomeType)
  before: RegradeOutcomeType;

  @Field(() => RegradeOutcomeType)
  after: RegradeOutcomeType;

  @Field(() => Float)
  change: number;

  @Field(() => String, { description: '`now-failed`, `now-passed`, `same`, or `open` while people have still to mark.' })
  verdict: VerdictChange;
}

@ObjectType({ isAbstract: true })
abstract class RegradeCounts {
  @Field(() => Int)
  attempts: number;

  @Field(() => Int)
  gained: number;

  @Field(() => Int)
  lost: number;

  @Field(() => Int)
  nowPassed: number;

  @Field(() => Int)
  nowFailed: number;
}

@ObjectType({ description: 'Whom it touches.' })
export class RegradeReportType extends RegradeCounts {
  @Field(() => [RegradeLineType], { description: 'Who fails now first, then who passes now, then the largest change; five hundred at most.' })
  lines: RegradeLineType[];
}

@ObjectType()
export class RegradeRecord extends RegradeCounts {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: '`key` or `void`.' })
  kind: string;

  @Field()
  reason: string;

  @Field()
  at: Date;

  @Field()
  accountName: string;

  @Field(() => ID)
  questionId: string;

  @Field(() => Int, { description: 'Papers whose grade changes.' })
  changed: number;

  @Field(() => Int, { description: 'Papers that have their new grade.' })
  done: number;
}

@ObjectType()
export class RegradeKey extends KeyFieldsType {
  @Field(() => Int)
  revision: number;
}

@ObjectType({ description: 'A question of an exam that was sat, as who corrects it sees it.' })
export class RegradeSubject {
  @Field(() => ID)
  questionId: string;

  @Field()
  examTitle: string;

  @Field()
  code: string;

  @Field(() => QuestionTypeEnum)
  type: QuestionType;

  @Field()
  stem: string;

  @Field(() => [QuestionOptionType])
  options: readonly QuestionOptionType[];

  @Field(() => RegradeKey)
  key: RegradeKey;

  @Field(() => [RegradeRecord], { description: 'Of this exam, the latest first.' })
  regrades: RegradeRecord[];
}

@ObjectType()
export class RegradeSuccess {
  @Field(() => RegradeReportType)
  report: RegradeReportType;

  @Field(() => ID, { nullable: true, description: 'Null for a preview.' })
  regradeId: string | null;
}

@ErrorType('REGRADE_REASON', 'REGRADE_KEY', 'REGRADE_BEYOND', 'REGRADE_VOID')
export class RegradeError extends UserError {}

export const PreviewRegradeResult = resultUnion('PreviewRegradeResult', RegradeSuccess, NotFoundError, InvalidInputError, RegradeError);
export const ApplyRegradeResult = resultUnion('ApplyRegradeResult', RegradeSuccess, NotFoundError, InvalidInputError, RegradeError);
