import { CivilDateScalar, pageType } from '@skillhall/platform/graphql';
import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { tracks, unitTypes, type Track, type UnitType } from '../../domain/index.js';

const same = <T extends string>(values: readonly T[]): { [V in T]: V } => Object.fromEntries(values.map((value) => [value, value])) as { [V in T]: V };

export const UnitTypeEnum = same(unitTypes);
registerEnumType(UnitTypeEnum, { name: 'UnitType' });
export const TrackEnum = same(tracks);
registerEnumType(TrackEnum, { name: 'Track' });

@ObjectType()
export class Unit {
  @Field(() => ID)
  id: string;

  @Field()
  code: string;

  @Field()
  name: string;

  @Field(() => UnitTypeEnum)
  type: UnitType;

  @Field(() => String, { nullable: true })
  hallLevel: string | null;

  @Field(() => CivilDateScalar, { nullable: true })
  openedOn: string | null;

  @Field(() => CivilDateScalar, { nullable: true })
  closedOn: string | null;

  parentId: string | null;
  path: string;
}

@ObjectType()
export class UnitPage extends pageType(Unit) {}

@InputType()
export class UnitFilter {
  @Field(() => ID, { nullable: true })
  underId?: string | null;

  @Field(() => UnitTypeEnum, { nullable: true })
  type?: UnitType | null;

  @Field(() => String, { nullable: true })
  search?: string | null;
}

@ObjectType()
export class Competency {
  @Field()
  code: string;

  @Field(() => TrackEnum)
  track: Track;

  @Field({ description: 'In the language of the request.' })
  name: string;
}

@ObjectType()
export class Post {
  @Field(() => ID)
  id: string;

  @Field()
  code: string;

  @Field()
  name: string;

  @Field({ description: 'Whether people in this post serve the public at a window.' })
  counter: boolean;
}

