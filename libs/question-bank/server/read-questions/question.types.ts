import { type Track } from '@skillhall/directory/domain';
import { Competency, TrackEnum, Unit } from '@skillhall/directory/server';
import { CivilDateScalar, ErrorType, pageType, resultUnion, UserError } from '@skillhall/platform/graphql';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { QuestionType, QuestionUse, VersionState } from '../../domain/index.js';
import { FaceType, KeyFieldsType, QuestionTypeEnum, QuestionUseEnum, VersionStateEnum } from '../content/content.types.js';
import { type QuestionOrder, questionOrders } from '../data/question-criteria.js';

export const QuestionOrderEnum = Object.fromEntries(questionOrders.map((order) => [order, order])) as { [O in QuestionOrder]: O };
registerEnumType(QuestionOrderEnum, { name: 'QuestionOrder', description: '`used`: times within a year; `age`: when its version was written.' });

@ObjectType()
export class KeyForAuthor extends KeyFieldsType {
  @Field(() => String, { nullable: true })
  explanation: string | null;

  @Field(() => Int, { description: '0 as written; more after corrections of the key.' })
  revision: number;
}

@ErrorType('KEY_WITHHELD')
export class KeyWithheldError extends UserError {}

export const KeyForAuthorResult = resultUnion('KeyForAuthorResult', KeyForAuthor, KeyWithheldError);

@ObjectType({ description: 'One question of a case.' })
export class QuestionPartForAuthor extends FaceType {
  @Field(() => ID)
  versionId: string;
}

@ObjectType()
export class QuestionUsage {
  @Field(() => Int, { description: 'How often it was put to somebody within a year.' })
  times: number;

  @Field(() => CivilDateScalar, { nullable: true })
  lastDay: string | null;
}

@ObjectType()
export class QuestionCategoryName {
  @Field(() => ID)
  id: string;

  @Field()
  name: string;
}

@ObjectType({ description: 'A question with one of its versions: the one in use, else the latest, or the one asked for. For those who keep the bank.' })
export class QuestionForAuthor extends FaceType {
  @Field(() => ID)
  id: string;

  @Field()
  code: string;

  @Field(() => Int)
  version: number;

  @Field(() => ID)
  versionId: string;

  @Field(() => Int)
  latestVersion: number;

  @Field(() => VersionStateEnum, { description: 'Of the latest version; the one in use may be older.' })
  latestState: VersionState;

  @Field(() => Int, { description: 'The version that papers are drawn from; 0 where none is.' })
  currentVersion: number;

  @Field(() => QuestionUseEnum)
  use: QuestionUse;

  @Field(() => TrackEnum)
  track: Track;

  @Field(() => Int, { description: '1 easy to 5 hard.' })
  difficulty: number;

  @Field(() => String, { nullable: true })
  clause: string | null;

  @Field()
  updatedAt: Date;

  @Field({ description: 'When this version was written.' })
  writtenAt: Date;

  // Filled by resolvers.
  competency?: Competency | null;
  unit?: Unit | null;

  unitId: string;
  categoryId: string | null;
  competencyCode: string | null;
}

@ObjectType()
export class QuestionPage extends pageType(QuestionForAuthor) {}

const int = () => Int;
const text = () => String;

@InputType()
export class QuestionFilter {
  @Field(() => TrackEnum, { nullable: true })
  track?: Track | null;

  @Field(() => QuestionTypeEnum, { nullable: true })
  type?: QuestionType | null;

  @Field(text, { nullable: true, description: 'Code of a competency.' })
  competency?: string | null;

  @Field(int, { nullable: true })
  difficulty?: number | null;

  @Field(text, { nullable: true, description: 'Id of a category, with all below it; `none` for questions without one.' })
  category?: string | null;

  @Field(() => VersionStateEnum, { nullable: true, description: '`live`: some version is in use; otherwise the state of the latest version.' })
  state?: VersionState | null;

  @Field(() => QuestionUseEnum, { nullable: true })
  use?: QuestionUse | null;

  @Field(text, { nullable: true, description: 'Part of the clause.' })
  clause?: string | null;

  @Field(text, { nullable: true, description: 'Beginning of the number, or part of stem, options and prompts.' })
  search?: string | null;

  @Field(int, { nullable: true, description: 'Put to somebody at least so often within a year.' })
  usedLeast?: number | null;

  @Field(int, { nullable: true })
  usedMost?: number | null;

  @Field(int, { nullable: true, description: 'Written so many months ago or earlier.' })
  olderThanMonths?: number | null;

  @Field(() => ID, { nullable: true, description: 'Kept by this unit or one below it.' })
  unitId?: string | null;
}

@InputType()
export class QuestionSort {
  @Field(() => QuestionOrderEnum)
  by: QuestionOrder;

  @Field({ nullable: true })
  descending?: boolean;
}
