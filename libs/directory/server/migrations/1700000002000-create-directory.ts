import { createSchema, dropSchema, protect, runAll } from '@skillhall/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = [
  `create extension if not exists btree_gist`,
  `create extension if not exists pg_trgm`,
  // Every row that belongs to a unit carries its path, bound by a key that follows when a unit moves.
  `create table directory.unit (
    id uuid primary key,
    code text not null unique,
    name text not null,
    type text not null check (type in ('company', 'city', 'county', 'hall', 'department')),
    parent_id uuid references directory.unit,
    path text collate "C" not null unique,
    hall_level text,
    opened_on date,
    closed_on date,
    unique (id, path))`,
  `create index unit_parent on directory.unit (parent_id)`,
  `create table directory.post (
    id uuid primary key,
    code text not null unique,
    name text not null unique,
    counter boolean not null default false)`,
  `create table directory.person (
    id uuid primary key,
    staff_number text not null unique,
    name text not null,
    gender text check (gender in ('female', 'male')),
    unit_id uuid not null,
    unit_path text collate "C" not null,
    post_id uuid references directory.post,
    phone text,
    hired_on date,
    left_on date,
    employment_kind text,
    foreign key (unit_id, unit_path) references directory.unit (id, path) on update cascade)`,
  `create index person_place on directory.person (unit_path, staff_number)`,
  `create index person_unit on directory.person (unit_id)`,
  `create index person_name on directory.person using gin (name gin_trgm_ops)`,
  `create table directory.employment (
    id uuid primary key,
    person_id uuid not null references directory.person on delete cascade,
    unit_id uuid not null references directory.unit,
    post_id uuid references directory.post,
    during daterange not null,
    constraint employment_no_overlap exclude using gist (person_id with =, during with &&))`,
  `create table directory.role_grant (
    id uuid primary key,
    person_id uuid references directory.person on delete cascade,
    account_id uuid references platform.account on delete cascade,
    role text not null,
    unit_id uuid,
    unit_path text collate "C" not null default '',
    granted_by uuid,
    granted_at timestamptz not null default now(),
    check (num_nonnulls(person_id, account_id) = 1),
    unique nulls not distinct (person_id, account_id, role, unit_id),
    foreign key (unit_id, unit_path) references directory.unit (id, path) on update cascade)`,
  `alter table platform.account add constraint account_person foreign key (person_id) references directory.person`,
];

const ownOrInScope = 'platform.in_scope(unit_path) or id = platform.current_person()';
const personVisible = 'exists (select from directory.person p where p.id = person_id)';

const walls = [
  `alter table directory.unit enable row level security`,
  // Names of units are no secret among colleagues; changing them stays inside the subtree.
  `create policy readable on directory.unit for select using (true)`,
  `create policy scope on directory.unit using (platform.in_scope(path)) with check (platform.in_scope(path))`,
  ...protect('directory.person', ownOrInScope),
  ...protect('directory.employment', personVisible),
  ...protect('directory.role_grant', `person_id is not null and ${personVisible}`),
];

export class CreateDirectory1700000002000 implements MigrationInterface {
  name = 'CreateDirectory1700000002000';

  async up(queries: QueryRunner): Promise<void> {
    await runAll(queries, [...createSchema('directory'), ...tables, ...walls]);
  }

  async down(queries: QueryRunner): Promise<void> {
    await runAll(queries, ['alter table platform.account drop constraint account_person', ...dropSchema('directory')]);
  }
}
