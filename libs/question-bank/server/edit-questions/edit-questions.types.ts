import { ErrorType, InvalidInputError, NotFoundError, resultUnion, UserError } from '@skillhall/platform/graphql';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { QuestionUse } from '../../domain/index.js';
import { QuestionUseEnum } from '../content/content.types.js';
import { ChangeQuestionsSuccess, SelectionError } from '../step-questions/step-questions.types.js';

@InputType({ description: 'What is to change; what is left out stays.' })
export class QuestionChangesInput {
  @Field(() => ID, { nullable: true, description: 'Null takes the questions out of their categories.' })
  categoryId?: string | null;

  @Field(() => QuestionUseEnum, { nullable: true })
  use?: QuestionUse | null;

  @Field(() => String, { nullable: true, description: 'Code of a competency; the track follows.' })
  competency?: string | null;

  @Field(() => Int, { nullable: true })
  difficulty?: number | null;
}

@ErrorType('CATEGORY_OF_OTHER_UNIT')
export class CategoryOfOtherUnitError extends UserError {}

export const EditQuestionsResult = resultUnion('EditQuestionsResult', ChangeQuestionsSuccess, SelectionError, NotFoundError, InvalidInputError);
