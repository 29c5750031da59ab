import { stat } from 'node:fs/promises';
import { CsvRecords } from './csv-records.js';
import { sniffSeparator } from './csv-separator.js';
import { batchSize, TableError, type Cell, type Encoding, type Limits } from './table.js';
import type { Progress, RawRow, Table } from './table.js';
import { decodedText, progressOf, textEncoding } from './text-encoding.js';

/** `sep=;` in the first line is a word to Excel, not a row. */
const declaration = /^sep=.\r?\n/i;

async function startOf(path: string, encoding: Encoding): Promise<string> {
  let start = '';
  for await (const text of decodedText(path, encoding)) {
    start += text;
    if (start.length >= 2 ** 16) break;
  }
  return start;
}

async function* csvRows(
  path: string,
  encoding: Encoding,
  separator: string,
  skip: number,
  limits: Limits,
  onProgress?: (done: number) => void,
): AsyncGenerator<RawRow[], void, undefined> {
  const records = new CsvRecords(separator, limits);
  let row = 0;
  let toSkip = skip;
  let batch: RawRow[] = [];
  const take = (found: readonly Cell[][]): void => {
    for (const cells of found) batch.push({ row: ++row, cells });
    if (row > limits.rows) throw new TableError('too-many-rows', { limit: limits.rows });
  };
  for await (const text of decodedText(path, encoding, onProgress)) {
    const part = text.slice(toSkip);
    toSkip -= text.length - part.length;
    take(records.push(part));
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  take(records.push('', true));
  if (batch.length > 0) yield batch;
}

export async function openCsv(path: string, head: Buffer, limits: Limits, onProgress?: Progress): Promise<Table> {
  const encoding = await textEncoding(path, head);
  const start = await startOf(path, encoding);
  if (start.trim() === '') throw new TableError('file-empty');
  const separator = sniffSeparator(start.slice(0, 2 ** 16));
  const skip = declaration.exec(start)?.[0].length ?? 0;
  const { size } = await stat(path);
  return {
    format: 'csv',
    encoding,
    separator,
    rows: () => csvRows(path, encoding, separator, skip, limits, progressOf(onProgress, size)),
  };
}
