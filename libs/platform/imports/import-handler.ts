import type { Actor, Locale, Permission, Phrase, PhraseValues } from '@skillhall/kernel';
import type { Transaction } from '../database/index.js';
import type { Columns, Values } from '../tabular/index.js';

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
  /** Says what is wrong with a row; the row is then left out. */
  reject(row: number, field: string, code: string, values?: PhraseValues): void;
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
}

/** Takes in a document that is no table. */
export interface DocumentImport extends ImportHead {
  readonly templateFile: { readonly name: string; readonly mediaType: string; readonly content: () => Promise<Buffer> };
  readDocument(context: ImportContext, content: Buffer, fileName: string): Promise<ImportCounts>;
}

export type ImportHandler = TableImport | DocumentImport;

export const isTableImport = (handler: ImportHandler): handler is TableImport => 'columns' in handler;
