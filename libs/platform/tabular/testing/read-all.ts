import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTable, type OpenOptions } from '../open-table.js';
import { TableError, type Cell, type RawRow } from '../table.js';

let folder: Promise<string> | undefined;
let files = 0;

afterAll(async () => {
  if (folder) await rm(await folder, { recursive: true, force: true });
  folder = undefined;
});

/** Writes the bytes to a file that is gone after the tests. */
export async function fileOf(bytes: Buffer | string): Promise<string> {
  folder ??= mkdtemp(join(tmpdir(), 'tabular-'));
  const path = join(await folder, `file-${++files}`);
  await writeFile(path, bytes);
  return path;
}

export async function readAll(bytes: Buffer | string, options?: OpenOptions): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  const table = await openTable(await fileOf(bytes), options);
  for await (const batch of table.rows()) rows.push(...batch);
  return rows;
}

export const cellsOf = (rows: readonly RawRow[]): (readonly Cell[])[] => rows.map(({ cells }) => cells);

/** The code with which a file is refused, be it on opening or on reading; undefined where it is not. */
export async function refusal(bytes: Buffer | string, options?: OpenOptions): Promise<TableError | undefined> {
  try {
    await readAll(bytes, options);
    return undefined;
  } catch (error) {
    if (error instanceof TableError) return error;
    throw error;
  }
}
