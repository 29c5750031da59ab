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
 * number on the way. For few rows that hold much. COPY takes no parameters: texts in `query` have to be quoted by
 * `escapeLiteral`.
 */
export async function copyIntegers(tx: Transaction, query: string, columns: number, take: (row: Int32Array[]) => void): Promise<void> {
  const client = (await tx.queryRunner!.connect()) as Client;
  const bytes = new Bytes(client.query(to(`copy (${query}) to stdout (format binary)`)));
  try {
    await bytes.read(Buffer.alloc(headBytes));
    const count = Buffer.alloc(2);
    // Minus one in place of the number of columns: it was the last row.
    for (let found; (found = (await bytes.read(count)).readInt16BE()) !== -1; ) {
      if (found !== columns) throw new Error(`a row of ${found} columns, not ${columns}`);
      const row: Int32Array[] = [];
      for (let column = 0; column < columns; column++) row.push(await integers(bytes));
      take(row);
    }
  } finally {
    // What is left in the connection would stand in the way of the next query.
    await bytes.drain();
  }
}

async function integers(bytes: Bytes): Promise<Int32Array> {
  const length = (await bytes.read(Buffer.alloc(4))).readInt32BE();
  if (length < 0 || length % 4) throw new Error('a column holds no integers');
  const values = new Int32Array(length / 4);
  // The most significant byte comes first on the wire and last in memory.
  (await bytes.read(Buffer.from(values.buffer))).swap32();
  return values;
}

/** A stream read by as many bytes as are asked for. */
class Bytes {
  private readonly chunks: AsyncIterator<Buffer>;
  private rest: Buffer = Buffer.alloc(0);

  constructor(stream: AsyncIterable<Buffer>) {
    this.chunks = stream[Symbol.asyncIterator]();
  }

  /** Fills `into` and answers it. */
  async read(into: Buffer): Promise<Buffer> {
    for (let at = 0; at < into.length; ) {
      if (!this.rest.length) {
        const { done, value } = await this.chunks.next();
        if (done) throw new Error('the rows end before their end');
        this.rest = value;
      }
      const taken = this.rest.copy(into, at);
      at += taken;
      this.rest = this.rest.subarray(taken);
    }
    return into;
  }

  async drain(): Promise<void> {
    while (!(await this.chunks.next()).done);
  }
}
