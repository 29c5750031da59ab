import { appRole, protect, runAll } from '@skillhall/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const alerts = [
  `create table impact.alert (
    id uuid primary key,
    unit_id uuid not null,
    unit_path text collate "C" not null,
    kind text not null check (kind in ('rate', 'sum')),
    month date not null check (extract(day from month) = 1),
    since date not null check (since <= month),
    complaints integer not null,
    expected float8 not null,
    rate float8 not null,
    limit_rate float8,
    raised_at timestamptz not null default now(),
    acknowledged_at timestamptz,
    acknowledged_by uuid,
    acknowledged_by_name text,
    note text,
    unique (unit_id, month, kind),
    check ((acknowledged_at is null) = (acknowledged_by_name is null)),
    foreign key (unit_id, unit_path) references directory.unit (id, path) on update cascade)`,
  `create index alert_place on impact.alert (unit_path, month)`,
  ...protect('impact.alert', 'platform.in_scope(unit_path)'),
  // Raised by the nightly job; people acknowledge them.
  `revoke insert, delete on impact.alert from ${appRole}`,
];

export class CreateAlerts1700000051010 implements MigrationInterface {
  name = 'CreateAlerts1700000051010';

  async up(queries: QueryRunner): Promise<void> {
    await runAll(queries, alerts);
  }

  async down(queries: QueryRunner): Promise<void> {
    await runAll(queries, ['drop table impact.alert']);
  }
}
