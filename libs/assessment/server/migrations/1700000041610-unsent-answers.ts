import { appRole, protect, runAll } from '@skillhall/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const causes = (...names: string[]): string[] => [
  `alter table assessment.later_result drop constraint later_result_cause_check,
    add constraint later_result_cause_check check (cause in (${names.map((name) => `'${name}'`).join(', ')}))`,
];

const tables = [
  // Answers that did not reach the server in time, brought as a file: what stands in it and what was found of each.
  `create table assessment.unsent_file (
    id uuid primary key,
    sitting_id uuid not null references assessment.sitting,
    attempt_id uuid not null references assessment.attempt,
    content_hash bytea not null,
    -- Whether the digest that the file names is that of its content; null where it names none.
    sound boolean,
    device_id text not null,
    exported_at text not null,
    answers jsonb not null,
    at timestamptz not null default clock_timestamp(),
    account_id uuid not null,
    account_name text not null,
    unique (attempt_id, content_hash))`,
  `create index unsent_file_sitting on assessment.unsent_file (sitting_id, at)`,
  // What a person decided, once.
  `create table assessment.unsent_decision (
    file_id uuid primary key references assessment.unsent_file,
    accepted boolean not null,
    note text not null check (note <> ''),
    -- How many of its answers count from now on.
    counted integer not null check (counted >= 0),
    at timestamptz not null default clock_timestamp(),
    account_id uuid not null,
    account_name text not null)`,
  ...['unsent_file', 'unsent_decision'].map((table) => `create trigger keep before update or delete or truncate on assessment.${table} for each statement execute function assessment.refuse_change()`),
];

const walls = [
  ...protect('assessment.unsent_file', 'platform.in_scope(assessment.sitting_path(sitting_id))'),
  ...protect('assessment.unsent_decision', 'exists (select from assessment.unsent_file f where f.id = file_id)'),
  `revoke insert, update, delete on assessment.unsent_file, assessment.unsent_decision from ${appRole}`,
];

export class UnsentAnswers1700000041610 implements MigrationInterface {
  name = 'UnsentAnswers1700000041610';

  async up(queries: QueryRunner): Promise<void> {
    await runAll(queries, [...tables, ...walls, ...causes('marked', 'regraded', 'corrected', 'late')]);
  }

  /** Grades of answers that came late go; the first grade stays. */
  async down(queries: QueryRunner): Promise<void> {
    await runAll(queries, [
      `alter table assessment.later_result disable trigger keep`,
      `delete from assessment.later_result where cause = 'late'`,
      `alter table assessment.later_result enable trigger keep`,
      ...causes('marked', 'regraded', 'corrected'),
      `drop table assessment.unsent_decision`,
      `drop table assessment.unsent_file`,
    ]);
  }
}
