import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';

const hit = `insert into platform.rate_limit as r (key, window_start, count) values ($1, now(), 1)
  on conflict (key) do update set
    count = case when r.window_start < now() - $2 * interval '1 second' then 1 else r.count + 1 end,
    window_start = case when r.window_start < now() - $2 * interval '1 second' then now() else r.window_start end
  returning count, ceil(extract(epoch from window_start + $2 * interval '1 second' - now()))::int as "retryAfterSeconds"`;

/** Counts over all processes, in a table that a crash may empty. */
@Injectable()
export class RateLimit {
  constructor(private readonly database: Database) {}

  /** Counts one try for `key`; answers the seconds to wait when there were more than `max` within `windowSeconds`. */
  hit(key: string, max: number, windowSeconds: number): Promise<number | null> {
    return this.database.asSystem('counters belong to no unit', async (tx) => {
      const [row] = (await tx.query(hit, [key, windowSeconds])) as [{ count: number; retryAfterSeconds: number }];
      return row.count > max ? Math.max(1, row.retryAfterSeconds) : null;
    });
  }

  clear(key: string): Promise<unknown> {
    return this.database.asSystem('counters belong to no unit', (tx) => tx.query('delete from platform.rate_limit where key = $1', [key]));
  }
}
