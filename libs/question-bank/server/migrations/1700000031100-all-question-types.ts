import { appRole, protect, runAll } from '@skillhall/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const types = `'single', 'multiple', 'trueFalse', 'fillIn', 'numeric', 'ordering', 'matching', 'shortAnswer', 'calculation', 'case'`;

const faces = [
  `alter table question_bank.question_version
    drop constraint question_version_type_check,
    add constraint question_version_type_check check (type in (${types})),
    add media jsonb not null default '[]',
    add prompts jsonb not null default '[]',
    add blanks jsonb not null default '[]',
    -- Parts of a case are rows of their own behind the case, whose part is 0.
    add part smallint not null default 0 check (part >= 0),
    add case_id uuid references question_bank.question_version,
    add constraint question_version_part_of_case check ((part > 0) = (case_id is not null)),
    drop constraint question_version_question_id_version_key,
    add constraint question_version_number unique (question_id, version, part)`,
  `create index question_version_case on question_bank.question_version (case_id) where case_id is not null`,
];

const keys = [
  `alter table question_bank.question_key disable trigger keep`,
  `alter table question_bank.question_key add key jsonb`,
  `update question_bank.question_key set key = jsonb_build_object('kind', 'choice', 'correct', to_jsonb(correct_keys), 'rule', 'allOrNothing', 'credits', null)`,
  `alter table question_bank.question_key alter key set not null, add constraint question_key_kind check (key ? 'kind'), drop correct_keys`,
  `alter table question_bank.question_key enable trigger keep`,
];

// A key that turned out wrong is corrected by a further line: the first stays, and grades say which one they used.
const revisions = [
  `create table question_bank.key_revision (
    version_id uuid not null references question_bank.question_key,
    revision integer not null check (revision > 0),
    key jsonb not null check (key ? 'kind'),
    explanation text,
    reason text not null,
    created_at timestamptz not null default now(),
    created_by uuid,
    primary key (version_id, revision))`,
  `create trigger keep before update on question_bank.key_revision for each statement execute function question_bank.refuse_change()`,
  `alter table question_bank.key_revision enable row level security`,
  `revoke all on question_bank.key_revision from ${appRole}`,
];

const states = [
  `alter table question_bank.question
    add latest_version integer not null default 0,
    add use text not null default 'any' check (use in ('any', 'examOnly', 'practiceOnly')),
    add category_id uuid,
    add created_at timestamptz not null default now()`,
  `update question_bank.question set latest_version = current_version`,
  `create table question_bank.category (
    id uuid primary key,
    parent_id uuid references question_bank.category,
    name text not null check (name <> ''),
    position integer not null default 0,
    unit_id uuid not null,
    unit_path text collate "C" not null,
    foreign key (unit_id, unit_path) references directory.unit (id, path) on update cascade)`,
  `create unique index category_name on question_bank.category (unit_id, coalesce(parent_id, '00000000-0000-0000-0000-000000000000'), name)`,
  `create index category_parent on question_bank.category (parent_id)`,
  `create index category_unit on question_bank.category (unit_id, unit_path)`,
  `alter table question_bank.question add foreign key (category_id) references question_bank.category`,
  `create index question_category on question_bank.question (category_id)`,
  // What becomes of a version: one line a step, the latest counts.
  `create table question_bank.version_step (
    version_id uuid not null references question_bank.question_version,
    step integer not null check (step > 0),
    state text not null check (state in ('draft', 'inReview', 'reviewed', 'live', 'retired')),
    comment text,
    at timestamptz not null default now(),
    account_id uuid,
    primary key (version_id, step))`,
  `create trigger keep before update on question_bank.version_step for each statement execute function question_bank.refuse_change()`,
  `insert into question_bank.version_step (version_id, step, state, at, account_id)
   select v.id, 1, case when v.version = q.current_version then 'live' else 'retired' end, v.created_at, v.created_by
   from question_bank.question_version v join question_bank.question q on q.id = v.question_id`,
  // A row for each time a question was put to somebody, counted by day.
  `create table question_bank.exposure (
    question_id uuid not null references question_bank.question,
    day date not null,
    times integer not null check (times > 0),
    primary key (question_id, day))`,
];

const walls = [
  ...protect('question_bank.category', 'platform.in_scope(unit_path)'),
  `create policy from_above on question_bank.category for select using (question_bank.from_above(unit_path))`,
  ...protect('question_bank.version_step', 'exists (select from question_bank.question_version v where v.id = version_id)'),
  ...protect('question_bank.exposure', 'exists (select from question_bank.question q where q.id = question_id)'),
  `revoke insert, update, delete on question_bank.category, question_bank.version_step, question_bank.exposure from ${appRole}`,
];

export class AllQuestionTypes1700000031100 implements MigrationInterface {
  name = 'AllQuestionTypes1700000031100';

  async up(queries: QueryRunner): Promise<void> {
    await runAll(queries, [...faces, ...keys, ...revisions, ...states, ...walls]);
  }

  /** Only what the former tables can hold stays: choices; of a question only its current version's state. */
  async down(queries: QueryRunner): Promise<void> {
    await runAll(queries, [
      ...['exposure', 'version_step', 'key_revision'].map((table) => `drop table question_bank.${table}`),
      `alter table question_bank.question drop latest_version, drop use, drop category_id, drop created_at`,
      `drop table question_bank.category`,
      `alter table question_bank.question_key disable trigger keep`,
      `delete from question_bank.question_key where key ->> 'kind' <> 'choice'`,
      `alter table question_bank.question_key add correct_keys text[]`,
      `update question_bank.question_key set correct_keys = array(select jsonb_array_elements_text(key -> 'correct'))`,
      `alter table question_bank.question_key alter correct_keys set not null, add check (cardinality(correct_keys) > 0), drop key`,
      `alter table question_bank.question_key enable trigger keep`,
      `delete from question_bank.question_version where part > 0`,
      `delete from question_bank.question_version where type not in ('single', 'multiple', 'trueFalse')`,
      `drop index question_bank.question_version_case`,
      `alter table question_bank.question_version
        drop constraint question_version_type_check,
        add constraint question_version_type_check check (type in ('single', 'multiple', 'trueFalse')),
        drop constraint question_version_number,
        drop media, drop prompts, drop blanks, drop part, drop case_id,
        add constraint question_version_question_id_version_key unique (question_id, version)`,
    ]);
  }
}
