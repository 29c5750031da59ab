import { Database } from '@skillhall/platform/database';
import { defineJob, type JobHandler, Outbox } from '@skillhall/platform/jobs';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ItemAnalysisRepository } from '../data/item-analysis.repository.js';
import { AnalyseExam } from './analyse-items.service.js';

export const analyseItemsJob = defineJob({ name: 'assessment.analyse-items', payload: z.object({ examId: z.uuid() }), attempts: 3 });
const nightly = z.object({});

@Injectable()
export class AnalyseItemsJob implements JobHandler<{ examId: string }> {
  readonly job = analyseItemsJob;

  constructor(private readonly exams: AnalyseExam) {}

  async run({ examId }: { examId: string }): Promise<void> {
    await this.exams.analyse(examId);
  }
}

/** At night: every exam whose grades are newer than its analysis. */
@Injectable()
export class AnalyseDueJob implements JobHandler<z.infer<typeof nightly>> {
  readonly job = defineJob({ name: 'assessment.analyse-due', payload: nightly, cron: '23 3 * * *' });

  constructor(
    private readonly database: Database,
    private readonly repository: ItemAnalysisRepository,
    private readonly outbox: Outbox,
  ) {}

  /** Each in a job of its own: one that fails holds up no other. */
  run(): Promise<void> {
    return this.database.asSystem('exams are looked for by the clock, for nobody in particular', async (tx) => {
      for (const examId of await this.repository.due(tx)) await this.outbox.enqueue(tx, analyseItemsJob, `${examId}:${Date.now()}`, { examId });
    });
  }
}
