import type { PhraseValues } from '@skillhall/kernel';
import { isBlank, shown } from './cell-text.js';
import { titleKey, type Column, type Columns, type Field, type Mapping, type Values } from './columns.js';
import type { SkipReason } from './phrases.js';
import { headerDepth, recogniseHeader, type HeaderRecognition } from './recognise-header.js';
import { skipReason, type SkipContext } from './skip-rows.js';
import { isCellError, TableError, type Cell, type RawRow, type Table } from './table.js';

export interface RawText {
  readonly row: number;
  /** The row as it stands in the file, for a list of failed rows. */
  readonly raw: readonly string[];
}

export interface TableRecord<C extends Columns> {
  readonly row: number;
  readonly values: Values<C>;
}

/** One bad cell. Its row gives no record. */
export interface Problem<F extends string = string> extends RawText {
  readonly field: F;
  readonly code: string;
  /** `text`: what stands in the cell; `title`: the title of its column; `allowed`: the words it may be. */
  readonly values: PhraseValues;
}

export interface SkippedRow {
  readonly row: number;
  readonly reason: SkipReason;
}

export interface Batch<C extends Columns> {
  readonly recognition: HeaderRecognition<Field<C>>;
  readonly records: readonly TableRecord<C>[];
  readonly problems: readonly Problem<Field<C>>[];
  readonly skipped: readonly SkippedRow[];
}

export interface ReadOptions<C extends Columns> {
  readonly mapping?: Mapping<C>;
  /** Number of the header's last row, where a person has said so. */
  readonly headerRow?: number;
}

/** Nobody can tell which column is which; the recognition says what could be guessed. */
export class HeaderNotRecognised extends TableError {
  override readonly name = 'HeaderNotRecognised';
  readonly recognition: HeaderRecognition;

  constructor(recognition: HeaderRecognition, columns: Columns) {
    const missing = recognition.missing.map((field) => columns[field]?.titles[0] ?? field).join('、');
    super('header-not-recognised', { missing: missing === '' ? '?' : missing });
    this.recognition = recognition;
  }
}

/** Words that people write where there is nothing; only optional columns take them so. */
const nothing = new Set(['-', '--', '—', '——', '/', '／', '\\', 'n/a', 'N/A', 'null', 'NULL']);

interface Reader<C extends Columns> {
  readonly field: Field<C>;
  readonly column: number;
  readonly spec: Column;
  readonly title: string;
}

class RecordReader<C extends Columns> {
  readonly #recognition: HeaderRecognition<Field<C>>;
  readonly #readers: readonly Reader<C>[];
  readonly #absent: readonly Field<C>[];
  readonly #skip: SkipContext;

  constructor(recognition: HeaderRecognition<Field<C>>, columns: C) {
    this.#recognition = recognition;
    const fields = Object.keys(columns) as Field<C>[];
    this.#readers = fields.flatMap((field) => {
      const column = recognition.mapping[field];
      if (column === undefined) return [];
      const spec = columns[field]!;
      return [{ field, column, spec, title: recognition.titles[column] || (spec.titles[0] ?? field) }];
    });
    this.#absent = fields.filter((field) => recognition.mapping[field] === undefined);
    this.#skip = {
      width: recognition.titles.filter((title) => title !== '').length,
      required: this.#readers.filter(({ spec }) => spec.required).map(({ column }) => column),
      titles: new Map(this.#readers.map(({ column, title }) => [column, titleKey(title)])),
    };
  }

  read(rows: readonly RawRow[]): Batch<C> {
    const records: TableRecord<C>[] = [];
    const problems: Problem<Field<C>>[] = [];
    const skipped: SkippedRow[] = [];
    for (const row of rows) {
      if (row.row <= (this.#recognition.headerRow ?? 0)) continue;
      const reason = skipReason(row, this.#skip);
      if (reason === undefined) this.#readRow(row, records, problems);
      else skipped.push({ row: row.row, reason });
    }
    return { recognition: this.#recognition, records, problems, skipped };
  }

  #readRow({ row, cells }: RawRow, records: TableRecord<C>[], problems: Problem<Field<C>>[]): void {
    const values: Record<string, unknown> = {};
    let raw: string[] | undefined;
    let sound = true;
    for (const reader of this.#readers) {
      const { field, spec, title } = reader;
      const cell = cells[reader.column] ?? null;
      if (isBlank(cell) || (!spec.required && isNothing(cell))) {
        values[field] = null;
        if (!spec.required) continue;
        problems.push({ row, field, code: spec.missing ?? 'missing-value', values: { text: '', title }, raw: (raw ??= Array.from(cells, shown)) });
        sound = false;
        continue;
      }
      const read = spec.parse(cell);
      if (read.ok) {
        values[field] = read.value;
        continue;
      }
      const allowed = spec.parse.allowed;
      const said = { text: shown(cell), title, ...(allowed && { allowed: allowed.join('、') }) };
      const code = isCellError(cell) ? cell.code : read.error;
      problems.push({ row, field, code, values: said, raw: (raw ??= Array.from(cells, shown)) });
      sound = false;
    }
    if (!sound) return;
    for (const field of this.#absent) values[field] = null;
    // The readers have filled every field according to its column: that is what Values<C> says.
    records.push({ row, values: values as Values<C> });
  }
}

const isNothing = (cell: Cell): boolean => typeof cell === 'string' && cell.length < 6 && nothing.has(cell.trim());

/**
 * Reads a table to records. Rows with bad cells give problems instead; blank rows, footers and repeated
 * headers are reported and left out.
 * @throws HeaderNotRecognised where a needed column is not found.
 */
export async function* readRecords<C extends Columns>(
  table: Table,
  columns: C,
  { mapping, headerRow }: ReadOptions<C> = {},
): AsyncGenerator<Batch<C>, void, undefined> {
  let reader: RecordReader<C> | undefined;
  let waiting: RawRow[] = [];
  const begin = (): RecordReader<C> => {
    const recognition = recogniseHeader(waiting, columns, mapping, headerRow);
    if (!recognition.recognised) throw new HeaderNotRecognised(recognition, columns);
    return new RecordReader(recognition, columns);
  };
  for await (const rows of table.rows()) {
    waiting = waiting.length === 0 ? rows : waiting.concat(rows);
    if (!reader && waiting.length < headerDepth) continue;
    reader ??= begin();
    yield reader.read(waiting);
    waiting = [];
  }
  reader ??= begin();
  if (waiting.length > 0) yield reader.read(waiting);
}

export interface Preview<C extends Columns> {
  readonly recognition: HeaderRecognition<Field<C>>;
  readonly sample: readonly RawText[];
}

/** The header and the first rows below it, for a person to check or to say what each column means. */
export async function previewTable<C extends Columns>(
  table: Table,
  columns: C,
  { mapping, headerRow, rows: wanted = 10 }: ReadOptions<C> & { readonly rows?: number } = {},
): Promise<Preview<C>> {
  let rows: RawRow[] = [];
  for await (const batch of table.rows()) {
    rows = rows.concat(batch);
    if (rows.length >= headerDepth + wanted) break;
  }
  const recognition = recogniseHeader(rows, columns, mapping, headerRow);
  const sample = rows
    .filter(({ row, cells }) => row > (recognition.headerRow ?? 0) && cells.some((cell) => !isBlank(cell)))
    .slice(0, wanted)
    .map(({ row, cells }) => ({ row, raw: Array.from(cells, shown) }));
  return { recognition, sample };
}
