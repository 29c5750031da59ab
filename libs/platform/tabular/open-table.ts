import { open } from 'node:fs/promises';
import { openCsv } from './csv-table.js';
import { fileKind } from './file-kind.js';
import { defaultLimits, inMiB, TableError, type Limits, type Progress, type Table } from './table.js';
import { openXlsx } from './xlsx-table.js';

export interface OpenOptions {
  /** Name of a visible sheet; without it the first one. */
  readonly sheet?: string;
  readonly limits?: Partial<Limits>;
  /** Bytes done of the file (CSV) or of the packed sheet (XLSX), and how many there are. */
  readonly onProgress?: Progress;
}

const headBytes = 2 ** 16;

/** The first bytes of a file that is not too large. */
export async function readHead(path: string, limits: Limits): Promise<Buffer> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size > limits.fileBytes) throw new TableError('file-too-large', { limit: inMiB(limits.fileBytes) });
    const head = Buffer.alloc(Math.min(size, headBytes));
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Opens a table that somebody sent; throws a TableError where it is none or is not safe to read. */
export async function openTable(path: string, options: OpenOptions = {}): Promise<Table> {
  const limits = { ...defaultLimits, ...options.limits };
  const head = await readHead(path, limits);
  return fileKind(head) === 'xlsx'
    ? openXlsx(path, options.sheet, limits, options.onProgress)
    : openCsv(path, head, limits, options.onProgress);
}
