import { QuestionTypeEnum } from '@skillhall/question-bank/server';
import type { QuestionType } from '@skillhall/question-bank/domain';
import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { BlueprintProblem } from '../../domain/index.js';
import { QuestionForExaminee } from '../read-attempts/attempt.types.js';
import { BlueprintSectionType } from './exam.types.js';

@ObjectType()
export class BlueprintPlace {
  @Field(() => Int, { description: 'From 0.' })
  section: number;

  @Field(() => Int, { description: 'From 0.' })
  row: number;
}

@ObjectType({ description: 'Rows that together ask for more questions than there are, or a fixed question that cannot be used.' })
export class BlueprintProblemType {
  @Field(() => String, { description: '`too-few`, `fixed-missing` or `fixed-twice`.' })
  kind: string;

  @Field(() => [BlueprintPlace])
  rows: BlueprintPlace[];

  @Field(() => Int, { nullable: true })
  needed: number | null;

  @Field(() => Int, { nullable: true })
  available: number | null;

  @Field(() => Int, { nullable: true })
  section: number | null;

  @Field(() => ID, { nullable: true })
  questionId: string | null;
}

const nothing = { rows: [], needed: null, available: null, section: null, questionId: null };

export const problemTypeOf = (problem: BlueprintProblem): BlueprintProblemType => ({ ...nothing, ...problem, rows: 'rows' in problem ? [...problem.rows] : [] });

@ObjectType()
export class BlueprintTotals {
  @Field(() => Int)
  questions: number;

  @Field(() => Float)
  marks: number;
}

@InputType({ description: 'A blueprint as it is being written, saved or not.' })
export class BlueprintDraftInput {
  @Field(() => ID, { description: 'The unit that keeps the exam.' })
  unitId: string;

  @Field(() => [BlueprintSectionType])
  sections: BlueprintSectionType[];

  @Field(() => Int, { nullable: true })
  exposureCap?: number | null;
}

@ObjectType({ description: 'What today’s bank has for a blueprint: how many questions, and nothing of what they say.' })
export class BlueprintCheck {
  @Field(() => [BlueprintProblemType])
  problems: BlueprintProblemType[];

  @Field(() => [[Int]], { description: 'Section by section, how many questions fit each row by itself.' })
  fitting: number[][];

  @Field(() => BlueprintTotals)
  totals: BlueprintTotals;
}

@ObjectType({ description: 'A question that may stand on every paper, as an author recognises it.' })
export class FixedQuestionFace {
  @Field(() => ID)
  questionId: string;

  @Field()
  code: string;

  @Field(() => QuestionTypeEnum)
  type: QuestionType;

  @Field()
  stem: string;

  @Field(() => Int)
  difficulty: number;
}

@ObjectType({ description: 'A paper as an examinee would see it, drawn to be looked at and kept nowhere.' })
export class ExamPreview {
  @Field(() => [String], { description: 'Titles of the sections of the paper, in order.' })
  sections: string[];

  @Field(() => [QuestionForExaminee])
  questions: QuestionForExaminee[];
}
