import { appRole, createSchema, dropSchema, protect, runAll } from '@skillhall/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const courses = [
  `create table learning.course (
    id uuid primary key,
    code text not null unique,
    unit_id uuid not null,
    unit_path text collate "C" not null,
    foreign key (unit_id, unit_path) references directory.unit (id, path) on update cascade)`,
  `create index course_unit on learning.course (unit_id)`,
  `create table learning.course_version (
    id uuid primary key,
    course_id uuid not null references learning.course,
    version integer not null,
    status text not null check (status in ('draft', 'published', 'retired')),
    name text not null,
    track text not null check (track in ('ethics', 'law', 'communication', 'business')),
    hours numeric(5, 1) not null check (hours > 0),
    summary text not null,
    competencies text[] not null,
    content_hash bytea not null,
    created_at timestamptz not null default now(),
    created_by uuid,
    updated_at timestamptz not null default now(),
    published_at timestamptz,
    retired_at timestamptz,
    unique (course_id, version))`,
  `create unique index course_version_one_draft on learning.course_version (course_id) where status = 'draft'`,
  `create unique index course_version_one_published on learning.course_version (course_id) where status = 'published'`,
  `create table learning.module (
    id uuid primary key,
    course_version_id uuid not null references learning.course_version,
    position integer not null,
    title text not null,
    unique (course_version_id, position))`,
  `create table learning.activity (
    id uuid primary key,
    course_version_id uuid not null references learning.course_version,
    module_id uuid not null references learning.module,
    position integer not null,
    kind text not null check (kind in ('article', 'quiz')),
    title text not null,
    minutes integer not null check (minutes > 0),
    body text,
    question_codes text[] not null default '{}',
    pass_mark integer check (pass_mark between 1 and 100),
    time_limit_minutes integer check (time_limit_minutes > 0),
    quiz_id uuid,
    unique (course_version_id, position),
    check ((kind = 'article') = (body is not null)),
    check ((kind = 'quiz') = (pass_mark is not null)))`,
  `create index activity_module on learning.activity (module_id)`,
  `create unique index activity_quiz on learning.activity (quiz_id) where quiz_id is not null`,
];

const records = [
  `create table learning.enrolment (
    id uuid primary key,
    person_id uuid not null references directory.person,
    course_id uuid not null references learning.course,
    course_version_id uuid not null references learning.course_version,
    unit_id uuid not null,
    unit_path text collate "C" not null,
    started_at timestamptz not null default now(),
    completed_at timestamptz,
    unique (person_id, course_id),
    foreign key (unit_id, unit_path) references directory.unit (id, path) on update cascade)`,
  `create index enrolment_place on learning.enrolment (unit_path, course_id)`,
  `create index enrolment_course on learning.enrolment (course_id)`,
  `create index enrolment_unit on learning.enrolment (unit_id)`,
  `create table learning.activity_progress (
    enrolment_id uuid not null references learning.enrolment on delete cascade,
    activity_id uuid not null references learning.activity,
    state text not null check (state in ('started', 'completed')),
    started_at timestamptz not null default clock_timestamp(),
    completed_at timestamptz,
    attempt_id uuid,
    primary key (enrolment_id, activity_id),
    check ((state = 'completed') = (completed_at is not null)))`,
];

/** A version that is not a draft keeps what it says; only its state goes on. */
const fixed = [
  `create function learning.keep_version() returns trigger language plpgsql as $$
   begin
     if old.status <> 'draft' and (tg_op = 'DELETE' or row(new.course_id, new.version, new.name, new.track, new.hours, new.summary,
         new.competencies, new.content_hash) is distinct from row(old.course_id, old.version, old.name, old.track, old.hours,
         old.summary, old.competencies, old.content_hash)) then
       raise exception 'a published version of a course never changes' using errcode = 'insufficient_privilege';
     end if;
     return coalesce(new, old);
   end $$`,
  `create function learning.keep_parts() returns trigger language plpgsql as $$
   begin
     if exists (select from learning.course_version v where v.id = coalesce(old.course_version_id, new.course_version_id) and v.status <> 'draft') then
       raise exception 'a published version of a course never changes' using errcode = 'insufficient_privilege';
     end if;
     return coalesce(new, old);
   end $$`,
  `create trigger keep before update or delete on learning.course_version for each row execute function learning.keep_version()`,
  ...['module', 'activity'].map((table) => `create trigger keep before insert or update or delete on learning.${table} for each row execute function learning.keep_parts()`),
];

/** True where what is kept at `path` is meant for the acting person: at their own unit or above it. */
const offered = `create function learning.offered(path text) returns boolean
language sql stable parallel safe as $$
  select exists (select from directory.person p where p.id = platform.current_person() and starts_with(p.unit_path, path))
    or exists (
      select from unnest(string_to_array(nullif(current_setting('app.paths', true), ''), ',')) as top
      where starts_with(top, '/' || path))
$$`;

const ofVersion = 'exists (select from learning.course_version v where v.id = course_version_id)';
const personVisible = 'exists (select from directory.person p where p.id = person_id)';

const walls = [
  ...protect('learning.course', 'platform.in_scope(unit_path)'),
  `create policy offered on learning.course for select using (learning.offered(unit_path))`,
  // Who may see a record may see the course it is about, even when it comes from another branch.
  `create policy recorded on learning.course for select using (exists (select from learning.enrolment e where e.course_id = course.id))`,
  ...protect('learning.course_version', `exists (select from learning.course c where c.id = course_id and (status <> 'draft' or platform.in_scope(c.unit_path)))`),
  ...protect('learning.module', ofVersion),
  ...protect('learning.activity', ofVersion),
  // A record follows its person to the next unit.
  ...protect('learning.enrolment', `platform.in_scope(unit_path) or ${personVisible}`),
  ...protect('learning.activity_progress', 'exists (select from learning.enrolment e where e.id = enrolment_id)'),
  // Courses are written by imports and by publishing, which work as the system after checking the scope.
  ...['course', 'course_version', 'module', 'activity'].map((table) => `revoke insert, update, delete on learning.${table} from ${appRole}`),
];

export class CreateLearning1700000032000 implements MigrationInterface {
  name = 'CreateLearning1700000032000';

  async up(queries: QueryRunner): Promise<void> {
    await runAll(queries, [...createSchema('learning'), ...courses, ...records, ...fixed, offered, ...walls]);
  }

  async down(queries: QueryRunner): Promise<void> {
    await runAll(queries, dropSchema('learning'));
  }
}
