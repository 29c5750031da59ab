import type { CivilDate } from '@skillhall/kernel';
import { CivilDateScalar, ErrorType, InvalidInputError, NotFoundError, resultUnion, UserError } from '@skillhall/platform/graphql';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A day on which the rules of counting complaints changed: a step in a chart on such a day proves nothing.' })
export class TaxonomyChange {
  @Field(() => ID)
  id: string;

  @Field(() => CivilDateScalar)
  date: CivilDate;

  @Field()
  note: string;

  @Field(() => String, { nullable: true, description: 'Name of who noted it.' })
  notedBy: string | null;

  @Field({ description: 'Whether the reader may take it away.' })
  mayRemove: boolean;

  unitId: string | null;
}

@InputType()
export class NoteTaxonomyChangeInput {
  @Field(() => ID, { description: 'It concerns this unit and all below.' })
  unitId: string;

  @Field(() => CivilDateScalar)
  date: CivilDate;

  @Field()
  note: string;
}

@ObjectType()
export class TaxonomyChangeSuccess {
  @Field(() => TaxonomyChange)
  change: TaxonomyChange;
}

@ErrorType('TAXONOMY_CHANGE_THERE')
export class TaxonomyChangeThereError extends UserError {}

export const NoteTaxonomyChangeResult = resultUnion('NoteTaxonomyChangeResult', TaxonomyChangeSuccess, NotFoundError, InvalidInputError, TaxonomyChangeThereError);
export const RemoveTaxonomyChangeResult = resultUnion('RemoveTaxonomyChangeResult', TaxonomyChangeSuccess, NotFoundError);
