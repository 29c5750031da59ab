import { NotFoundError, pageType, resultUnion } from '@skillhall/platform/graphql';
import { Field, Float, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { QuestionType } from '../../domain/index.js';
import { QuestionOptionType, QuestionTypeEnum } from '../content/content.types.js';
import { QuestionForAuthor } from '../read-questions/question.types.js';

@ObjectType({ description: 'Two questions that say the same, or nearly so.' })
export class QuestionPair {
  @Field({ description: 'The same but for punctuation, width and the order of options.' })
  exact: boolean;

  @Field(() => Float, { description: '0 to 1.' })
  similarity: number;

  a?: QuestionForAuthor;
  b?: QuestionForAuthor;
  aId: string;
  bId: string;
}

@ObjectType()
export class QuestionPairPage extends pageType(QuestionPair) {}

@ObjectType()
export class SimilarQuestion {
  @Field(() => Float)
  similarity: number;

  question?: QuestionForAuthor;
  id: string;
}

@InputType({ description: 'What a question says so far.' })
export class QuestionWordsInput {
  @Field(() => QuestionTypeEnum)
  type: QuestionType;

  @Field()
  stem: string;

  @Field(() => [QuestionOptionType])
  options: readonly QuestionOptionType[];
}

@ObjectType()
export class JudgeDuplicateSuccess {
  @Field(() => [ID])
  questionIds: readonly string[];
}

export const JudgeDuplicateResult = resultUnion('JudgeDuplicateResult', JudgeDuplicateSuccess, NotFoundError);
