import { Database } from '@skillhall/platform/database';
import { type JobContext, type JobHandler, Outbox } from '@skillhall/platform/jobs';
import { Injectable } from '@nestjs/common';
import { methodVersion } from '../../domain/index.js';
import { type RunRow, RunRepository } from '../data/run.repository.js';
import { StudyRepository } from '../data/study.repository.js';
import { computeStudy, type OnProgress } from './compute-study.js';
import { runStudyJob, sharpenStudyJob } from './run-study.job-type.js';
import { Snapshots } from './snapshots.js';
import { StudyEffort } from './study-effort.js';

const reason = 'a run belongs to whoever may read its study';
/** Progress is written at most so often, in milliseconds: it is for a person who watches a bar. */
const progressEvery = 500;

/** Computes a run. Done twice it finds the run ended and leaves it; broken off, it begins again from the registers. */
@Injectable()
export class RunStudyJob implements JobHandler<{ runId: string }> {
  readonly job = runStudyJob;

  constructor(
    private readonly database: Database,
    private readonly studies: StudyRepository,
    private readonly runs: RunRepository,
    private readonly snapshots: Snapshots,
    private readonly effort: StudyEffort,
    private readonly outbox: Outbox,
  ) {}

  async run({ runId }: { runId: string }, { attempt }: JobContext): Promise<void> {
    const run = await this.database.asSystem(reason, (tx) => this.runs.begin(tx, runId));
    if (!run) return;
    try {
      await this.compute(run);
    } catch (error) {
      if (attempt >= runStudyJob.attempts) await this.database.asSystem(reason, (tx) => this.runs.fail(tx, runId));
      throw error;
    }
  }

  private async compute({ id, studyId, snapshotId }: RunRow): Promise<void> {
    const { study, kept } = await this.database.asSystem(reason, async (tx) => {
      const [[found], [snapshot]] = [await this.studies.byIds(tx, [studyId]), snapshotId ? await this.runs.snapshots(tx, [snapshotId]) : [null]];
      return { study: found!, kept: snapshot ?? null };
    });
    const { row, snapshot } = kept ? { row: kept, snapshot: await this.snapshots.open(kept) } : await this.snapshots.take(study);
    const result = await computeStudy(snapshot.panel, study, snapshot.coTraining, this.effort.permutations, this.reporter(id));
    await this.database.asSystem(reason, async (tx) => {
      const written = await this.runs.finish(tx, id, row.id, methodVersion, result);
      if (written && result.sensitivity && this.effort.sharp) await this.outbox.enqueue(tx, sharpenStudyJob, id, { runId: id });
    });
  }

  private reporter(id: string): OnProgress {
    let [next, most] = [0, 0];
    return async (percent) => {
      most = Math.max(most, percent);
      if (performance.now() < next) return;
      next = performance.now() + progressEvery;
      // A bar that misses one step is no reason to stop.
      await this.database.asSystem(reason, (tx) => this.runs.progress(tx, id, most)).catch(() => {});
    };
  }
}
