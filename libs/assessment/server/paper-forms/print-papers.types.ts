import { ErrorType, InvalidInputError, NotFoundError, resultUnion, UserError } from '@skillhall/platform/graphql';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { QuestionTypeEnum } from '@skillhall/question-bank/server';
import type { QuestionType } from '@skillhall/question-bank/domain';
import { type PaperFileKind, paperFileKinds, type PrintingState, printingStates } from '../data/printing.repository.js';
import { ExamStateError } from '../manage-exams/manage-exams.types.js';
import { SittingStateError } from '../manage-sittings/manage-sittings.types.js';
import { Sitting } from '../read-sittings/sitting.types.js';

const enumOf = <const T extends readonly string[]>(values: T): { [V in T[number]]: V } => Object.fromEntries(values.map((value) => [value, value])) as { [V in T[number]]: V };
export const PrintingStateEnum = enumOf(printingStates);
registerEnumType(PrintingStateEnum, { name: 'PrintingState' });
export const PaperFileKindEnum = enumOf(paperFileKinds);
registerEnumType(PaperFileKindEnum, { name: 'PaperFileKind' });

@ObjectType({ description: 'What may be written for one question of a form: how many options, prompts and blanks, and nothing of what it asks.' })
export class PaperFormQuestion {
  @Field(() => Int)
  position: number;

  @Field(() => QuestionTypeEnum)
  type: QuestionType;

  @Field(() => Int)
  section: number;

  @Field(() => Float)
  marks: number;

  @Field(() => Int)
  options: number;

  @Field(() => Int)
  prompts: number;

  @Field(() => Int)
  blanks: number;
}

@ObjectType()
export class PaperForm {
  @Field()
  form: string;

  @Field(() => [String])
  sections: string[];

  @Field(() => [PaperFormQuestion])
  questions: PaperFormQuestion[];

  @Field(() => Int, { description: 'Papers of this form that have been typed in.' })
  entered: number;
}

@ObjectType()
export class PaperPrinting {
  @Field(() => ID)
  id: string;

  @Field(() => PrintingStateEnum)
  state: PrintingState;

  @Field(() => Int, { description: 'Files made so far.' })
  done: number;

  @Field(() => Int)
  total: number;

  @Field(() => [String], { description: 'Characters that no font has; a box is printed in their places.' })
  missing: readonly string[];

  @Field()
  at: Date;

  @Field()
  accountName: string;
}

@ObjectType({ description: 'To be fetched from /files/papers/{fileId}; who fetches it is written down.' })
export class PaperFile {
  @Field(() => ID)
  fileId: string;

  @Field(() => PaperFileKindEnum)
  kind: PaperFileKind;

  @Field(() => String, { nullable: true })
  form: string | null;

  @Field()
  name: string;

  @Field(() => Int)
  size: number;
}

@ObjectType({ description: 'Printed papers of a sitting, for who manages exams there.' })
export class SittingPapers {
  @Field({ description: 'The viewer has to sit this themselves: files are closed until they have handed in.' })
  withheld: boolean;

  @Field(() => [PaperForm])
  forms: PaperForm[];

  @Field(() => PaperPrinting, { nullable: true, description: 'The latest making of files.' })
  printing: PaperPrinting | null;

  @Field(() => [PaperFile])
  files: PaperFile[];
}

@ObjectType()
export class PrintPapersSuccess {
  @Field(() => Sitting)
  sitting: Sitting;
}

@ErrorType('NOT_ON_PAPER', 'PAPERS_BUSY', 'PAPERS_WITHHELD', 'PAPERS_HANDED_OUT')
export class PrintPapersError extends UserError {}

export const PrintPapersResult = resultUnion('PrintPapersResult', PrintPapersSuccess, NotFoundError, InvalidInputError, SittingStateError, ExamStateError, PrintPapersError);
