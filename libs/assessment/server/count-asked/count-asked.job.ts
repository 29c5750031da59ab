import { QuestionPool } from '@skillhall/question-bank/server';
import { Database } from '@skillhall/platform/database';
import { defineJob, type JobHandler } from '@skillhall/platform/jobs';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { AskedCounts } from '../data/asked-counts.repository.js';

const payload = z.object({});
const reason = 'papers are counted by the clock, for nobody in particular';
/** Papers that are typed in come days after they were written; what nobody counted before is as old as the bank remembers. */
const [usual, first] = [1, 12];

/** At night: how often questions were put. Days are counted whole and anew, so that counting twice counts nothing twice. */
@Injectable()
export class CountAskedJob implements JobHandler<z.infer<typeof payload>> {
  readonly job = defineJob({ name: 'assessment.count-asked', payload, cron: '7 2 * * *' });

  constructor(
    private readonly database: Database,
    private readonly counts: AskedCounts,
    private readonly questions: QuestionPool,
  ) {}

  async run(): Promise<void> {
    const days = await this.database.asSystem(reason, async (tx) => this.counts.days(tx, (await this.questions.wasExposed(tx)) ? usual : first));
    for (const day of days) await this.database.asSystem(reason, async (tx) => this.questions.expose(tx, day, await this.counts.of(tx, day)));
  }
}
