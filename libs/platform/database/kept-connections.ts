import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';

/** A statement under a name, planned once on each connection. */
export interface Prepared {
  readonly name: string;
  readonly text: string;
}

/** Runs one prepared statement and answers its rows. */
export type RunPrepared = <R>(statement: Prepared, values: readonly unknown[]) => Promise<R[]>;

export interface KeptSettings {
  readonly url: string;
  readonly keptSize: number;
  readonly applicationName: string;
}

/** What runs here finds rows by key and is planned once for all: never by reading a whole table. */
const options = '-c timezone=UTC -c statement_timeout=15000 -c synchronous_commit=on -c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c jit=off';

/**
 * A few connections kept for what must go on however busy the others are, in short statements that find rows by key: who
 * asks, who signs in, beginning and saving, the own paper.
 * They work with the rights of the system; every statement is a transaction of its own.
 */
@Injectable()
export class KeptConnections implements OnApplicationShutdown {
  private readonly pool: pg.Pool;

  constructor({ url, keptSize: max, applicationName }: KeptSettings) {
    this.pool = new pg.Pool({ connectionString: url, max, options, application_name: applicationName, idleTimeoutMillis: 0, connectionTimeoutMillis: 15_000, keepAlive: true });
    // A connection that breaks, idle or at work, is replaced by the pool; without listeners it would end the process.
    this.pool.on('error', () => {}).on('connect', (client) => client.on('error', () => {}));
  }

  /** Runs `work` on one of the connections. `_reason` is for the reader of the call: why it may see everything. */
  async use<T>(_reason: string, work: (run: RunPrepared) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    try {
      return await work(async <R>({ name, text }: Prepared, values: readonly unknown[]) => (await client.query({ name, text, values: [...values] })).rows as R[]);
    } finally {
      // The pool itself leaves out a connection that has broken.
      client.release();
    }
  }

  /** One statement; `reason` as above. */
  run<R>(reason: string, statement: Prepared, values: readonly unknown[]): Promise<R[]> {
    return this.use(reason, (run) => run<R>(statement, values));
  }

  /** After what still waits has been written, and no request comes any more. */
  onApplicationShutdown(): Promise<void> {
    return this.pool.end();
  }
}
