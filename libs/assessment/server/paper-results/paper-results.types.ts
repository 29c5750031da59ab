import { ErrorType, InvalidInputError, NotFoundError, pageType, resultUnion, UserError } from '@skillhall/platform/graphql';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { CandidateStateError } from '../invigilate/invigilate.types.js';
import { SittingStateError } from '../manage-sittings/manage-sittings.types.js';
import { PrintPapersError } from '../paper-forms/print-papers.types.js';
import { StartRefusedError } from '../start-sitting/start-sitting.types.js';

@InputType()
export class WrittenAnswerInput {
  @Field(() => Int, { description: 'Number of the question on the form.' })
  position: number;

  @Field({ description: 'As it stands on the paper: letters by place, blanks with semicolons between, or a text.' })
  text: string;
}

@InputType()
export class EnterPaperInput {
  @Field(() => ID)
  sittingId: string;

  @Field()
  staffNumber: string;

  @Field({ description: 'The letter of the form.' })
  form: string;

  @Field(() => [WrittenAnswerInput], { description: 'Questions that are not named were left blank.' })
  answers: WrittenAnswerInput[];

  @Field({ description: 'Puts right what was typed in before; needs a note.' })
  correct: boolean;

  @Field(() => String, { nullable: true, description: 'Why it is corrected; stays on record.' })
  note?: string | null;
}

@ObjectType({ description: 'A paper that was typed in, as it stands now; no mark and no key.' })
export class PaperEntryRow {
  @Field(() => ID)
  personId: string;

  @Field()
  staffNumber: string;

  @Field()
  name: string;

  @Field()
  form: string;

  @Field(() => Int, { description: '1 as it was first typed in, more after corrections.' })
  version: number;

  @Field({ description: 'Why it was corrected last.' })
  note: string;

  @Field()
  fromFile: boolean;

  @Field(() => Int)
  answered: number;

  @Field(() => Int)
  total: number;

  @Field()
  at: Date;

  @Field({ description: 'Who typed it in; empty for the command line.' })
  accountName: string;
}

@ObjectType()
export class PaperEntryPage extends pageType(PaperEntryRow) {}

@ObjectType()
export class WrittenAnswer {
  @Field(() => Int)
  position: number;

  @Field()
  text: string;
}

@ObjectType({ description: 'Who is being typed in, and what was typed in of them so far.' })
export class PaperOfPerson {
  @Field()
  staffNumber: string;

  @Field()
  name: string;

  @Field(() => String, { nullable: true, description: 'Null where nothing has been typed in yet.' })
  form: string | null;

  @Field(() => [WrittenAnswer])
  answers: WrittenAnswer[];
}

@ObjectType()
export class EnterPaperSuccess {
  @Field()
  name: string;

  @Field(() => Int)
  answered: number;

  @Field(() => Int)
  total: number;

  @Field(() => Int, { description: 'Answers that people have still to mark.' })
  pending: number;
}

@ErrorType('NO_SUCH_FORM', 'PAPER_ENTERED', 'PAPER_NOT_ENTERED', 'PAPER_MARKED', 'PAPER_SAME', 'OWN_ENTRY')
export class EnterPaperError extends UserError {}

@ErrorType('WRITTEN_NO_OPTION', 'WRITTEN_TOO_MANY', 'WRITTEN_TWICE', 'WRITTEN_COUNT', 'WRITTEN_UNSOUND', 'NO_SUCH_QUESTION')
export class WrittenAnswerError extends UserError {
  @Field(() => Int)
  question: number;
}

const failures = [NotFoundError, InvalidInputError, SittingStateError, StartRefusedError, CandidateStateError, PrintPapersError, EnterPaperError, WrittenAnswerError] as const;
export const EnterPaperResult = resultUnion('EnterPaperResult', EnterPaperSuccess, ...failures);
