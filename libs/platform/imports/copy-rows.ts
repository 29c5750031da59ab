import type { Client } from 'pg';
import { from } from 'pg-copy-streams';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Transaction } from '../database/index.js';

export type CopyValue = string | number | boolean | null;

const special: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const encode = (value: CopyValue): string =>
  value === null ? '\\N' : typeof value === 'string' ? value.replace(/[\\\t\n\r]/g, (sign) => special[sign]!) : String(value);

/** Writes rows by COPY, the fastest way in; `table` and `columns` are names from the code, never from a user. */
export async function copyRows(tx: Transaction, table: string, columns: readonly string[], rows: readonly (readonly CopyValue[])[]): Promise<void> {
  if (!rows.length) return;
  const client = (await tx.queryRunner!.connect()) as Client;
  const text = rows.map((row) => row.map(encode).join('\t')).join('\n');
  // PostgreSQL text holds no NUL; a file that has one means nothing by it.
  await pipeline(Readable.from([`${text.replaceAll('\0', '')}\n`]), client.query(from(`copy ${table} (${columns.join(', ')}) from stdin`)));
}
