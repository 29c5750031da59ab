import type { Client } from 'pg';
import { to } from 'pg-copy-streams';
import type { Transaction } from './database.js';

/** Signature, flags and length of the extension, which is none. */
const headBytes = 19;

/** Two columns of integers in one: the bytes of both numbers of each row, one row behind the other. */
export const packedPairs = (first: string, second: string): string => `string_agg(int8send(((${first})::bigint << 32) | (${second})), '')`;

/**
 * Hands over the rows of a query whose columns are integers (int4) or many integers in one (`packedPairs`; the second of
 * a pair not negative), none null, by COPY in its binary form: no text is made, and what is packed is not read number by
 * number on the way. The answer is held in memory whole. COPY takes no parameters: texts in `query` have to be quoted
 * by `escapeLiteral`.
 */
export async function copyIntegers(tx: Transaction, query: string, columns: number, take: (row: Int32Array[]) => void): Promise<void> {
  const client = (await tx.queryRunner!.connect()) as Client;
  const chunks: Buffer[] = [];
  for await (const chunk of client.query(to(`copy (${query}) to stdout (format binary)`)) as AsyncIterable<Buffer>) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  let at = headBytes;
  // Two bytes behind the last row say that it was the last.
  while (bytes.readInt16BE(at) !== -1) {
    if (bytes.readInt16BE(at) !== columns) throw new Error(`a row of ${bytes.readInt16BE(at)} columns, not ${columns}`);
    at += 2;
    const row: Int32Array[] = [];
    for (let column = 0; column < columns; column++) {
      const length = bytes.readInt32BE(at);
      if (length < 0 || length % 4) throw new Error(`column ${column} holds no integers`);
      row.push(integers(bytes.subarray(at + 4, (at += 4 + length))));
    }
    take(row);
  }
}

/** Copied, because a view has to begin at a multiple of four; the most significant byte comes first on the wire and last in memory. */
function integers(bytes: Buffer): Int32Array {
  const values = new Int32Array(bytes.length / 4);
  const own = Buffer.from(values.buffer);
  bytes.copy(own);
  own.swap32();
  return values;
}
