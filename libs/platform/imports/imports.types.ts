import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { InvalidInputError, NotFoundError, pageType, resultUnion, UserError } from '../graphql/index.js';

const same = <const T extends readonly string[]>(values: T): { [V in T[number]]: V } => Object.fromEntries(values.map((value) => [value, value])) as { [V in T[number]]: V };

export const importKinds = ['units', 'people', 'questions', 'course', 'volumes', 'complaints', 'training', 'paperResults'] as const;
export type ImportKind = (typeof importKinds)[number];
export const ImportKindEnum = same(importKinds);
registerEnumType(ImportKindEnum, { name: 'ImportKind' });
export const ImportStatusEnum = same(['queued', 'reading', 'merging', 'done', 'failed'] as const);
registerEnumType(ImportStatusEnum, { name: 'ImportStatus' });

@ObjectType()
export class ImportColumn {
  @Field()
  field: string;

  @Field({ description: 'The title as the template writes it.' })
  title: string;

  @Field()
  required: boolean;
}

@ObjectType()
export class ImportSourceColumn {
  @Field(() => Int)
  column: number;

  @Field()
  title: string;

  @Field(() => [String], { description: 'The first values below the title.' })
  sample: string[];
}

@ObjectType()
export class ImportMappingEntry {
  @Field()
  field: string;

  @Field(() => Int, { nullable: true })
  column: number | null;
}

@ObjectType()
export class ImportRecognition {
  @Field(() => Int, { nullable: true })
  headerRow: number | null;

  @Field(() => [ImportColumn])
  columns: ImportColumn[];

  @Field(() => [ImportSourceColumn])
  sourceColumns: ImportSourceColumn[];

  @Field(() => [ImportMappingEntry])
  mapping: ImportMappingEntry[];

  @Field(() => [ImportMappingEntry], { description: 'Best guesses for what was not recognised; a person chooses.' })
  suggested: ImportMappingEntry[];

  @Field(() => [String])
  missing: string[];
}

@ObjectType('ImportProblem')
export class ImportProblemType {
  @Field(() => Int)
  row: number;

  @Field()
  field: string;

  @Field()
  code: string;

  @Field()
  message: string;
}

@ObjectType()
export class ImportProblemPage extends pageType(ImportProblemType) {}

@ObjectType({ implements: () => [UserError] })
export class ImportFileError extends UserError {}

export const ImportFileKindEnum = same(['read', 'rejected'] as const);
registerEnumType(ImportFileKindEnum, { name: 'ImportFileKind', description: '`read`: what was read, as JSON, to be looked at; `rejected`: what was left out, to be put right.' });

@ObjectType({ description: 'A file that a run left, to be had from /files for a time.' })
export class ImportRunFile {
  @Field(() => ImportFileKindEnum)
  kind: keyof typeof ImportFileKindEnum;

  @Field()
  name: string;

  @Field(() => ID)
  fileId: string;
}

@ObjectType({ description: 'What whoever imports has chosen besides the file.' })
export class ImportOption {
  @Field()
  name: string;

  @Field()
  value: string;
}

@ObjectType()
export class ImportRun {
  @Field(() => ID)
  id: string;

  @Field(() => ImportKindEnum)
  kind: ImportKind;

  @Field()
  fileName: string;

  @Field()
  dryRun: boolean;

  @Field(() => ImportStatusEnum)
  status: keyof typeof ImportStatusEnum;

  @Field(() => Int)
  rowsRead: number;

  @Field(() => Int, { nullable: true, description: 'Estimated while the file is read.' })
  rowsTotal: number | null;

  @Field(() => Int)
  created: number;

  @Field(() => Int)
  updated: number;

  @Field(() => Int)
  unchanged: number;

  @Field(() => Int, { description: 'Rows left out.' })
  rejected: number;

  @Field(() => String, { nullable: true })
  encoding: string | null;

  @Field(() => String, { nullable: true })
  sheetName: string | null;

  @Field({ description: 'False once the file, and with it what was wrong with its rows, was taken away after its time.' })
  fileKept: boolean;

  @Field(() => [ImportRunFile])
  files: readonly ImportRunFile[];

  @Field()
  createdAt: Date;

  @Field(() => Date, { nullable: true })
  finishedAt: Date | null;

  @Field()
  createdByName: string;
}

@ObjectType()
export class ImportRunPage extends pageType(ImportRun) {}

@InputType()
export class ImportMappingInput {
  @Field()
  field: string;

  @Field(() => Int, { nullable: true, description: 'Place of the column from 0; null leaves the field out.' })
  column?: number | null;
}

@InputType()
export class ImportOptionInput {
  @Field()
  name: string;

  @Field()
  value: string;
}

@InputType()
export class StartImportInput {
  @Field(() => ImportKindEnum)
  kind: ImportKind;

  @Field(() => ID, { description: 'A file brought to /files before.' })
  fileId: string;

  @Field({ description: 'Only says what would happen.' })
  dryRun: boolean;

  @Field(() => [ImportMappingInput], { nullable: true })
  mapping?: ImportMappingInput[] | null;

  @Field(() => [ImportOptionInput], { nullable: true, description: 'What the kind lets be chosen; of questions: format, unit, category, track, state, doubtful.' })
  options?: ImportOptionInput[] | null;
}

@ObjectType()
export class StartImportSuccess {
  @Field(() => ImportRun)
  run: ImportRun;
}

export const StartImportResult = resultUnion('StartImportResult', StartImportSuccess, NotFoundError, InvalidInputError);
