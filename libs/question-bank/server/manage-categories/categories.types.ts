import { Unit } from '@skillhall/directory/server';
import { ErrorType, InvalidInputError, NotFoundError, resultUnion, UserError } from '@skillhall/platform/graphql';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A node of a tree of categories; each unit has its own tree.' })
export class QuestionCategory {
  @Field(() => ID)
  id: string;

  @Field(() => ID, { nullable: true })
  parentId: string | null;

  @Field()
  name: string;

  @Field(() => Int, { description: 'Questions in it, without those below it.' })
  questions: number;

  @Field(() => Boolean, { description: 'Whether the reader may change it.' })
  manageable: boolean;

  unit?: Unit | null;
  unitId: string;
}

@ObjectType()
export class CategorySuccess {
  @Field(() => ID)
  categoryId: string;
}

@ErrorType('CATEGORY_NAME_TAKEN', 'CATEGORY_IN_USE', 'CATEGORY_OUT_OF_PLACE')
export class CategoryRefusedError extends UserError {}

export const CategoryResult = resultUnion('CategoryResult', CategorySuccess, CategoryRefusedError, NotFoundError, InvalidInputError);
