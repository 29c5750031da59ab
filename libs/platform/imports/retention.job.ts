import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { AuditLog } from '../audit/index.js';
import { CONFIG, type Config } from '../config/index.js';
import { Database } from '../database/index.js';
import { Files } from '../files/index.js';
import { defineJob, type JobHandler } from '../jobs/index.js';
import { ImportRuns } from './import-runs.js';

const payload = z.object({});
const batch = 500;

/** Files of somebody, past their time, that no younger run of an import may still be reading. */
const expired = `select f.id, f.size::float8 as size from platform.file f
  where f.owner_account_id is not null and f.created_at < now() - make_interval(days => $1)
    and not exists (select from platform.import_run r where r.file_id = f.id and r.created_at >= now() - make_interval(days => $1))
  order by f.id limit ${batch} for update of f skip locked`;

/** Sentences of problems quote cells. A run itself stays: who brought in what, when, and how many rows. */
const removed = [
  'delete from platform.import_problem p using platform.import_run r where r.id = p.run_id and r.file_id = any($1)',
  'delete from platform.file where id = any($1)',
];

/**
 * Uploaded tables hold names of customers and staff, and nobody needs them once their rows are in: they go after
 * `FILE_RETENTION_DAYS`, and with them the problems of their rows. Rows go first; content whose row is gone is swept.
 */
@Injectable()
export class RetentionJob implements JobHandler<z.infer<typeof payload>> {
  readonly job = defineJob({ name: 'files.retention', payload, cron: '41 2 * * *' });

  constructor(
    private readonly runs: ImportRuns,
    private readonly database: Database,
    private readonly files: Files,
    private readonly audit: AuditLog,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(): Promise<void> {
    await this.runs.giveUp();
    for (let ids = await this.expire(); ids.length; ids = await this.expire()) await this.files.removeContents(ids);
    // A day is longer than any upload or import takes.
    await this.files.sweep(new Date(Date.now() - 24 * 3600 * 1000));
  }

  private expire(): Promise<string[]> {
    const days = this.config.FILE_RETENTION_DAYS;
    return this.database.asSystem('files end by their age, whoever owns them', async (tx) => {
      const found = (await tx.query(expired, [days])) as { id: string; size: number }[];
      const ids = found.map(({ id }) => id);
      if (!ids.length) return ids;
      for (const statement of removed) await tx.query(statement, [ids]);
      const bytes = found.reduce((sum, { size }) => sum + size, 0);
      await this.audit.record(tx, null, { action: 'files.expired', subjectType: 'file', subjectId: ids[0]!, details: { files: ids.length, bytes, days } });
      return ids;
    });
  }
}
