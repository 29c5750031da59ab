import { Injectable } from '@nestjs/common';
import { KeptConnections, type Prepared } from '../database/index.js';

const reason = 'counters belong to no unit';

const hit: Prepared = {
  name: 'rate-limit.hit',
  text: `insert into platform.rate_limit as r (key, window_start, count) values ($1, now(), 1)
    on conflict (key) do update set
      count = case when r.window_start < now() - $2 * interval '1 second' then 1 else r.count + 1 end,
      window_start = case when r.window_start < now() - $2 * interval '1 second' then now() else r.window_start end
    returning count, ceil(extract(epoch from window_start + $2 * interval '1 second' - now()))::int as "retryAfterSeconds"`,
};
const spent: Prepared = {
  name: 'rate-limit.spent',
  text: `select ceil(extract(epoch from window_start + $3 * interval '1 second' - now()))::int as "retryAfterSeconds"
    from platform.rate_limit where key = $1 and count >= $2 and window_start >= now() - $3 * interval '1 second'`,
};
const clear: Prepared = { name: 'rate-limit.clear', text: 'delete from platform.rate_limit where key = $1' };

/** Counts over all processes, in a table that a crash may empty. */
@Injectable()
export class RateLimit {
  constructor(private readonly kept: KeptConnections) {}

  /** Counts one try for `key`; answers the seconds to wait when there were more than `max` within `windowSeconds`. */
  async hit(key: string, max: number, windowSeconds: number): Promise<number | null> {
    const [row] = (await this.kept.run(reason, hit, [key, windowSeconds])) as [{ count: number; retryAfterSeconds: number }];
    return row.count > max ? Math.max(1, row.retryAfterSeconds) : null;
  }

  /** Seconds to wait where `max` were counted within `windowSeconds` already; counts nothing. */
  async spent(key: string, max: number, windowSeconds: number): Promise<number | null> {
    const [row] = await this.kept.run<{ retryAfterSeconds: number }>(reason, spent, [key, max, windowSeconds]);
    return row ? Math.max(1, row.retryAfterSeconds) : null;
  }

  async clear(key: string): Promise<void> {
    await this.kept.run(reason, clear, [key]);
  }
}
