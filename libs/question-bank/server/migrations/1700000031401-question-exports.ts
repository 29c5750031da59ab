import { appRole, runAll } from '@skillhall/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  `create table question_bank.export (
    id uuid primary key,
    account_id uuid not null,
    format text not null,
    -- What the list was filtered by.
    criteria jsonb not null,
    locale text not null,
    status text not null default 'queued' check (status in ('queued', 'working', 'done', 'failed')),
    total integer not null default 0,
    done integer not null default 0,
    written integer not null default 0,
    -- What the format has no place for, and questions that this person may not see just now.
    losses integer not null default 0,
    withheld integer not null default 0,
    file_id uuid,
    file_name text,
    losses_file_id uuid,
    created_at timestamptz not null default now(),
    finished_at timestamptz)`,
  `create index export_account on question_bank.export (account_id, created_at desc)`,
  `revoke all on question_bank.export from ${appRole}`,
];

/** Questions that somebody takes out of the bank as a file. */
export class QuestionExports1700000031401 implements MigrationInterface {
  name = 'QuestionExports1700000031401';

  async up(queries: QueryRunner): Promise<void> {
    await runAll(queries, up);
  }

  async down(queries: QueryRunner): Promise<void> {
    await runAll(queries, ['drop table question_bank.export']);
  }
}
