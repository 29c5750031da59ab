import { say } from '@skillhall/kernel';
import { type Cell, openTable, TableError, tableErrors } from '@skillhall/platform/tabular';
import { CommandFailure } from '../failure.js';
import { Row, shown } from './row.js';

/** Computations have no database to fill: a file may be larger, and wider, than an import. */
const limits = { fileBytes: 2 ** 31, unpackedBytes: 2 ** 32, rows: 20_000_000, columns: 16_384 };

type TakeCells = (row: number, cells: readonly Cell[]) => void;

/** Hands the header of a CSV or XLSX file to `header`, and every row below to what it answers; rows without any entry are passed over. */
export async function readCells(path: string, header: (cells: readonly Cell[]) => TakeCells): Promise<void> {
  let take: TakeCells | undefined;
  let rows = 0;
  try {
    const table = await openTable(path, { limits });
    for await (const batch of table.rows())
      for (const { row, cells } of batch) {
        if (!take) take = header(cells);
        else if (cells.some((cell) => cell !== null && cell !== '')) {
          rows++;
          take(row, cells);
        }
      }
  } catch (error) {
    throw unreadable(error, path);
  }
  if (!rows) throw new CommandFailure(take ? 'The file has no rows below its header.' : 'The file is empty.', 1, false, { code: take ? 'no-rows' : 'file-empty' });
}

/** The same, of a file that has the wanted columns, as rows that are asked by title. */
export function readRows(path: string, wanted: readonly string[], take: (row: Row) => void): Promise<void> {
  return readCells(path, (header) => {
    const places = placesOf(header, wanted);
    return (row, cells) => take(new Row(row, cells, places));
  });
}

function unreadable(error: unknown, path: string): unknown {
  if (error instanceof TableError) return new CommandFailure(`${path}: ${say(tableErrors[error.code], 'en', error.values)}`, 1, false, { code: error.code });
  const system = (error as NodeJS.ErrnoException).code;
  if (system === 'ENOENT' || system === 'EISDIR' || system === 'EACCES') return new CommandFailure(`The file ${path} cannot be read.`, 1, false, { code: 'file-unreadable', system });
  return error;
}

function placesOf(header: readonly Cell[], wanted: readonly string[]): Map<string, number> {
  const titles = header.map(shown);
  const missing = wanted.filter((title) => !titles.includes(title));
  if (missing.length) {
    const columns = missing.map((title) => `"${title}"`).join(', ');
    throw new CommandFailure(`The file has no column ${columns}. It has: ${titles.join(', ')}.`, 1, false, { code: 'column-missing', column: missing.join(', '), row: 1 });
  }
  return new Map(wanted.map((title) => [title, titles.indexOf(title)]));
}
