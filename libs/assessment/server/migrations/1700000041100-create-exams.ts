import { appRole, protect, runAll } from '@skillhall/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const exams = [
  `create table assessment.exam (
    id uuid primary key,
    title text not null check (title <> ''),
    instructions text not null default '',
    unit_id uuid not null,
    unit_path text collate "C" not null,
    state text not null check (state in ('draft', 'published', 'archived')),
    minutes integer not null check (minutes between 1 and 600),
    pass_mark integer not null check (pass_mark between 1 and 100),
    attempts_allowed integer not null default 1 check (attempts_allowed > 0),
    shuffle_questions boolean not null default true,
    shuffle_options boolean not null default true,
    blueprint jsonb not null,
    -- Mark, right answer and explanation: when each may be seen.
    review jsonb not null,
    -- How often one question may have been used before it is left out; null for any number.
    exposure_cap integer check (exposure_cap > 0),
    markers smallint not null default 1 check (markers in (1, 2)),
    -- Two markers further apart than this share of the mark call for a third, in percent.
    marking_gap integer not null default 20 check (marking_gap between 0 and 100),
    version integer not null default 1,
    created_at timestamptz not null default now(),
    created_by uuid,
    updated_at timestamptz not null default now(),
    foreign key (unit_id, unit_path) references directory.unit (id, path) on update cascade)`,
  `create index exam_place on assessment.exam (unit_path, created_at)`,
  `create index exam_unit on assessment.exam (unit_id)`,
  // The seed of all papers of an exam: who knows it knows the questions.
  `create table assessment.exam_secret (
    exam_id uuid primary key references assessment.exam on delete cascade,
    seed bytea not null check (octet_length(seed) = 32))`,
];

const sittings = [
  `create table assessment.sitting (
    id uuid primary key,
    exam_id uuid not null references assessment.exam,
    title text not null check (title <> ''),
    place text,
    unit_id uuid not null,
    unit_path text collate "C" not null,
    delivery text not null default 'screen' check (delivery in ('screen', 'paper')),
    opens_at timestamptz not null,
    closes_at timestamptz not null,
    -- Minutes after the opening in which one may still begin; null until the end.
    late_entry_minutes integer check (late_entry_minutes >= 0),
    check_in text not null default 'none' check (check_in in ('none', 'code', 'invigilator')),
    -- What is kept as evidence: fullScreen, blur, paste, device. It never fails anybody by itself.
    proctoring jsonb not null default '{}',
    cancelled_at timestamptz,
    cancelled_reason text,
    ended_at timestamptz,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    created_by uuid,
    check (closes_at > opens_at),
    foreign key (unit_id, unit_path) references directory.unit (id, path) on update cascade)`,
  `create index sitting_exam on assessment.sitting (exam_id)`,
  `create index sitting_unit on assessment.sitting (unit_id)`,
  `create index sitting_place on assessment.sitting (unit_path, opens_at)`,
  `create index sitting_times on assessment.sitting (closes_at, opens_at) where cancelled_at is null and ended_at is null`,
  `create table assessment.sitting_secret (
    sitting_id uuid primary key references assessment.sitting on delete cascade,
    check_in_code text not null)`,
  // Admitted are the people of these units, of these posts if any are named, and who is admitted by name.
  `create table assessment.sitting_unit_admitted (
    sitting_id uuid not null references assessment.sitting on delete cascade,
    unit_id uuid not null,
    unit_path text collate "C" not null,
    primary key (sitting_id, unit_id),
    foreign key (unit_id, unit_path) references directory.unit (id, path) on update cascade)`,
  `create index sitting_unit_admitted_unit on assessment.sitting_unit_admitted (unit_id, unit_path)`,
  `create table assessment.sitting_post_admitted (
    sitting_id uuid not null references assessment.sitting on delete cascade,
    post_id uuid not null references directory.post,
    primary key (sitting_id, post_id))`,
  // What is particular to one person: admitted or shut out by name, more time, checked in.
  `create table assessment.sitting_candidate (
    sitting_id uuid not null references assessment.sitting on delete cascade,
    person_id uuid not null references directory.person,
    admitted boolean,
    extra_minutes integer not null default 0 check (extra_minutes between 0 and 600),
    checked_in_at timestamptz,
    checked_in_by uuid,
    note text,
    primary key (sitting_id, person_id))`,
  `create index sitting_candidate_person on assessment.sitting_candidate (person_id)`,
  `create table assessment.sitting_invigilator (
    sitting_id uuid not null references assessment.sitting on delete cascade,
    person_id uuid not null references directory.person,
    primary key (sitting_id, person_id))`,
  `create index sitting_invigilator_person on assessment.sitting_invigilator (person_id)`,
  // Drawn before the opening, so that the first minute only has to hand out.
  `create table assessment.prepared_paper (
    sitting_id uuid not null references assessment.sitting on delete cascade,
    person_id uuid not null references directory.person,
    number smallint not null check (number > 0),
    paper jsonb not null,
    primary key (sitting_id, person_id, number))`,
  // A paper as it was printed for halls without a computer room.
  `create table assessment.printed_form (
    id uuid primary key,
    sitting_id uuid not null references assessment.sitting on delete cascade,
    form text not null check (form ~ '^[A-Z]$'),
    paper jsonb not null,
    created_at timestamptz not null default now(),
    created_by uuid,
    unique (sitting_id, form))`,
];

const definer = 'language sql stable security definer set search_path = pg_catalog';

/**
 * Asked by the walls themselves, hence without walls: each names the acting person or answers nothing but a path.
 * Admitted is who is admitted by name, or belongs to an admitted unit and, if posts are named, to one of them.
 */
const questions = [
  `create function assessment.sitting_path(asked uuid) returns text ${definer} as $$
    select unit_path from assessment.sitting where id = asked $$`,
  `create function assessment.invigilates(asked uuid) returns boolean ${definer} as $$
    select exists (select from assessment.sitting_invigilator i where i.sitting_id = asked and i.person_id = platform.current_person()) $$`,
  `create function assessment.admits(asked uuid, who uuid) returns boolean ${definer} as $$
    select coalesce(
      (select c.admitted from assessment.sitting_candidate c where c.sitting_id = asked and c.person_id = who),
      exists (
        select from assessment.sitting_unit_admitted u join directory.person p on starts_with(p.unit_path, u.unit_path)
        where u.sitting_id = asked and p.id = who and (p.left_on is null or p.left_on > current_date)
          and (not exists (select from assessment.sitting_post_admitted a where a.sitting_id = asked)
            or exists (select from assessment.sitting_post_admitted a where a.sitting_id = asked and a.post_id = p.post_id)))) $$`,
  `create function assessment.sits_exam(asked uuid) returns boolean ${definer} as $$
    select exists (
      select from assessment.sitting s where s.exam_id = asked
        and (assessment.admits(s.id, platform.current_person()) or assessment.invigilates(s.id))) $$`,
];

const mineToRun = 'platform.in_scope(assessment.sitting_path(sitting_id))';

const walls = [
  ...protect('assessment.exam', 'platform.in_scope(unit_path)'),
  `create policy sat on assessment.exam for select using (state <> 'draft' and assessment.sits_exam(id))`,
  ...protect('assessment.sitting', 'platform.in_scope(unit_path)'),
  `create policy invigilated on assessment.sitting for select using (assessment.invigilates(id))`,
  `create policy admitted on assessment.sitting for select using (assessment.admits(id, platform.current_person()))`,
  ...['sitting_unit_admitted', 'sitting_post_admitted', 'sitting_candidate', 'sitting_invigilator', 'printed_form'].flatMap((table) =>
    protect(`assessment.${table}`, mineToRun),
  ),
  ...['sitting_unit_admitted', 'sitting_post_admitted', 'sitting_candidate', 'sitting_invigilator'].map(
    (table) => `create policy invigilated on assessment.${table} for select using (assessment.invigilates(sitting_id))`,
  ),
  ...['sitting_candidate', 'sitting_invigilator'].map(
    (table) => `create policy own on assessment.${table} for select using (person_id = platform.current_person())`,
  ),
  // Seeds, codes and papers drawn ahead are the system's alone; forms are drawn by it.
  ...['exam_secret', 'sitting_secret', 'prepared_paper'].flatMap((table) => [
    `alter table assessment.${table} enable row level security`,
    `revoke all on assessment.${table} from ${appRole}`,
  ]),
  `revoke insert, update, delete on assessment.printed_form from ${appRole}`,
];

export class CreateExams1700000041100 implements MigrationInterface {
  name = 'CreateExams1700000041100';

  async up(queries: QueryRunner): Promise<void> {
    await runAll(queries, [...exams, ...sittings, ...questions, ...walls]);
  }

  async down(queries: QueryRunner): Promise<void> {
    const tables = ['printed_form', 'prepared_paper', 'sitting_invigilator', 'sitting_candidate', 'sitting_post_admitted', 'sitting_unit_admitted', 'sitting_secret', 'exam_secret'];
    await runAll(queries, [
      ...tables.map((table) => `drop table assessment.${table}`),
      `drop policy sat on assessment.exam`,
      ...['invigilated', 'admitted'].map((policy) => `drop policy ${policy} on assessment.sitting`),
      ...['sits_exam(uuid)', 'admits(uuid, uuid)', 'invigilates(uuid)', 'sitting_path(uuid)'].map((one) => `drop function assessment.${one}`),
      `drop table assessment.sitting`,
      `drop table assessment.exam`,
    ]);
  }
}
