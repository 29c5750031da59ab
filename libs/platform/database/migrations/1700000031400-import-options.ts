import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from '../migration-helpers.js';

/** What whoever imports has chosen, and the files that a run leaves for them: what was read, what was left out. */
export class ImportOptions1700000031400 implements MigrationInterface {
  name = 'ImportOptions1700000031400';

  async up(queries: QueryRunner): Promise<void> {
    await runAll(queries, [`alter table platform.import_run add options jsonb not null default '{}', add files jsonb not null default '[]'`]);
  }

  async down(queries: QueryRunner): Promise<void> {
    await runAll(queries, ['alter table platform.import_run drop options, drop files']);
  }
}
