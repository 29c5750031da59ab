import { appRole, protect, runAll } from '@skillhall/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = [
  `create table learning.lottery (
    id uuid primary key,
    course_id uuid not null references learning.course,
    unit_id uuid not null,
    unit_path text collate "C" not null,
    state text not null check (state in ('prepared', 'drawn', 'dropped')),
    tiers_by text not null check (tiers_by in ('size', 'rate')),
    tiers smallint not null check (tiers > 0),
    waves smallint not null check (waves > 0),
    first_month date not null check (extract(day from first_month) = 1),
    months_apart smallint not null check (months_apart > 0),
    kept_share numeric not null check (kept_share >= 0.25 and kept_share < 1),
    decided_by text not null check (decided_by <> ''),
    -- SHA-256 of the seed, shown before the draw; the seed itself stands here from the draw on.
    seed_digest text not null check (seed_digest ~ '^[0-9a-f]{64}$'),
    seed text check (encode(sha256(convert_to(seed, 'UTF8')), 'hex') = seed_digest),
    prepared_at timestamptz not null default now(),
    prepared_by uuid,
    prepared_by_name text not null,
    drawn_at timestamptz,
    drawn_by_name text,
    check ((state = 'drawn') = (seed is not null)),
    check ((state = 'drawn') = (drawn_at is not null)),
    foreign key (unit_id, unit_path) references directory.unit (id, path) on update cascade)`,
  `create index lottery_place on learning.lottery (unit_path, prepared_at)`,
  `create index lottery_unit on learning.lottery (unit_id)`,
  `create index lottery_course on learning.lottery (course_id)`,
  // Nobody who works for a person can look at a seed before the draw.
  `create table learning.lottery_seed (lottery_id uuid primary key references learning.lottery, seed text not null)`,
  `create table learning.lottery_hall (
    lottery_id uuid not null references learning.lottery,
    unit_id uuid not null references directory.unit,
    -- As it was at the draw: the lot is a hash of seed and code.
    code text not null,
    tier smallint not null check (tier > 0),
    -- Null before the draw, and for halls that are kept untrained.
    wave smallint check (wave > 0),
    primary key (lottery_id, unit_id))`,
  `create index lottery_hall_unit on learning.lottery_hall (unit_id)`,
  `create table learning.training_assignment (
    id uuid primary key,
    course_id uuid not null references learning.course,
    unit_id uuid not null,
    unit_path text collate "C" not null,
    state text not null check (state in ('planned', 'held', 'cancelled')),
    planned_month date not null check (extract(day from planned_month) = 1),
    planned_on date check (date_trunc('month', planned_on) = planned_month),
    reason text not null check (reason in ('spike', 'rotation', 'lottery', 'newHire')),
    looked_from date check (extract(day from looked_from) = 1),
    looked_until date check (extract(day from looked_until) = 1 and looked_until between looked_from and planned_month),
    decided_by text not null check (decided_by <> ''),
    lottery_id uuid references learning.lottery,
    held_on date,
    cancelled_why text,
    scheduled_at timestamptz not null default now(),
    scheduled_by uuid,
    import_run_id uuid,
    check ((looked_from is null) = (looked_until is null)),
    check (reason <> 'spike' or looked_from is not null),
    check ((state = 'held') = (held_on is not null)),
    check ((state = 'cancelled') = (cancelled_why is not null)),
    foreign key (unit_id, unit_path) references directory.unit (id, path) on update cascade)`,
  // A hall has one first session of a course.
  `create unique index training_assignment_once on learning.training_assignment (course_id, unit_id) where state <> 'cancelled'`,
  `create index training_assignment_place on learning.training_assignment (unit_path, planned_month)`,
  `create index training_assignment_unit on learning.training_assignment (unit_id)`,
  `create index training_assignment_lottery on learning.training_assignment (lottery_id)`,
];

/** What was held, cancelled or drawn stays: the reason of a decision is not rewritten once its outcome is known. */
const kept = [
  `create function learning.keep_assignment() returns trigger language plpgsql as $$
   begin
     if old.state <> 'planned' and (new.course_id, new.unit_id, new.state, new.planned_month, new.planned_on, new.reason, new.looked_from, new.looked_until, new.decided_by, new.lottery_id, new.held_on, new.cancelled_why)
       is distinct from (old.course_id, old.unit_id, old.state, old.planned_month, old.planned_on, old.reason, old.looked_from, old.looked_until, old.decided_by, old.lottery_id, old.held_on, old.cancelled_why)
     then raise exception 'training % is over', old.id; end if;
     return new;
   end $$`,
  `create trigger keep before update on learning.training_assignment for each row execute function learning.keep_assignment()`,
  `create function learning.keep_draw() returns trigger language plpgsql as $$
   begin
     if old.state <> 'prepared' and (new.state, new.seed, new.seed_digest, new.course_id, new.unit_id, new.tiers, new.waves, new.first_month, new.months_apart, new.kept_share)
       is distinct from (old.state, old.seed, old.seed_digest, old.course_id, old.unit_id, old.tiers, old.waves, old.first_month, old.months_apart, old.kept_share)
     then raise exception 'lottery % is drawn once', old.id; end if;
     return new;
   end $$`,
  `create trigger keep before update on learning.lottery for each row execute function learning.keep_draw()`,
  `create function learning.keep_lots() returns trigger language plpgsql as $$
   begin
     if exists (select from learning.lottery l where l.id = old.lottery_id and l.state <> 'prepared') then raise exception 'lottery % is drawn once', old.lottery_id; end if;
     return coalesce(new, old);
   end $$`,
  `create trigger keep before update or delete on learning.lottery_hall for each row execute function learning.keep_lots()`,
];

const walls = [
  ...protect('learning.training_assignment', 'platform.in_scope(unit_path)'),
  ...protect('learning.lottery', 'platform.in_scope(unit_path)'),
  ...protect('learning.lottery_hall', 'exists (select from learning.lottery l where l.id = lottery_id)'),
  ...protect('learning.lottery_seed', 'false'),
  `revoke all on learning.lottery_seed from ${appRole}`,
  `revoke delete on learning.training_assignment, learning.lottery, learning.lottery_hall from ${appRole}`,
];

export class ScheduleTraining1700000032100 implements MigrationInterface {
  name = 'ScheduleTraining1700000032100';

  async up(queries: QueryRunner): Promise<void> {
    await runAll(queries, [...tables, ...kept, ...walls]);
  }

  async down(queries: QueryRunner): Promise<void> {
    await runAll(queries, [
      'drop table learning.training_assignment, learning.lottery_hall, learning.lottery_seed, learning.lottery',
      'drop function learning.keep_assignment(), learning.keep_draw(), learning.keep_lots()',
    ]);
  }
}
