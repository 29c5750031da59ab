import { NotFoundError, resultUnion } from '@skillhall/platform/graphql';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { writableFormats, type WritableFormat } from '../exchange/question-file.js';
import { QuestionFilter } from '../read-questions/question.types.js';

/** Names of formats as GraphQL can write them: `moodle-xml` is moodle_xml. */
export const formatNames = Object.fromEntries(writableFormats.map((format) => [format.replace('-', '_'), format])) as Record<string, WritableFormat>;
registerEnumType(formatNames, { name: 'QuestionFileFormat' });
export const QuestionExportStatusEnum = { queued: 'queued', working: 'working', done: 'done', failed: 'failed' } as const;
registerEnumType(QuestionExportStatusEnum, { name: 'QuestionExportStatus' });

@InputType()
export class ExportQuestionsInput {
  @Field(() => formatNames)
  format: WritableFormat;

  @Field(() => QuestionFilter, { nullable: true })
  filter?: QuestionFilter | null;
}

@ObjectType({ description: 'Questions on their way out of the bank, with their keys; files are to be had from /files for a time.' })
export class QuestionExport {
  @Field(() => ID)
  id: string;

  @Field(() => QuestionExportStatusEnum)
  status: keyof typeof QuestionExportStatusEnum;

  @Field(() => Int)
  total: number;

  @Field(() => Int)
  done: number;

  @Field(() => Int, { description: 'Questions that stand in the file.' })
  written: number;

  @Field(() => Int, { description: 'Lines of the list of what the format does not hold.' })
  losses: number;

  @Field(() => Int, { description: 'Questions that whoever asks is being asked just now; they are left out.' })
  withheld: number;

  @Field(() => ID, { nullable: true })
  fileId: string | null;

  @Field(() => String, { nullable: true })
  fileName: string | null;

  @Field(() => ID, { nullable: true })
  lossesFileId: string | null;
}

@ObjectType()
export class ExportQuestionsSuccess {
  @Field(() => QuestionExport)
  export: QuestionExport;
}

export const ExportQuestionsResult = resultUnion('ExportQuestionsResult', ExportQuestionsSuccess, NotFoundError);
