import { appRole, createSchema, dropSchema, protect, runAll } from '@skillhall/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const quizzes = [
  `create table assessment.quiz (
    id uuid primary key,
    origin text not null,
    title text not null,
    pass_mark integer not null check (pass_mark between 1 and 100),
    time_limit_minutes integer default 30 check (time_limit_minutes > 0),
    attempts_allowed integer check (attempts_allowed > 0),
    shuffle_questions boolean not null default true,
    shuffle_options boolean not null default false,
    unit_id uuid not null,
    unit_path text collate "C" not null,
    created_at timestamptz not null default now(),
    foreign key (unit_id, unit_path) references directory.unit (id, path) on update cascade)`,
  `create index quiz_unit on assessment.quiz (unit_id)`,
  `create table assessment.quiz_question (
    quiz_id uuid not null references assessment.quiz,
    position integer not null,
    question_version_id uuid not null references question_bank.question_version,
    type text not null check (type in ('single', 'multiple', 'trueFalse')),
    option_keys text[] not null check (cardinality(option_keys) > 1),
    primary key (quiz_id, position),
    unique (quiz_id, question_version_id))`,
  `create index quiz_question_version on assessment.quiz_question (question_version_id)`,
];

const attempts = [
  `create table assessment.attempt (
    id uuid primary key,
    quiz_id uuid not null references assessment.quiz,
    person_id uuid not null references directory.person,
    unit_id uuid not null,
    unit_path text collate "C" not null,
    state text not null check (state in ('open', 'submitted')),
    started_at timestamptz not null,
    deadline timestamptz not null,
    submitted_at timestamptz,
    submitted_by text check (submitted_by in ('examinee', 'server')),
    paper jsonb not null,
    check (deadline > started_at),
    check ((state = 'submitted') = (submitted_at is not null and submitted_by is not null)),
    foreign key (unit_id, unit_path) references directory.unit (id, path) on update cascade)`,
  // A second device, or a second click, comes to the same attempt.
  `create unique index attempt_one_open on assessment.attempt (person_id, quiz_id) where state = 'open'`,
  `create index attempt_overdue on assessment.attempt (deadline) where state = 'open'`,
  `create index attempt_quiz on assessment.attempt (quiz_id)`,
  `create index attempt_person on assessment.attempt (person_id, started_at)`,
  `create index attempt_unit on assessment.attempt (unit_id)`,
  // No foreign key to the attempt: the one statement that adds rows holds a lock on it already.
  `create table assessment.answer_log (
    attempt_id uuid not null,
    client_seq integer not null check (client_seq > 0),
    question_id uuid not null,
    choice text[] not null,
    saved_at timestamptz not null default clock_timestamp(),
    primary key (attempt_id, client_seq))`,
  `create table assessment.attempt_result (
    attempt_id uuid primary key references assessment.attempt,
    score numeric(4, 1) not null check (score between 0 and 100),
    passed boolean not null,
    answered integer not null,
    total integer not null check (total > 0 and answered between 0 and total),
    answers jsonb not null,
    key_versions uuid[] not null,
    receipt_code text not null,
    receipt_digest text not null,
    graded_at timestamptz not null default clock_timestamp())`,
  `create index attempt_result_receipt on assessment.attempt_result (receipt_code)`,
];

const fixed = [
  `create function assessment.refuse_change() returns trigger language plpgsql as $$
   begin raise exception 'answers and results are only ever added' using errcode = 'insufficient_privilege'; end $$`,
  ...['answer_log', 'attempt_result'].map(
    (table) => `create trigger keep before update or delete or truncate on assessment.${table} for each statement execute function assessment.refuse_change()`,
  ),
];

/** True where what is kept at `path` is meant for the acting person: at their own unit or above it. */
const offered = `create function assessment.offered(path text) returns boolean
language sql stable parallel safe as $$
  select exists (select from directory.person p where p.id = platform.current_person() and starts_with(p.unit_path, path))
$$`;

const ofAttempt = 'exists (select from assessment.attempt a where a.id = attempt_id)';

const walls = [
  ...protect('assessment.quiz', 'platform.in_scope(unit_path)'),
  `create policy offered on assessment.quiz for select using (assessment.offered(unit_path))`,
  `create policy taken on assessment.quiz for select using (exists (select from assessment.attempt a where a.quiz_id = quiz.id))`,
  ...protect('assessment.quiz_question', 'exists (select from assessment.quiz q where q.id = quiz_id)'),
  ...protect('assessment.attempt', 'platform.in_scope(unit_path) or person_id = platform.current_person()'),
  ...protect('assessment.answer_log', ofAttempt),
  ...protect('assessment.attempt_result', ofAttempt),
  // People only ever start attempts themselves. Answers and grades are written by the system, whose statements name the person.
  `revoke insert, update, delete on all tables in schema assessment from ${appRole}`,
  `grant insert on assessment.attempt to ${appRole}`,
];

export class CreateAssessment1700000041000 implements MigrationInterface {
  name = 'CreateAssessment1700000041000';

  async up(queries: QueryRunner): Promise<void> {
    await runAll(queries, [...createSchema('assessment'), ...quizzes, ...attempts, ...fixed, offered, ...walls]);
  }

  async down(queries: QueryRunner): Promise<void> {
    await runAll(queries, dropSchema('assessment'));
  }
}
