import { type Actor, err, failure, type Failure, isId, type Locale, may, newId, ok, type Result } from '@skillhall/kernel';
import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/index.js';
import { Database } from '../database/index.js';
import { Files } from '../files/index.js';
import { Outbox } from '../jobs/index.js';
import { isTableImport } from './import-handler.js';
import { ImportRunner } from './import-runner.js';
import { ImportRuns } from './import-runs.js';
import { importJob } from './import.job.js';
import { type ImportRun, type StartImportInput, StartImportSuccess } from './imports.types.js';

/** The letter of a column as a spreadsheet shows it: 0 → A, 26 → AA. */
export const columnLetter = (column: number): string =>
  (column >= 26 ? columnLetter(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

@Injectable()
export class StartImportService {
  constructor(
    private readonly database: Database,
    private readonly files: Files,
    private readonly runner: ImportRunner,
    private readonly runs: ImportRuns,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
  ) {}

  async start(actor: Actor, locale: Locale, { kind, fileId, dryRun, mapping, options }: StartImportInput): Promise<Result<StartImportSuccess, Failure>> {
    const handler = this.runner.find(kind);
    if (!handler || !may(actor, handler.permission) || !isId(fileId)) return err(failure('NOT_FOUND'));
    const known = isTableImport(handler) ? Object.keys(handler.columns) : [];
    const wrong = mapping?.find(({ field, column }) => !known.includes(field) || (column != null && (column < 0 || column > 1000)));
    if (wrong) return err(failure('INVALID_INPUT', { field: wrong.field }, wrong.field));
    const chosen = Object.fromEntries((options ?? []).map(({ name, value }) => [name, value]));
    const unknown = handler.unknownOption?.(chosen) ?? null;
    if (unknown !== null || (options?.length && !handler.unknownOption)) return err(failure('INVALID_INPUT', { field: unknown ?? 'options' }, 'options'));
    const columns = mapping && Object.fromEntries(mapping.map(({ field, column }) => [field, column == null ? null : columnLetter(column)]));
    const id = newId();
    const found = await this.database.asSystem('the file is looked up by its owner', async (tx) => {
      const file = await this.files.find(tx, actor.accountId, fileId);
      if (!file) return false;
      await tx.query(`insert into platform.import_run (id, kind, file_id, file_name, dry_run, mapping, locale, account_id, options) values ($1,$2,$3,$4,$5,$6,$7,$8,$9)`, [
        ...[id, kind, fileId, file.name, dryRun, columns ? JSON.stringify(columns) : null, locale, actor.accountId, JSON.stringify(chosen)],
      ]);
      if (!dryRun) await this.audit.record(tx, actor, { action: 'import.started', subjectType: 'import', subjectId: id, details: { kind, file: file.name } });
      await this.outbox.enqueue(tx, importJob, id, { runId: id });
      return true;
    });
    if (!found) return err(failure('NOT_FOUND'));
    const run = (await this.runs.find(id, actor.accountId)) as ImportRun | null;
    return ok(Object.assign(new StartImportSuccess(), { run: run! }));
  }
}
