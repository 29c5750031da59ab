import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Submitter } from '../../domain/index.js';
import type { GradeStep } from '../data/evidence.repository.js';
import { AttemptEvent } from '../invigilate/invigilate.types.js';
import { QuestionForExaminee } from '../read-attempts/attempt.types.js';

@ObjectType({ description: 'What one marker gave.' })
export class PaperMark {
  @Field(() => Int)
  round: number;

  @Field(() => Float)
  marks: number;

  @Field(() => String, { nullable: true })
  comment: string | null;
}

@ObjectType({ description: 'A question of a paper with what was answered. Its key is not shown.' })
export class PaperAnswer {
  @Field(() => QuestionForExaminee)
  question: QuestionForExaminee;

  @Field(() => [String])
  choice: string[];

  @Field(() => Float, { nullable: true, description: 'Null while people have still to mark it.' })
  marks: number | null;

  @Field(() => [PaperMark])
  given: PaperMark[];
}

@ObjectType({ description: 'A grade that the paper has had: the first one, after marking, after a correction.' })
export class GradeStepType {
  @Field(() => Int)
  version: number;

  @Field(() => String, { description: '`first`, `marked`, `regraded`, `corrected` where it had been typed in wrongly from paper, or `late` where answers arrived late and were accepted.' })
  cause: GradeStep['cause'];

  @Field()
  at: Date;

  @Field(() => Float)
  score: number;

  @Field(() => Float)
  marks: number;

  @Field(() => Boolean, { nullable: true })
  passed: boolean | null;

  @Field(() => String, { nullable: true })
  reason: string | null;
}

@ObjectType()
export class PaperIncident {
  @Field(() => ID)
  id: string;

  @Field()
  kind: string;

  @Field(() => Int, { nullable: true })
  minutes: number | null;

  @Field()
  note: string;

  @Field()
  at: Date;

  @Field()
  accountName: string;
}

@ObjectType({ description: 'Somebody’s paper as evidence, after the sitting is over for everybody.' })
export class PaperEvidence {
  @Field(() => ID)
  id: string;

  @Field()
  personName: string;

  @Field()
  staffNumber: string;

  @Field()
  unitName: string;

  @Field()
  examTitle: string;

  @Field()
  sittingTitle: string;

  @Field()
  startedAt: Date;

  @Field()
  submittedAt: Date;

  @Field(() => String)
  submittedBy: Submitter;

  @Field()
  receiptCode: string;

  @Field(() => [GradeStepType], { description: 'The first one first; the last one counts.' })
  grades: GradeStepType[];

  @Field(() => [PaperAnswer], { description: 'Without what the reader is asked on an open paper just now.' })
  answers: PaperAnswer[];

  @Field(() => [AttemptEvent])
  events: AttemptEvent[];

  @Field(() => [PaperIncident])
  incidents: PaperIncident[];
}
