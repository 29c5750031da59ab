import { QuestionOptionType, QuestionTypeEnum } from '@skillhall/question-bank/server';
import type { QuestionType } from '@skillhall/question-bank/domain';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { attemptStatuses, type AttemptState, type Paper, type Submitter } from '../../domain/index.js';

export const AttemptStateEnum = Object.fromEntries(attemptStatuses.map((state) => [state, state])) as { [S in AttemptState]: S };
registerEnumType(AttemptStateEnum, { name: 'AttemptState' });

@ObjectType({ description: 'A question as it is put to somebody: neither key nor explanation can be asked for.' })
export class QuestionForExaminee {
  @Field(() => ID)
  id: string;

  @Field(() => Int)
  position: number;

  @Field(() => QuestionTypeEnum)
  type: QuestionType;

  @Field()
  stem: string;

  @Field(() => [QuestionOptionType])
  options: QuestionOptionType[];
}

@ObjectType()
export class SavedAnswer {
  @Field(() => ID)
  questionId: string;

  @Field(() => [String])
  choice: string[];

  @Field(() => Int)
  clientSeq: number;

  @Field()
  savedAt: Date;
}

@ObjectType()
export class QuizForExaminee {
  @Field(() => ID)
  id: string;

  @Field()
  title: string;

  @Field(() => Int)
  questionCount: number;

  @Field(() => Int)
  passMark: number;

  @Field(() => Int, { nullable: true })
  timeLimitMinutes: number | null;
}

@ObjectType()
export class AttemptReceipt {
  @Field()
  code: string;

  @Field()
  submittedAt: Date;

  @Field(() => Int)
  answered: number;

  @Field(() => Int)
  total: number;

  @Field(() => Float, { description: '0 to 100; of what has been marked so far.' })
  score: number;

  @Field(() => Boolean, { nullable: true, description: 'Null while people have still to mark something.' })
  passed: boolean | null;

  @Field(() => String, { description: 'examinee, or server when time was up.' })
  submittedBy: Submitter;
}

@ObjectType()
export class AttemptForExaminee {
  @Field(() => ID)
  id: string;

  @Field(() => AttemptStateEnum)
  state: AttemptState;

  @Field()
  startedAt: Date;

  @Field()
  deadline: Date;

  @Field({ description: 'The clock that decides; a browser shows the time left against it.' })
  serverNow: Date;

  quizId: string;
  paper: Paper;
}

@ObjectType()
export class QuestionReview {
  @Field(() => QuestionForExaminee)
  question: QuestionForExaminee;

  @Field(() => [String])
  choice: string[];

  @Field(() => [String])
  correctKeys: string[];

  @Field()
  correct: boolean;

  @Field(() => String, { nullable: true })
  explanation: string | null;
}
