import { appRole, createSchema, dropSchema, protect, runAll } from '@skillhall/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = [
  `create table impact.study (
    id uuid primary key,
    title text not null check (title <> ''),
    course_id uuid not null references learning.course,
    unit_id uuid not null,
    unit_path text collate "C" not null,
    state text not null check (state in ('declared', 'locked', 'replaced', 'dropped')),
    outcome_classes text[] not null check (cardinality(outcome_classes) > 0),
    control_classes text[] not null,
    count_rule text not null check (count_rule in ('filed', 'substantiated')),
    decision_window smallint not null check (decision_window between 0 and 24),
    window_source text not null check (window_source in ('usual', 'unknown', 'recorded', 'chosen')),
    wanted_fall float8 not null check (wanted_fall > 0 and wanted_fall < 1),
    cluster text not null check (cluster in ('hall', 'county')),
    -- Yuan, of the whole training.
    cost numeric(14, 2) check (cost >= 0),
    replaces_id uuid references impact.study,
    version integer not null default 1,
    declared_at timestamptz not null default now(),
    declared_by uuid,
    declared_by_name text not null,
    locked_at timestamptz,
    locked_by uuid,
    locked_by_name text,
    -- SHA-256 of the plan as it was locked.
    plan_digest text check (plan_digest ~ '^[0-9a-f]{64}$'),
    -- The last month of volumes that was there at the lock: what came later nobody could know.
    data_until_at_lock date,
    check ((locked_at is null) = (plan_digest is null)),
    check ((state in ('locked', 'replaced')) = (locked_at is not null)),
    foreign key (unit_id, unit_path) references directory.unit (id, path) on update cascade)`,
  `create index study_place on impact.study (unit_path, declared_at)`,
  `create index study_unit on impact.study (unit_id)`,
  `create index study_course on impact.study (course_id)`,
  `create index study_replaces on impact.study (replaces_id)`,
  // The data of a run as they were, so that it can be repeated; the arrays lie in the file store.
  `create table impact.snapshot (
    id uuid primary key,
    study_id uuid not null references impact.study,
    file_id uuid not null,
    digest text not null check (digest ~ '^[0-9a-f]{64}$'),
    halls integer not null,
    months integer not null,
    rows integer not null,
    trained_halls integer not null,
    first_month date,
    last_month date,
    taken_at timestamptz not null default now())`,
  `create index snapshot_study on impact.snapshot (study_id)`,
  `create table impact.study_run (
    id uuid primary key,
    study_id uuid not null references impact.study,
    number integer not null check (number > 0),
    state text not null check (state in ('waiting', 'computing', 'done', 'failed')),
    -- Percent.
    progress smallint not null default 0 check (progress between 0 and 100),
    reason text not null,
    asked_at timestamptz not null default now(),
    asked_by uuid,
    asked_by_name text not null,
    snapshot_id uuid references impact.snapshot,
    method_version text,
    begun_at timestamptz,
    ended_at timestamptz,
    result jsonb,
    -- Computed by a job of its own after the result.
    sensitivity jsonb,
    unique (study_id, number),
    check ((state = 'done') = (result is not null)))`,
  `create index study_run_snapshot on impact.study_run (snapshot_id)`,
];

/** The path of a study, asked by the walls themselves. */
const pathOf = `create function impact.study_path(asked uuid) returns text language sql stable security definer set search_path = pg_catalog as $$
  select unit_path from impact.study where id = asked $$`;

/** What was locked stays: not even a mistake in the program changes a plan or a result. */
const locks = [
  `create function impact.keep_locked() returns trigger language plpgsql as $$
    begin
      if (new.course_id, new.unit_id, new.outcome_classes, new.control_classes, new.count_rule, new.decision_window, new.window_source, new.wanted_fall,
          new.cluster, new.cost, new.replaces_id, new.locked_at, new.plan_digest) is distinct from
         (old.course_id, old.unit_id, old.outcome_classes, old.control_classes, old.count_rule, old.decision_window, old.window_source, old.wanted_fall,
          old.cluster, old.cost, old.replaces_id, old.locked_at, old.plan_digest)
      then raise exception 'the plan of study % is locked', old.id; end if;
      return new;
    end $$`,
  `create trigger keep_locked before update on impact.study for each row when (old.locked_at is not null) execute function impact.keep_locked()`,
  `create function impact.keep_result() returns trigger language plpgsql as $$
    begin
      if (new.result, new.snapshot_id, new.method_version, new.reason, new.asked_by, new.state) is distinct from (old.result, old.snapshot_id, old.method_version, old.reason, old.asked_by, old.state)
      then raise exception 'run % is done', old.id; end if;
      return new;
    end $$`,
  `create trigger keep_result before update on impact.study_run for each row when (old.state = 'done') execute function impact.keep_result()`,
];

const walls = [
  ...protect('impact.study', 'platform.in_scope(unit_path)'),
  ...protect('impact.snapshot', 'platform.in_scope(impact.study_path(study_id))'),
  ...protect('impact.study_run', 'platform.in_scope(impact.study_path(study_id))'),
  // Snapshots are taken by the job, and neither they nor runs are taken away.
  `revoke insert, update, delete on impact.snapshot from ${appRole}`,
  `revoke delete on impact.study, impact.study_run from ${appRole}`,
];

export class CreateStudies1700000051000 implements MigrationInterface {
  name = 'CreateStudies1700000051000';

  async up(queries: QueryRunner): Promise<void> {
    await runAll(queries, [...createSchema('impact'), ...tables, pathOf, ...locks, ...walls]);
  }

  async down(queries: QueryRunner): Promise<void> {
    await runAll(queries, dropSchema('impact'));
  }
}
