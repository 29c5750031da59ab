import { Database } from '@skillhall/platform/database';
import type { JobHandler } from '@skillhall/platform/jobs';
import { Injectable } from '@nestjs/common';
import { RunRepository } from '../data/run.repository.js';
import { StudyRepository } from '../data/study.repository.js';
import { computeSensitivity } from './compute-study.js';
import { sharpenStudyJob } from './run-study.job-type.js';
import { Snapshots } from './snapshots.js';

const reason = 'a run belongs to whoever may read its study';

/** Puts the conditional test in the place of the conservative band, on the same snapshot. Written once. */
@Injectable()
export class SharpenStudyJob implements JobHandler<{ runId: string }> {
  readonly job = sharpenStudyJob;

  constructor(
    private readonly database: Database,
    private readonly studies: StudyRepository,
    private readonly runs: RunRepository,
    private readonly snapshots: Snapshots,
  ) {}

  async run({ runId }: { runId: string }): Promise<void> {
    const { run, study, kept } = await this.database.asSystem(reason, async (tx) => {
      const found = await this.runs.find(tx, runId);
      if (!found?.snapshotId || found.sensitivity) return { run: null, study: null, kept: null };
      const [[owner], [snapshot]] = [await this.studies.byIds(tx, [found.studyId]), await this.runs.snapshots(tx, [found.snapshotId])];
      return { run: found, study: owner ?? null, kept: snapshot ?? null };
    });
    if (!run || !study || !kept) return;
    const { panel } = await this.snapshots.open(kept);
    const found = await computeSensitivity(panel, study);
    if (found) await this.database.asSystem(reason, (tx) => this.runs.setSensitivity(tx, runId, found));
  }
}
