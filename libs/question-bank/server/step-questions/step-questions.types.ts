import { ErrorType, resultUnion, UserError } from '@skillhall/platform/graphql';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { QuestionFilter } from '../read-questions/question.types.js';

const same = <const T extends readonly string[]>(values: T): { [V in T[number]]: V } => Object.fromEntries(values.map((value) => [value, value])) as { [V in T[number]]: V };

export const QuestionStepEnum = same(['submit', 'withdraw', 'publish', 'retire', 'restore', 'undoRetire'] as const);
registerEnumType(QuestionStepEnum, { name: 'QuestionStep', description: '`undoRetire` brings back to where a question was before it was retired.' });
export const ReviewVerdictEnum = same(['approve', 'reject'] as const);
registerEnumType(ReviewVerdictEnum, { name: 'ReviewVerdict' });

@InputType()
export class QuestionTargetInput {
  @Field(() => ID)
  id: string;

  @Field(() => Int, { nullable: true, description: 'The latest version that was seen; nothing is done if there is a newer one.' })
  version?: number | null;
}

@InputType({ description: 'Questions by id, or all that a filter finds if they are as many as expected.' })
export class QuestionSelectionInput {
  @Field(() => [QuestionTargetInput], { nullable: true })
  targets?: readonly QuestionTargetInput[] | null;

  @Field(() => QuestionFilter, { nullable: true })
  filter?: QuestionFilter | null;

  @Field(() => Int, { nullable: true })
  expectedCount?: number | null;
}

@ObjectType({ description: 'What was not done to one of the questions, and why.' })
export class QuestionRefusal {
  @Field(() => ID)
  id: string;

  @Field()
  code: string;

  @Field(() => UserError)
  error: UserError;
}

@ObjectType()
export class ChangeQuestionsSuccess {
  @Field(() => [ID], { description: 'Questions that were changed.' })
  changed: readonly string[];

  @Field(() => [QuestionRefusal])
  refused: readonly QuestionRefusal[];
}

@ErrorType('STEP_NOT_POSSIBLE', 'VERSION_OUTDATED')
export class StepRefusedError extends UserError {}

@ErrorType('OWN_VERSION')
export class OwnVersionError extends UserError {}

@ErrorType('COMMENT_NEEDED')
export class CommentNeededError extends UserError {}

@ErrorType('SELECTION_CHANGED', 'TOO_MANY_QUESTIONS')
export class SelectionError extends UserError {}

export const StepQuestionsResult = resultUnion('StepQuestionsResult', ChangeQuestionsSuccess, SelectionError);
export const ReviewQuestionsResult = resultUnion('ReviewQuestionsResult', ChangeQuestionsSuccess, SelectionError, CommentNeededError);
