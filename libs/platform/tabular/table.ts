import type { PhraseValues } from '@skillhall/kernel';
import type { TableErrorCode } from './phrases.js';

/** A cell that holds no usable value: `#REF!` and the like, or a formula nobody has calculated. */
export interface CellError {
  readonly code: 'cell-error' | 'formula-without-value';
  readonly text: string;
}

/** A Date is a civil date and time written as if it were UTC: a spreadsheet knows no time zone. */
export type Cell = string | number | boolean | Date | CellError | null;

export interface RawRow {
  /** The number a spreadsheet program shows beside the row; in CSV the number of the record. */
  readonly row: number;
  readonly cells: readonly Cell[];
}

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

export interface Table {
  readonly format: 'csv' | 'xlsx';
  readonly encoding?: Encoding;
  readonly separator?: string;
  readonly sheetName?: string;
  /** The visible sheets in the order of the workbook. */
  readonly sheetNames?: readonly string[];
  /** The rows in batches, to save a wait per row. May be called again; leaving early closes the file. */
  rows(): AsyncIterable<RawRow[]>;
}

/** What a file may cost us. Sizes in bytes, `cellLength` in characters. */
export interface Limits {
  readonly fileBytes: number;
  readonly unpackedBytes: number;
  /** Unpacked bytes per packed byte, once `ratioFloorBytes` are unpacked. */
  readonly ratio: number;
  readonly ratioFloorBytes: number;
  readonly entries: number;
  /** Characters of all texts that a workbook shares between cells: they stay in memory. */
  readonly sharedCharacters: number;
  readonly rows: number;
  readonly columns: number;
  readonly cellLength: number;
}

const MiB = 2 ** 20;
export const defaultLimits: Limits = {
  fileBytes: 256 * MiB,
  unpackedBytes: 1024 * MiB,
  ratio: 200,
  ratioFloorBytes: 4 * MiB,
  entries: 2_000,
  sharedCharacters: 128 * MiB,
  rows: 1_048_576,
  columns: 512,
  cellLength: 32_767,
};

export type Progress = (done: number, total: number) => void;

/** The file as a whole cannot be read; `code` and `values` make the sentence for the user. */
export class TableError extends Error {
  override readonly name: string = 'TableError';
  readonly code: TableErrorCode;
  readonly values: PhraseValues;

  constructor(code: TableErrorCode, values: PhraseValues = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(values)}`, { cause });
    this.code = code;
    this.values = values;
  }
}

export const isCellError = (cell: Cell): cell is CellError =>
  typeof cell === 'object' && cell !== null && !(cell instanceof Date);

/** A limit in bytes as users read it. */
export const inMiB = (bytes: number): number => Math.round(bytes / MiB);

export const batchSize = 500;
