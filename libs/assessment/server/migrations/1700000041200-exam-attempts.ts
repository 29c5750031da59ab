import { appRole, protect, runAll } from '@skillhall/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const attempts = [
  `alter table assessment.attempt
    alter quiz_id drop not null,
    add sitting_id uuid references assessment.sitting,
    add number smallint not null default 1 check (number > 0),
    -- Answered on a screen, or on paper and typed in afterwards.
    add source text not null default 'screen' check (source in ('screen', 'paper')),
    add form_id uuid references assessment.printed_form,
    add device_id text,
    add device_label text,
    add constraint attempt_of_quiz_or_sitting check (num_nonnulls(quiz_id, sitting_id) = 1),
    drop constraint attempt_submitted_by_check,
    add constraint attempt_submitted_by_check check (submitted_by in ('examinee', 'server', 'invigilator', 'clerk'))`,
  `create unique index attempt_one_open_sitting on assessment.attempt (person_id, sitting_id) where state = 'open'`,
  `create unique index attempt_number on assessment.attempt (sitting_id, person_id, number) where sitting_id is not null`,
  `create index attempt_form on assessment.attempt (form_id) where form_id is not null`,
  // Over for everybody: nobody is still writing with more time than the others.
  `create function assessment.sitting_over(asked uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
    select (s.ended_at is not null or clock_timestamp() >= s.closes_at)
      and not exists (select from assessment.attempt a where a.sitting_id = s.id and a.state = 'open')
    from assessment.sitting s where s.id = asked $$`,
  // What happened around the answers: begun, taken over, left the page, pasted. Evidence for people, never a verdict.
  `create table assessment.attempt_event (
    id bigint generated always as identity primary key,
    attempt_id uuid not null references assessment.attempt,
    at timestamptz not null default clock_timestamp(),
    kind text not null check (kind in ('begun', 'taken-over', 'left', 'returned', 'full-screen-left', 'pasted', 'offline', 'online', 'device')),
    device_id text,
    detail jsonb not null default '{}')`,
  `create index attempt_event_attempt on assessment.attempt_event (attempt_id, at)`,
  // What invigilators did and noted.
  `create table assessment.incident (
    id uuid primary key,
    sitting_id uuid not null references assessment.sitting,
    attempt_id uuid references assessment.attempt,
    kind text not null check (kind in ('note', 'technical', 'extended', 'all-extended', 'checked-in', 'forced-in', 'cancelled', 'ended')),
    minutes integer,
    note text not null default '',
    at timestamptz not null default clock_timestamp(),
    account_id uuid not null,
    account_name text not null)`,
  `create index incident_sitting on assessment.incident (sitting_id, at)`,
  `create index incident_attempt on assessment.incident (attempt_id) where attempt_id is not null`,
];

const marking = [
  // One answer, marked by one person in one round, without knowing whose it is. The third round settles a gap.
  `create table assessment.answer_mark (
    attempt_id uuid not null references assessment.attempt,
    question_id uuid not null references question_bank.question_version,
    round smallint not null check (round between 1 and 3),
    account_id uuid not null,
    -- Share of the question's mark, in ten thousandths.
    share integer not null check (share between 0 and 10000),
    criteria jsonb not null default '{}',
    comment text,
    at timestamptz not null default clock_timestamp(),
    primary key (attempt_id, question_id, round),
    unique (attempt_id, question_id, account_id))`,
  `create index answer_mark_question on assessment.answer_mark (question_id)`,
  // Who is marking what just now, so that two do not mark the same.
  `create table assessment.marking_claim (
    attempt_id uuid not null references assessment.attempt,
    question_id uuid not null references question_bank.question_version,
    round smallint not null check (round between 1 and 3),
    account_id uuid not null,
    until timestamptz not null,
    primary key (attempt_id, question_id, round))`,
  `create index marking_claim_question on assessment.marking_claim (question_id)`,
  // The key of a question was corrected: which revision, why, and what it did to whom.
  `create table assessment.regrade (
    id uuid primary key,
    question_id uuid not null references question_bank.question_version,
    key_revision integer not null,
    reason text not null,
    at timestamptz not null default clock_timestamp(),
    account_id uuid not null,
    account_name text not null,
    attempts integer not null,
    gained integer not null,
    lost integer not null,
    now_passed integer not null,
    now_failed integer not null)`,
  `create index regrade_question on assessment.regrade (question_id)`,
  // Every grade after the first: a new line each time people have marked or a key was corrected; the latest counts.
  `create table assessment.later_result (
    attempt_id uuid not null references assessment.attempt_result,
    version integer not null check (version > 1),
    cause text not null check (cause in ('marked', 'regraded')),
    regrade_id uuid references assessment.regrade,
    score numeric(4, 1) not null check (score between 0 and 100),
    passed boolean,
    marks numeric(8, 2) not null,
    max_marks numeric(8, 2) not null,
    pending integer not null,
    answers jsonb not null,
    graded_at timestamptz not null default clock_timestamp(),
    primary key (attempt_id, version),
    check ((cause = 'regraded') = (regrade_id is not null)))`,
  `create index later_result_regrade on assessment.later_result (regrade_id) where regrade_id is not null`,
  `create table assessment.item_analysis (
    exam_id uuid primary key references assessment.exam,
    attempts integer not null,
    report jsonb not null,
    at timestamptz not null default clock_timestamp())`,
];

// Practice is not an examination: the key is shown after each answer, nothing is lost but the place.
const practice = [
  `create table assessment.practice (
    id uuid primary key,
    person_id uuid not null references directory.person,
    unit_id uuid not null,
    unit_path text collate "C" not null,
    mode text not null check (mode in ('ordered', 'random', 'chapter', 'weak-point', 'mock')),
    settings jsonb not null default '{}',
    questions jsonb not null,
    started_at timestamptz not null default clock_timestamp(),
    ended_at timestamptz,
    foreign key (unit_id, unit_path) references directory.unit (id, path) on update cascade)`,
  `create index practice_person on assessment.practice (person_id, started_at)`,
  `create index practice_unit on assessment.practice (unit_id)`,
  `create table assessment.practice_answer (
    practice_id uuid not null references assessment.practice,
    position integer not null check (position > 0),
    question_id uuid not null references question_bank.question_version,
    choice text[] not null,
    credit numeric(5, 4) check (credit between 0 and 1),
    at timestamptz not null default clock_timestamp(),
    primary key (practice_id, position))`,
  `create index practice_answer_question on assessment.practice_answer (question_id)`,
];

const addOnly = ['attempt_event', 'incident', 'answer_mark', 'regrade', 'later_result', 'practice_answer'];
const ofAttempt = 'exists (select from assessment.attempt a where a.id = attempt_id)';

const walls = [
  ...addOnly.map((table) => `create trigger keep before update or delete or truncate on assessment.${table} for each statement execute function assessment.refuse_change()`),
  `create policy invigilated on assessment.attempt for select using (sitting_id is not null and assessment.invigilates(sitting_id))`,
  ...['attempt_event', 'later_result'].flatMap((table) => protect(`assessment.${table}`, ofAttempt)),
  ...protect('assessment.incident', 'platform.in_scope(assessment.sitting_path(sitting_id))'),
  `create policy invigilated on assessment.incident for select using (assessment.invigilates(sitting_id))`,
  ...protect('assessment.item_analysis', 'exists (select from assessment.exam e where e.id = exam_id and platform.in_scope(e.unit_path))'),
  ...protect('assessment.practice', 'person_id = platform.current_person()'),
  ...protect('assessment.practice_answer', 'exists (select from assessment.practice p where p.id = practice_id)'),
  // Marking is blind and regrading reads keys: both are the system's work, after the service has checked who asks.
  ...['answer_mark', 'marking_claim', 'regrade'].flatMap((table) => [
    `alter table assessment.${table} enable row level security`,
    `revoke all on assessment.${table} from ${appRole}`,
  ]),
  `revoke insert, update, delete on assessment.attempt_event, assessment.incident, assessment.later_result, assessment.item_analysis,
    assessment.practice, assessment.practice_answer from ${appRole}`,
];

export class ExamAttempts1700000041200 implements MigrationInterface {
  name = 'ExamAttempts1700000041200';

  async up(queries: QueryRunner): Promise<void> {
    await runAll(queries, [...attempts, ...marking, ...practice, ...walls]);
  }

  /** Attempts at sittings go with their tables; those at quizzes stay. */
  async down(queries: QueryRunner): Promise<void> {
    const tables = ['practice_answer', 'practice', 'item_analysis', 'later_result', 'regrade', 'marking_claim', 'answer_mark', 'incident', 'attempt_event'];
    const ofSitting = 'attempt_id in (select id from assessment.attempt where sitting_id is not null)';
    await runAll(queries, [
      ...tables.map((table) => `drop table assessment.${table}`),
      ...['answer_log', 'attempt_result'].flatMap((table) => [
        `alter table assessment.${table} disable trigger keep`,
        `delete from assessment.${table} where ${ofSitting}`,
        `alter table assessment.${table} enable trigger keep`,
      ]),
      `delete from assessment.attempt where sitting_id is not null`,
      `drop function assessment.sitting_over(uuid)`,
      `drop policy invigilated on assessment.attempt`,
      `drop index assessment.attempt_one_open_sitting`,
      `drop index assessment.attempt_number`,
      `drop index assessment.attempt_form`,
      `alter table assessment.attempt
        drop constraint attempt_of_quiz_or_sitting,
        drop constraint attempt_submitted_by_check,
        add constraint attempt_submitted_by_check check (submitted_by in ('examinee', 'server')),
        drop sitting_id, drop number, drop source, drop form_id, drop device_id, drop device_label,
        alter quiz_id set not null`,
    ]);
  }
}
