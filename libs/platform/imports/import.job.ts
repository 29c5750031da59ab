import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ActorSource } from '../access/index.js';
import { Readable } from 'node:stream';
import { Files } from '../files/index.js';
import { defineJob, type JobContext, type JobHandler } from '../jobs/index.js';
import type { LeftFile } from './import-handler.js';
import { ImportRunner, type ImportProgress } from './import-runner.js';
import { ImportRuns, internalFailure, RunFinished, type RunFile } from './import-runs.js';

const payload = z.object({ runId: z.uuid() });
export const importJob = defineJob({ name: 'import.run', payload, attempts: 3 });

/** Progress is written at most so often: it is for a person who watches a bar. */
const progressEvery = 500;

@Injectable()
export class ImportJob implements JobHandler<z.infer<typeof payload>> {
  readonly job = importJob;

  constructor(
    private readonly runs: ImportRuns,
    private readonly runner: ImportRunner,
    private readonly files: Files,
    private readonly actors: ActorSource,
  ) {}

  async run({ runId }: z.infer<typeof payload>, { attempt }: JobContext): Promise<void> {
    const run = await this.runs.find(runId);
    if (!run) return;
    const { kind, fileId, fileName, dryRun, mapping, options, locale, accountId } = run;
    const actor = await this.actors.actorOf(accountId);
    if (!actor) return;
    const report = this.reporter(runId);
    try {
      const outcome = await this.files.withLocalCopy(fileId, (path) =>
        this.runner.run({
          ...{ kind, path, fileName, dryRun, mapping: mapping ?? undefined, options, actor, locale, runId, onProgress: report },
          before: (tx) => this.runs.claim(tx, runId),
          after: async (tx, result) => this.runs.finish(runId, result, await this.keep(accountId, result.files), tx),
        }),
      );
      // A trial and a refusal have written no rows, so they are written down by themselves.
      if (dryRun || outcome.failure) await this.runs.finish(runId, outcome, await this.keep(accountId, outcome.files));
    } catch (error) {
      if (error instanceof RunFinished) return;
      if (attempt < importJob.attempts) throw error;
      await this.runs.finish(runId, { ...emptyOutcome, failure: { code: 'INTERNAL', message: internalFailure[locale] } }, []);
      throw error;
    }
  }

  /** What a run leaves belongs to whoever started it, and ends with their other files. */
  private async keep(accountId: string, files: readonly LeftFile[]): Promise<RunFile[]> {
    const kept: RunFile[] = [];
    for (const { kind, name, mediaType, content } of files) {
      const { id } = await this.files.save({ name, mediaType, content: Readable.from([Buffer.from(content)]), owner: { accountId } });
      kept.push({ kind, name, fileId: id });
    }
    return kept;
  }

  private reporter(runId: string): (progress: ImportProgress) => void {
    let next = 0;
    return (progress) => {
      if (Date.now() < next && progress.stage !== 'merging') return;
      next = Date.now() + progressEvery;
      // A bar that misses one step is no reason to stop.
      this.runs.progress(runId, progress).catch(() => {});
    };
  }
}

const emptyOutcome = {
  accepted: 0,
  counts: { created: 0, updated: 0, unchanged: 0 },
  rejected: [],
  skipped: 0,
  encoding: null,
  sheetName: null,
  recognition: null,
};
