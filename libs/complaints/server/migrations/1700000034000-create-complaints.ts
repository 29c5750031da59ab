import { appRole, createSchema, dropSchema, protect, runAll } from '@skillhall/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = [
  // Times are those of the clock on the wall where the complaint was taken: exports know no zone.
  `create table complaints.complaint (
    id uuid primary key,
    order_number text not null unique,
    unit_id uuid not null,
    unit_path text collate "C" not null,
    received_at timestamp(0) not null,
    month date not null generated always as (date_trunc('month', received_at)::date) stored,
    class text not null check (class in ('service', 'business', 'outage', 'supplyQuality', 'gridConstruction')),
    second_class text,
    third_class text,
    level text,
    channel text,
    text text not null,
    substantiated boolean,
    closed_on date,
    content_hash bytea not null,
    import_run_id uuid,
    foreign key (unit_id, unit_path) references directory.unit (id, path) on update cascade)`,
  `comment on column complaints.complaint.text is 'scrubbed: personal data stand as placeholders'`,
  `comment on column complaints.complaint.content_hash is 'keyed hash of the work order as it came in, without white space'`,
  `create index complaint_place on complaints.complaint (unit_path, month)`,
  `create index complaint_unit on complaints.complaint (unit_id)`,
  `create index complaint_time on complaints.complaint (received_at desc, id)`,
  `create table complaints.hall_month (
    unit_id uuid not null,
    unit_path text collate "C" not null,
    month date not null check (extract(day from month) = 1),
    transactions integer not null check (transactions >= 0),
    online_share numeric check (online_share between 0 and 1),
    window_staff integer check (window_staff >= 0),
    import_run_id uuid,
    primary key (unit_id, month),
    foreign key (unit_id, unit_path) references directory.unit (id, path) on update cascade)`,
  `create index hall_month_place on complaints.hall_month (unit_path, month)`,
  // Days on which the rules of counting changed: a step in a chart on such a day proves nothing.
  `create table complaints.taxonomy_change (date date primary key, note text not null)`,
  // One key for the hashes of what came in; without it they could be guessed back to telephone numbers.
  `create table complaints.fingerprint_key (one boolean primary key default true check (one), key bytea not null)`,
  `insert into complaints.fingerprint_key (key) values (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')))`,
];

const walls = [
  ...protect('complaints.complaint', 'platform.in_scope(unit_path)'),
  ...protect('complaints.hall_month', 'platform.in_scope(unit_path)'),
  // Both come in by import, which works as the system and checks the scope itself.
  `revoke insert, update, delete on all tables in schema complaints from ${appRole}`,
  `revoke all on complaints.fingerprint_key from ${appRole}`,
];

export class CreateComplaints1700000034000 implements MigrationInterface {
  name = 'CreateComplaints1700000034000';

  async up(queries: QueryRunner): Promise<void> {
    await runAll(queries, [...createSchema('complaints'), ...tables, ...walls]);
  }

  async down(queries: QueryRunner): Promise<void> {
    await runAll(queries, dropSchema('complaints'));
  }
}
