import { type Track } from '@skillhall/directory/domain';
import { TrackEnum } from '@skillhall/directory/server';
import { ErrorType, pageType, resultUnion, UserError } from '@skillhall/platform/graphql';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { questionTypes, type QuestionType } from '../../domain/index.js';

export const QuestionTypeEnum = Object.fromEntries(questionTypes.map((type) => [type, type])) as { [T in QuestionType]: T };
registerEnumType(QuestionTypeEnum, { name: 'QuestionType' });

@ObjectType('QuestionOption')
export class QuestionOptionType {
  @Field()
  key: string;

  @Field()
  text: string;
}

@ObjectType({ description: 'The current version of a question, with its key: for those who keep the bank.' })
export class QuestionForAuthor {
  @Field(() => ID)
  id: string;

  @Field()
  code: string;

  @Field(() => Int)
  version: number;

  @Field(() => QuestionTypeEnum)
  type: QuestionType;

  @Field()
  stem: string;

  @Field(() => [QuestionOptionType])
  options: QuestionOptionType[];

  @Field(() => TrackEnum)
  track: Track;

  @Field(() => Int, { description: '1 easy to 5 hard.' })
  difficulty: number;

  @Field(() => String, { nullable: true })
  clause: string | null;

  @Field()
  updatedAt: Date;

  versionId: string;
  competencyCode: string | null;
}

@ObjectType()
export class KeyForAuthor {
  @Field(() => [String])
  correctKeys: string[];

  @Field(() => String, { nullable: true })
  explanation: string | null;
}

@ErrorType('KEY_WITHHELD')
export class KeyWithheldError extends UserError {}

export const KeyForAuthorResult = resultUnion('KeyForAuthorResult', KeyForAuthor, KeyWithheldError);

@ObjectType()
export class QuestionPage extends pageType(QuestionForAuthor) {}

@InputType()
export class QuestionFilter {
  @Field(() => TrackEnum, { nullable: true })
  track?: Track | null;

  @Field(() => QuestionTypeEnum, { nullable: true })
  type?: QuestionType | null;

  @Field(() => String, { nullable: true, description: 'Code of a competency.' })
  competency?: string | null;

  @Field(() => String, { nullable: true, description: 'Beginning of the number, or part of the question.' })
  search?: string | null;
}
