import { ErrorType, InvalidInputError, NotFoundError, pageType, resultUnion, UserError } from '@skillhall/platform/graphql';
import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { type PracticeMode, selfVerdicts, type SelfVerdict, type WeakPoint, type PracticeReason } from '../../domain/index.js';
import type { RoundRow } from '../data/practice.repository.js';
import { PaperSize } from '../my-sittings/my-sitting.types.js';
import { QuestionReview } from '../read-attempts/attempt.types.js';
import { StartAttemptSuccess } from '../start-attempt/start-attempt.types.js';

export const PracticeModeEnum = { ordered: 'ordered', random: 'random', chapter: 'chapter', weakPoint: 'weak-point', wrong: 'wrong' } as const satisfies Record<string, PracticeMode>;
registerEnumType(PracticeModeEnum, { name: 'PracticeMode' });
export const SelfVerdictEnum = Object.fromEntries(selfVerdicts.map((verdict) => [verdict, verdict])) as { [V in SelfVerdict]: V };
registerEnumType(SelfVerdictEnum, { name: 'SelfVerdict' });

@ObjectType('WeakPoint', { description: 'A competency in which answers were missed lately.' })
export class WeakPointType implements WeakPoint {
  @Field({ description: 'Code of the competency; name of the track for questions without one.' })
  topic: string;

  @Field(() => Int)
  answered: number;

  @Field(() => Int)
  missed: number;
}

@ObjectType('PracticeReason', { description: 'Why a round holds some of its questions.' })
export class PracticeReasonType extends WeakPointType implements PracticeReason {
  @Field(() => Int, { description: 'How many of the round are there because of it; a case counts as one.' })
  questions: number;
}

@ObjectType({ description: 'An answer given in practice, with what is right.' })
export class PracticeAnswer {
  @Field(() => Int)
  position: number;

  @Field(() => [String], { description: 'Empty where the person asked for the answer instead.' })
  choice: string[];

  @Field(() => Float, { nullable: true, description: 'Share of the mark that it earns; null where no machine can say.' })
  credit: number | null;

  @Field(() => [String], { nullable: true, description: 'The right answer in the form of a choice; the model answer of a short answer.' })
  right: string[] | null;

  @Field(() => String, { nullable: true })
  explanation: string | null;

  @Field(() => SelfVerdictEnum, { nullable: true, description: 'What the person said of their own short answer.' })
  judged: SelfVerdict | null;
}

@ObjectType({ description: 'A round of questions, each answered once.' })
export class PracticeRound {
  @Field(() => ID)
  id: string;

  @Field(() => PracticeModeEnum)
  mode: PracticeMode;

  @Field()
  startedAt: Date;

  @Field(() => Date, { nullable: true })
  endedAt: Date | null;

  settings: RoundRow['settings'];
  questions: RoundRow['questions'];
}

@ObjectType()
export class PracticeChapter {
  @Field(() => ID)
  id: string;

  @Field(() => ID, { nullable: true })
  parentId: string | null;

  @Field()
  name: string;

  @Field(() => Int, { description: 'Questions, with those of all chapters below.' })
  total: number;

  @Field(() => Int)
  answered: number;

  @Field(() => Int, { description: 'Answered, and not missed the last time.' })
  mastered: number;
}

@ObjectType({ description: 'An exam by whose rules a mock can be taken.' })
export class MockExam {
  @Field(() => ID)
  id: string;

  @Field()
  title: string;

  @Field(() => Int)
  minutes: number;

  @Field(() => Int, { description: 'Percent of all marks.' })
  passMark: number;

  @Field(() => PaperSize)
  size: PaperSize;

  @Field(() => ID, { nullable: true, description: 'The mock begun and not handed in.' })
  openAttemptId: string | null;
}

@ObjectType()
export class PracticeHome {
  @Field(() => Int)
  total: number;

  @Field(() => Int)
  answered: number;

  @Field(() => Int)
  mastered: number;

  @Field(() => [PracticeChapter], { description: 'Those that have questions, in the order of the book, parents before their children.' })
  chapters: PracticeChapter[];

  @Field(() => Int, { description: 'Answers to look at again.' })
  missed: number;

  @Field(() => [WeakPointType], { description: 'The weakest first.' })
  weak: WeakPointType[];

  @Field(() => [PracticeRound], { description: 'Not finished, the latest first.' })
  open: PracticeRound[];

  @Field(() => [MockExam])
  mocks: MockExam[];
}

@ObjectType({ description: 'A question whose latest answer was missed.' })
export class MissedAnswer {
  @Field(() => QuestionReview)
  review: QuestionReview;

  @Field()
  answeredAt: Date;
}

@ObjectType()
export class MissedAnswerPage extends pageType(MissedAnswer) {}

@InputType()
export class StartPracticeInput {
  @Field(() => PracticeModeEnum)
  mode: PracticeMode;

  @Field(() => ID, { nullable: true, description: 'Of chapter practice.' })
  chapterId?: string | null;

  @Field(() => Int, { nullable: true, description: 'Questions of the round, 1 to 50; 10 where nothing is said.' })
  size?: number | null;
}

@InputType()
export class AnswerPracticeInput {
  @Field(() => ID)
  practiceId: string;

  @Field(() => Int)
  position: number;

  @Field(() => [String], { description: 'None to be shown the answer; that counts as missed.' })
  choice: string[];
}

@InputType()
export class JudgePracticeInput {
  @Field(() => ID)
  practiceId: string;

  @Field(() => Int)
  position: number;

  @Field(() => SelfVerdictEnum)
  verdict: SelfVerdict;
}

@ObjectType()
export class PracticeRoundSuccess {
  @Field(() => PracticeRound, { description: 'A new round, or the one of the same kind that is not finished.' })
  round: PracticeRound;
}

@ObjectType()
export class AnswerPracticeSuccess {
  @Field(() => PracticeAnswer, { description: 'The answer that counts: where the place had one already, that one.' })
  answer: PracticeAnswer;

  @Field({ description: 'Nothing is left to answer.' })
  ended: boolean;
}

@ErrorType('PRACTICE_EMPTY', 'NO_WEAK_POINTS', 'NOTHING_MISSED', 'PRACTICE_ENDED', 'PRACTICE_WITHHELD', 'EXAM_RUNNING')
export class PracticeRefusedError extends UserError {}

export const StartPracticeResult = resultUnion('StartPracticeResult', PracticeRoundSuccess, NotFoundError, InvalidInputError, PracticeRefusedError);
export const EndPracticeResult = resultUnion('EndPracticeResult', PracticeRoundSuccess, NotFoundError);
export const AnswerPracticeResult = resultUnion('AnswerPracticeResult', AnswerPracticeSuccess, NotFoundError, InvalidInputError, PracticeRefusedError);
export const StartMockExamResult = resultUnion('StartMockExamResult', StartAttemptSuccess, NotFoundError, PracticeRefusedError);
