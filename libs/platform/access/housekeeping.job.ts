import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Database } from '../database/index.js';
import { defineJob, type JobHandler } from '../jobs/index.js';

const payload = z.object({});

/** Takes away sessions that ended and counters of yesterday. */
@Injectable()
export class HousekeepingJob implements JobHandler<z.infer<typeof payload>> {
  readonly job = defineJob({ name: 'access.housekeeping', payload, cron: '17 3 * * *' });

  constructor(private readonly database: Database) {}

  run(): Promise<void> {
    return this.database.asSystem('sessions and counters belong to no unit', async (tx) => {
      await tx.query('delete from platform.session where expires_at < now()');
      await tx.query(`delete from platform.rate_limit where window_start < now() - interval '2 days'`);
    });
  }
}
