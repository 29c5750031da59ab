import { ErrorType, NotFoundError, resultUnion, UserError } from '@skillhall/platform/graphql';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { QuestionUse } from '../../domain/index.js';
import { QuestionContentInput, QuestionUseEnum } from '../content/content.types.js';
import { QuestionForAuthor } from '../read-questions/question.types.js';

@InputType()
export class SaveQuestionInput {
  @Field(() => ID, { nullable: true, description: 'Null for a new question.' })
  id?: string | null;

  @Field(() => Int, { nullable: true, description: 'The latest version that the author has seen.' })
  expectedVersion?: number | null;

  @Field(() => String, { nullable: true, description: 'Number of a new question; the next one of its track where it is blank.' })
  code?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who is to keep a new question; the top of what the author keeps where it is left out.' })
  unitId?: string | null;

  @Field(() => ID, { nullable: true })
  categoryId?: string | null;

  @Field(() => QuestionUseEnum)
  use: QuestionUse;

  @Field(() => QuestionContentInput)
  content: QuestionContentInput;

  @Field({ description: 'Hands the version in for review as well.' })
  submit: boolean;
}

@ObjectType()
export class SaveQuestionSuccess {
  @Field(() => QuestionForAuthor, { description: 'With the version just written.' })
  question: QuestionForAuthor;
}

@ObjectType()
export class QuestionProblem {
  @Field({ description: 'Path such as `options.2` or `parts.0.key.blanks.1`.' })
  field: string;

  @Field()
  code: string;

  @Field()
  message: string;
}

@ErrorType('QUESTION_INVALID')
export class QuestionInvalidError extends UserError {
  @Field(() => [QuestionProblem])
  problems: QuestionProblem[];
}

@ErrorType('VERSION_CONFLICT')
export class VersionConflictError extends UserError {
  @Field(() => Int)
  version: number;

  @Field({ description: 'Who saved it.' })
  name: string;
}

@ErrorType('NUMBER_TAKEN')
export class NumberTakenError extends UserError {}

export const SaveQuestionResult = resultUnion('SaveQuestionResult', SaveQuestionSuccess, QuestionInvalidError, VersionConflictError, NumberTakenError, NotFoundError);
