import { ErrorType, InvalidInputError, NotFoundError, resultUnion, UserError } from '@skillhall/platform/graphql';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { unsentFindings, type UnsentFinding } from '../../domain/index.js';

const nameOf = (finding: UnsentFinding): string => finding.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const UnsentFindingEnum = Object.fromEntries(unsentFindings.map((finding) => [nameOf(finding), finding]));
registerEnumType(UnsentFindingEnum, { name: 'UnsentFinding' });

@ObjectType({ description: 'One answer of the file, and what was found of it; neither what was chosen nor what is right.' })
export class UnsentAnswerType {
  @Field(() => Int, { nullable: true, description: 'Number of the question on the paper.' })
  position: number | null;

  @Field(() => Date, { nullable: true, description: 'On the clock of that device.' })
  answeredAt: Date | null;

  @Field(() => UnsentFindingEnum)
  finding: UnsentFinding;
}

@ObjectType()
export class UnsentDecision {
  @Field()
  accepted: boolean;

  @Field()
  note: string;

  @Field(() => Int, { description: 'How many of its answers count since.' })
  counted: number;

  @Field()
  at: Date;

  @Field()
  accountName: string;
}

@ObjectType({ description: 'Answers that did not reach the server in time, brought as a file. They count only if a person decides so.' })
export class UnsentFileType {
  @Field(() => ID)
  id: string;

  @Field()
  personName: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether its digest is that of its content; null where it names none.' })
  sound: boolean | null;

  @Field({ description: 'Whether it comes from the device that has the paper.' })
  sameDevice: boolean;

  @Field(() => [UnsentAnswerType])
  answers: UnsentAnswerType[];

  @Field()
  at: Date;

  @Field()
  accountName: string;

  @Field(() => UnsentDecision, { nullable: true })
  decision: UnsentDecision | null;
}

@ObjectType()
export class UnsentFileSuccess {
  @Field(() => UnsentFileType)
  file: UnsentFileType;
}

@ErrorType('UNSENT_NOT_OURS', 'UNSENT_OTHER_SITTING', 'UNSENT_STILL_OPEN', 'UNSENT_KNOWN', 'UNSENT_DECIDED', 'UNSENT_NOTHING_COUNTS', 'UNSENT_CHANGED', 'UNSENT_OWN_PAPER')
export class UnsentError extends UserError {}

export const BringUnsentAnswersResult = resultUnion('BringUnsentAnswersResult', UnsentFileSuccess, NotFoundError, InvalidInputError, UnsentError);
export const DecideUnsentAnswersResult = resultUnion('DecideUnsentAnswersResult', UnsentFileSuccess, NotFoundError, InvalidInputError, UnsentError);
