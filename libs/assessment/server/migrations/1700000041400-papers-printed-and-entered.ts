import { appRole, protect, runAll } from '@skillhall/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const printed = [
  // Papers of a sitting being made into files, or made: how far, with what doubts.
  `create table assessment.paper_printing (
    id uuid primary key,
    sitting_id uuid not null references assessment.sitting on delete cascade,
    forms smallint not null check (forms between 1 and 26),
    locale text not null,
    state text not null default 'queued' check (state in ('queued', 'working', 'done', 'failed')),
    done integer not null default 0,
    total integer not null check (total > 0),
    -- Characters that no font has.
    missing text[] not null default '{}',
    at timestamptz not null default clock_timestamp(),
    account_id uuid not null,
    account_name text not null)`,
  `create index paper_printing_sitting on assessment.paper_printing (sitting_id, at)`,
  `create unique index paper_printing_one on assessment.paper_printing (sitting_id) where state in ('queued', 'working')`,
  `create table assessment.printed_file (
    file_id uuid primary key,
    printing_id uuid not null references assessment.paper_printing on delete cascade,
    kind text not null check (kind in ('paper', 'answerSheet', 'keys')),
    form text check (form ~ '^[A-Z]$'),
    name text not null,
    size integer not null,
    check ((kind = 'keys') = (form is null)))`,
  `create index printed_file_printing on assessment.printed_file (printing_id)`,
];

const entered = [
  // What was typed in from a paper, question by question; a correction is the next version and says why.
  `create table assessment.paper_entry (
    attempt_id uuid not null references assessment.attempt,
    version smallint not null check (version > 0),
    form_id uuid not null references assessment.printed_form,
    answers jsonb not null,
    from_file boolean not null,
    note text not null default '',
    at timestamptz not null default clock_timestamp(),
    account_id uuid,
    account_name text not null,
    primary key (attempt_id, version),
    check (version = 1 or note <> ''))`,
  `create index paper_entry_form on assessment.paper_entry (form_id)`,
  `create trigger keep before update or delete or truncate on assessment.paper_entry for each statement execute function assessment.refuse_change()`,
  // Grades after the first: people have marked, a key was corrected, or a paper was typed in wrongly.
  `alter table assessment.later_result drop constraint later_result_cause_check,
    add constraint later_result_cause_check check (cause in ('marked', 'regraded', 'corrected'))`,
];

/** Files hold papers and keys: the product's role reaches neither them nor what is known of them. */
const walls = [
  ...['paper_printing', 'printed_file'].flatMap((table) => [`alter table assessment.${table} enable row level security`, `revoke all on assessment.${table} from ${appRole}`]),
  ...protect('assessment.paper_entry', 'exists (select from assessment.attempt a where a.id = attempt_id)'),
  `revoke insert, update, delete on assessment.paper_entry from ${appRole}`,
];

export class PapersPrintedAndEntered1700000041400 implements MigrationInterface {
  name = 'PapersPrintedAndEntered1700000041400';

  async up(queries: QueryRunner): Promise<void> {
    await runAll(queries, [...printed, ...entered, ...walls]);
  }

  /** Grades of corrected papers go; the first grade stays. */
  async down(queries: QueryRunner): Promise<void> {
    await runAll(queries, [
      `alter table assessment.later_result disable trigger keep`,
      `delete from assessment.later_result where cause = 'corrected'`,
      `alter table assessment.later_result enable trigger keep`,
      `alter table assessment.later_result drop constraint later_result_cause_check, add constraint later_result_cause_check check (cause in ('marked', 'regraded'))`,
      ...['paper_entry', 'printed_file', 'paper_printing'].map((table) => `drop table assessment.${table}`),
    ]);
  }
}
