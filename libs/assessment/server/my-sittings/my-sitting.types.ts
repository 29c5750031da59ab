import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import type { ExamineeSittingRow } from '../data/examinee-sitting.repository.js';
import { SittingFields } from '../read-sittings/sitting.types.js';

@ObjectType({ description: 'A sitting as an examinee has it before them: when, where, how long, and whether they may begin.' })
export class SittingForExaminee extends SittingFields {
  @Field()
  examTitle: string;

  @Field()
  instructions: string;

  @Field()
  checkedIn: boolean;

  @Field(() => Int)
  minutes: number;

  @Field(() => Int, { description: 'More time for this person alone.' })
  extraMinutes: number;

  @Field(() => Int, { description: 'Percent of all marks.' })
  passMark: number;

  @Field(() => Int)
  attemptsAllowed: number;

  @Field(() => Int)
  attemptsUsed: number;
}

/** What the resolver has in hand: all of the row, of which only the fields above can be asked for. */
export type MySitting = SittingForExaminee & ExamineeSittingRow;

@ObjectType()
export class PaperSize {
  @Field(() => Int)
  questions: number;

  @Field(() => Float)
  marks: number;
}

