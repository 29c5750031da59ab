import { defineJob, type JobHandler } from '@skillhall/platform/jobs';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { CloseAttempt } from './close-attempt.service.js';

const payload = z.object({});

/** Each minute: what is past its deadline is handed in, with no browser open. */
@Injectable()
export class SubmitOverdueJob implements JobHandler<z.infer<typeof payload>> {
  readonly job = defineJob({ name: 'assessment.submit-overdue', payload, cron: '* * * * *' });

  constructor(private readonly closing: CloseAttempt) {}

  async run(): Promise<void> {
    await this.closing.closeAllOverdue();
  }
}
