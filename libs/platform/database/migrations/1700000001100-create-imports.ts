import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appRole } from '../data-source.js';
import { runAll } from '../migration-helpers.js';

const tables = [
  `create table platform.import_run (
    id uuid primary key,
    kind text not null,
    file_id uuid not null,
    file_name text not null,
    dry_run boolean not null,
    mapping jsonb,
    locale text not null,
    account_id uuid not null references platform.account,
    status text not null default 'queued' check (status in ('queued', 'reading', 'merging', 'done', 'failed')),
    rows_read integer not null default 0,
    rows_total integer,
    created integer not null default 0,
    updated integer not null default 0,
    unchanged integer not null default 0,
    rejected integer not null default 0,
    encoding text,
    sheet_name text,
    recognition jsonb,
    failure jsonb,
    created_at timestamptz not null default now(),
    finished_at timestamptz)`,
  `create index import_run_account on platform.import_run (account_id, created_at desc)`,
  `create table platform.import_problem (
    run_id uuid not null references platform.import_run on delete cascade,
    place integer not null,
    row integer not null,
    field text not null,
    code text not null,
    message text not null,
    primary key (run_id, place))`,
  `revoke all on platform.import_run, platform.import_problem from ${appRole}`,
];

export class CreateImports1700000001100 implements MigrationInterface {
  name = 'CreateImports1700000001100';

  async up(queries: QueryRunner): Promise<void> {
    await runAll(queries, tables);
  }

  async down(queries: QueryRunner): Promise<void> {
    await runAll(queries, ['drop table platform.import_problem', 'drop table platform.import_run']);
  }
}
