import { FaceType, QuestionMediaType } from '@skillhall/question-bank/server';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { attemptStatuses, type AttemptState, type Paper, type Submitter } from '../../domain/index.js';

export const AttemptStateEnum = Object.fromEntries(attemptStatuses.map((state) => [state, state])) as { [S in AttemptState]: S };
registerEnumType(AttemptStateEnum, { name: 'AttemptState' });

@ObjectType()
export class CaseForExaminee {
  @Field(() => ID)
  id: string;

  @Field()
  stem: string;

  @Field(() => [QuestionMediaType])
  media: readonly QuestionMediaType[];
}

@ObjectType()
export class DrawnValue {
  @Field()
  name: string;

  @Field(() => Float)
  value: number;
}

@ObjectType({ description: 'A question as it is put to somebody: neither key nor explanation can be asked for.' })
export class QuestionForExaminee extends FaceType {
  @Field(() => ID)
  id: string;

  @Field(() => Int)
  position: number;

  @Field(() => Float)
  marks: number;

  @Field(() => Int, { nullable: true, description: 'Index in the sections of the paper.' })
  section: number | null;

  @Field(() => CaseForExaminee, { nullable: true, description: 'Of a part of a case: what all its parts are about.' })
  case: CaseForExaminee | null;

  @Field(() => [DrawnValue], { description: 'Drawn for this attempt, to stand in the stem.' })
  values: DrawnValue[];
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

  @Field(() => Float, { nullable: true, description: '0 to 100, of what has been marked so far; null while it may not be seen.' })
  score: number | null;

  @Field(() => Float, { nullable: true })
  marks: number | null;

  @Field(() => Float, { nullable: true })
  maxMarks: number | null;

  @Field(() => Int, { description: 'Answers that people have still to mark.' })
  pending: number;

  @Field(() => Boolean, { nullable: true, description: 'Null while people have still to mark something, or while it may not be seen.' })
  passed: boolean | null;

  @Field(() => String, { description: 'examinee, server when time was up, invigilator, or clerk who typed in a paper.' })
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

  @Field({ description: 'Of the quiz, or of the exam.' })
  title: string;

  @Field(() => Int, { description: 'Percent of all marks.' })
  passMark: number;

  @Field({ description: 'Whether there is a time limit to show.' })
  limited: boolean;

  @Field(() => ID, { nullable: true })
  sittingId: string | null;

  @Field(() => ID, { nullable: true })
  quizId: string | null;

  @Field(() => ID, { nullable: true, description: 'Of a mock: the exam by whose rules it was drawn.' })
  mockExamId: string | null;

  @Field(() => String, { nullable: true, description: 'The device that answers; another one that opens the paper takes over.' })
  deviceId: string | null;

  paper: Paper;
}

@ObjectType()
export class QuestionReview {
  @Field(() => QuestionForExaminee)
  question: QuestionForExaminee;

  @Field(() => [String])
  choice: string[];

  @Field(() => [String], { nullable: true, description: 'The right answer in the form of a choice; null while it may not be seen, or where people mark.' })
  right: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the whole mark was earned; null while it may not be seen or is not marked yet.' })
  correct: boolean | null;

  @Field(() => Float, { nullable: true })
  marks: number | null;

  @Field(() => Float)
  maxMarks: number;

  @Field(() => String, { nullable: true })
  explanation: string | null;
}
