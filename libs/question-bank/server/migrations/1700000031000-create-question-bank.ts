import { appRole, createSchema, dropSchema, protect, runAll } from '@skillhall/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = [
  `create table question_bank.question (
    id uuid primary key,
    code text not null unique,
    unit_id uuid not null,
    unit_path text collate "C" not null,
    current_version integer not null,
    updated_at timestamptz not null default now(),
    foreign key (unit_id, unit_path) references directory.unit (id, path) on update cascade)`,
  `create index question_place on question_bank.question (unit_path, code)`,
  `create index question_unit on question_bank.question (unit_id)`,
  `create table question_bank.question_version (
    id uuid primary key,
    question_id uuid not null references question_bank.question,
    version integer not null,
    type text not null check (type in ('single', 'multiple', 'trueFalse')),
    stem text not null,
    options jsonb not null,
    track text not null check (track in ('ethics', 'law', 'communication', 'business')),
    competency text,
    difficulty smallint not null check (difficulty between 1 and 5),
    clause text,
    content_hash bytea not null,
    created_at timestamptz not null default now(),
    created_by uuid,
    unique (question_id, version))`,
  // What an examinee must not see stands apart: the key and the explanation that gives it away.
  `create table question_bank.question_key (
    version_id uuid primary key references question_bank.question_version,
    correct_keys text[] not null check (cardinality(correct_keys) > 0),
    explanation text)`,
];

const fixed = [
  `create function question_bank.refuse_change() returns trigger language plpgsql as $$
   begin raise exception 'versions of questions never change' using errcode = 'insufficient_privilege'; end $$`,
  ...['question_version', 'question_key'].map(
    (table) => `create trigger keep before update on question_bank.${table} for each statement execute function question_bank.refuse_change()`,
  ),
];

/** True where `path` is above a subtree that the running transaction may see: what is kept there is for use below. */
const above = `create function question_bank.from_above(path text) returns boolean
language sql stable parallel safe as $$
  select exists (
    select from unnest(string_to_array(nullif(current_setting('app.paths', true), ''), ',')) as top
    where starts_with(top, '/' || path))
$$`;

const walls = [
  ...protect('question_bank.question', 'platform.in_scope(unit_path)'),
  `create policy from_above on question_bank.question for select using (question_bank.from_above(unit_path))`,
  ...protect('question_bank.question_version', 'exists (select from question_bank.question q where q.id = question_id)'),
  // Questions come in by import, which works as the system and checks the scope itself.
  `revoke insert, update, delete on all tables in schema question_bank from ${appRole}`,
  // Keys are read by the system alone: for grading, and for authors once their scope has been checked.
  `revoke all on question_bank.question_key from ${appRole}`,
];

export class CreateQuestionBank1700000031000 implements MigrationInterface {
  name = 'CreateQuestionBank1700000031000';

  async up(queries: QueryRunner): Promise<void> {
    await runAll(queries, [...createSchema('question_bank'), ...tables, ...fixed, above, ...walls]);
  }

  async down(queries: QueryRunner): Promise<void> {
    await runAll(queries, dropSchema('question_bank'));
  }
}
