import { Database } from '@skillhall/platform/database';
import { defineJob, type JobHandler } from '@skillhall/platform/jobs';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { RunRepository } from '../data/run.repository.js';

const payload = z.object({});
const reason = 'a run whose workers died is seen by nobody else';
/** The longest run is one of minutes; a queue that stood still for a night is not a run that is lost. */
const longestHours = 12;

/** Ends runs whose workers died before they could: otherwise their study could never be run again. */
@Injectable()
export class EndLostRunsJob implements JobHandler<z.infer<typeof payload>> {
  readonly job = defineJob({ name: 'impact.end-lost-runs', payload, cron: '41 * * * *' });

  constructor(
    private readonly database: Database,
    private readonly runs: RunRepository,
  ) {}

  run(): Promise<void> {
    return this.database.asSystem(reason, (tx) => this.runs.failLost(tx, longestHours));
  }
}
