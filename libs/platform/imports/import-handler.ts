import type { Actor, Locale, Permission, Phrase, PhraseValues } from '@skillhall/kernel';
import type { Transaction } from '../database/index.js';
import type { Columns, Values } from '../tabular/index.js';

/** What whoever imports has chosen besides the file, by name; what the names mean the handler knows. */
export type ImportOptions = Readonly<Record<string, string>>;

/** A file that a run leaves for whoever started it. */
export interface LeftFile {
  /** `read`: what was read of the file, to be looked at; `rejected`: what was left out, to be put right. */
  readonly kind: 'read' | 'rejected';
  readonly name: string;
  readonly mediaType: string;
  readonly content: string | Buffer;
}

/** The file as a whole is refused; nothing of it is written. */
export class FileRefused extends Error {
  constructor(
    readonly code: string,
    readonly phrase: Phrase,
    readonly values: PhraseValues = {},
  ) {
    super(code);
  }
}

/** What a handler works with while it takes in one file. */
export interface ImportContext {
  /** Sees everything, so that a number taken elsewhere is known; every row is checked against `scope`. */
  readonly tx: Transaction;
  /** Null on the command line, where whoever runs it may do everything. */
  readonly actor: Actor | null;
  /** The subtrees in which rows may lie; an empty path stands for all. */
  readonly scope: readonly string[];
  readonly locale: Locale;
  readonly runId: string | null;
  readonly options: ImportOptions;
  /** Nothing of this will be written. */
  readonly dryRun: boolean;
  /** Says what is wrong with a row; the row is then left out. */
  reject(row: number, field: string, code: string, values?: PhraseValues): void;
  /** Tells how far a handler is that reads its file itself. */
  progress(rowsRead: number, rowsTotal: number): void;
  leave(file: LeftFile): void;
}

export interface ImportCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

interface ImportHead {
  readonly importKind: string;
  readonly permission: Permission;
  /** Sentences of the handler's own problem codes. */
  readonly phrases: Readonly<Record<string, Phrase>>;
  /** The name of an option that there is not, or whose value means nothing. */
  unknownOption?(options: ImportOptions): string | null;
}

export interface StagedRecord<C extends Columns> {
  readonly row: number;
  readonly values: Values<C>;
}

/** Takes in a table: rows are staged batch by batch, then checked and merged as sets. */
export interface TableImport<C extends Columns = Columns> extends ImportHead {
  readonly columns: C;
  readonly template: {
    readonly sheetName: string;
    readonly examples?: readonly Readonly<Record<string, string>>[];
    readonly notes?: readonly string[];
    readonly lists?: Readonly<Record<string, readonly string[]>>;
  };
  prepare(context: ImportContext): Promise<void>;
  stage(context: ImportContext, records: readonly StagedRecord<C>[]): Promise<void>;
  merge(context: ImportContext): Promise<ImportCounts>;
  /** For files of the same kind that are no table, or are to be read as a whole: whether the options ask for it, and how. */
  readonly whole?: { readonly wanted: (options: ImportOptions) => boolean; readonly read: (context: ImportContext, path: string, fileName: string) => Promise<ImportCounts> };
}

/** Takes in a document that is no table. */
export interface DocumentImport extends ImportHead {
  readonly templateFile: { readonly name: string; readonly mediaType: string; readonly content: () => Promise<Buffer> };
  readDocument(context: ImportContext, content: Buffer, fileName: string): Promise<ImportCounts>;
}

export type ImportHandler = TableImport | DocumentImport;

export const isTableImport = (handler: ImportHandler): handler is TableImport => 'columns' in handler;
