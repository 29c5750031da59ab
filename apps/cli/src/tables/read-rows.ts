import { say } from '@skillhall/kernel';
import { type Cell, openTable, TableError, tableErrors } from '@skillhall/platform/tabular';
import { CommandFailure } from '../failure.js';
import { Row } from './row.js';

/** Computations have no database to fill: a file may be larger than an import. */
const limits = { fileBytes: 2 ** 31, unpackedBytes: 2 ** 32, rows: 20_000_000 };

/** Hands every row of a CSV or XLSX file that has the wanted columns to `take`; rows without any entry are passed over. */
export async function readRows(path: string, wanted: readonly string[], take: (row: Row) => void): Promise<void> {
  let places: Map<string, number> | undefined;
  let rows = 0;
  try {
    const table = await openTable(path, { limits });
    for await (const batch of table.rows())
      for (const { row, cells } of batch) {
        if (!places) places = placesOf(cells, wanted);
        else {
          const read = new Row(row, cells, places);
          if (read.empty) continue;
          rows++;
          take(read);
        }
      }
  } catch (error) {
    throw unreadable(error, path);
  }
  if (!rows) throw new CommandFailure(places ? 'The file has no rows below its header.' : 'The file is empty.', 1, false, { code: places ? 'no-rows' : 'file-empty' });
}

function unreadable(error: unknown, path: string): unknown {
  if (error instanceof TableError) return new CommandFailure(`${path}: ${say(tableErrors[error.code], 'en', error.values)}`, 1, false, { code: error.code });
  const system = (error as NodeJS.ErrnoException).code;
  if (system === 'ENOENT' || system === 'EISDIR' || system === 'EACCES') return new CommandFailure(`The file ${path} cannot be read.`, 1, false, { code: 'file-unreadable', system });
  return error;
}

function placesOf(header: readonly Cell[], wanted: readonly string[]): Map<string, number> {
  const titles = header.map((cell) => (cell == null ? '' : String(cell).trim()));
  const missing = wanted.filter((title) => !titles.includes(title));
  if (missing.length) {
    const columns = missing.map((title) => `"${title}"`).join(', ');
    throw new CommandFailure(`The file has no column ${columns}. It has: ${titles.join(', ')}.`, 1, false, { code: 'column-missing', column: missing.join(', '), row: 1 });
  }
  return new Map(wanted.map((title) => [title, titles.indexOf(title)]));
}
