import { pageType } from '@skillhall/platform/graphql';
import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Submitter } from '../../domain/index.js';
import { resultVerdicts, type ResultsOf, type ResultVerdict } from '../data/results.repository.js';

export const ResultVerdictEnum = Object.fromEntries(resultVerdicts.map((name) => [name, name])) as { [V in ResultVerdict]: V };
registerEnumType(ResultVerdictEnum, { name: 'ResultVerdict' });

@ObjectType()
export class ExamSatRow {
  @Field(() => ID)
  id: string;

  @Field()
  title: string;

  @Field(() => Int)
  passMark: number;

  @Field(() => Int)
  sat: number;

  @Field(() => Int)
  passed: number;

  @Field(() => Int, { description: 'Whose answers people have still to mark.' })
  pending: number;

  @Field(() => Float, { nullable: true, description: 'Of those who have been graded, 0 to 100.' })
  mean: number | null;

  @Field()
  lastSat: Date;
}

@ObjectType()
export class ExamSatPage extends pageType(ExamSatRow) {}

@ObjectType({ description: 'Where the scores of a group lie.' })
export class ScoreSpreadType {
  @Field(() => Float)
  least: number;

  @Field(() => Float)
  lowerQuarter: number;

  @Field(() => Float)
  median: number;

  @Field(() => Float)
  upperQuarter: number;

  @Field(() => Float)
  most: number;
}

@ObjectType({ isAbstract: true })
abstract class FiguresType {
  @Field(() => Int)
  sat: number;

  @Field(() => Int)
  passed: number;

  @Field(() => Int)
  pending: number;

  @Field(() => Float, { nullable: true })
  mean: number | null;

  @Field(() => ScoreSpreadType, { nullable: true, description: 'Null for fewer than five people.' })
  spread: ScoreSpreadType | null;
}

@ObjectType()
export class ResultSummary extends FiguresType {
  @Field(() => Int, { description: 'Admitted to a sitting that is over, and sat none.' })
  absent: number;

  @Field(() => [Int], { nullable: true, description: 'How many scores fall into each tenth of 0 to 100; null for fewer than five people.' })
  bins: readonly number[] | null;
}

@ObjectType()
export class UnitResult extends FiguresType {
  @Field(() => ID)
  unitId: string;

  @Field()
  unitName: string;
}

@ObjectType()
export class ResultSitting {
  @Field(() => ID)
  id: string;

  @Field()
  title: string;

  @Field()
  opensAt: Date;

  @Field()
  over: boolean;
}

@ObjectType()
export class PersonResult {
  @Field(() => ID)
  attemptId: string;

  @Field()
  name: string;

  @Field()
  staffNumber: string;

  @Field()
  unitName: string;

  @Field()
  sittingTitle: string;

  @Field()
  startedAt: Date;

  @Field()
  submittedAt: Date;

  @Field(() => String)
  submittedBy: Submitter;

  @Field(() => Float)
  score: number;

  @Field(() => Float)
  marks: number;

  @Field(() => Float)
  maxMarks: number;

  @Field(() => Int)
  pending: number;

  @Field(() => Boolean, { nullable: true })
  passed: boolean | null;

  @Field({ description: 'Graded anew after a key was corrected or a question declared void.' })
  regraded: boolean;
}

@ObjectType()
export class PersonResultPage extends pageType(PersonResult) {}

@ObjectType()
export class AbsentPerson {
  @Field(() => ID)
  personId: string;

  @Field()
  name: string;

  @Field()
  staffNumber: string;

  @Field()
  unitName: string;

  @Field()
  sittingTitle: string;
}

@ObjectType()
export class AbsentPersonPage extends pageType(AbsentPerson) {}

@InputType()
export class PersonResultFilter {
  @Field(() => String, { nullable: true, description: 'Part of the name, or the beginning of the staff number.' })
  search?: string | null;

  @Field(() => ResultVerdictEnum, { nullable: true })
  verdict?: ResultVerdict | null;
}

@ObjectType({ description: 'Results of one exam, of the people whom the reader is in charge of.' })
export class ExamResults {
  @Field(() => ID)
  id: string;

  @Field()
  title: string;

  @Field(() => Int)
  passMark: number;

  of: ResultsOf;
}
