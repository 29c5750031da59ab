import { appRole, protect, runAll } from '@skillhall/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const up = [
  'alter table complaints.taxonomy_change drop constraint taxonomy_change_pkey',
  `alter table complaints.taxonomy_change
    add column id uuid not null default gen_random_uuid() primary key,
    add column unit_id uuid,
    -- Empty for a change that concerns everybody.
    add column unit_path text collate "C" not null default '',
    add column noted_by_name text,
    add column noted_at timestamptz not null default now(),
    add constraint taxonomy_change_once unique (unit_path, date),
    add constraint taxonomy_change_unit foreign key (unit_id, unit_path) references directory.unit (id, path) on update cascade`,
  'create index taxonomy_change_unit_id on complaints.taxonomy_change (unit_id)',
  ...protect('complaints.taxonomy_change', 'platform.in_scope(unit_path)'),
  // How complaints are counted is no secret, and a change at a unit above concerns everybody below it.
  'create policy known on complaints.taxonomy_change for select using (true)',
  `grant insert, delete on complaints.taxonomy_change to ${appRole}`,
];

const down = [
  `revoke insert, delete on complaints.taxonomy_change from ${appRole}`,
  'drop policy known on complaints.taxonomy_change',
  'drop policy scope on complaints.taxonomy_change',
  'alter table complaints.taxonomy_change disable row level security',
  // Without units a day stands once.
  'delete from complaints.taxonomy_change c using complaints.taxonomy_change o where o.date = c.date and (o.unit_path, o.id) < (c.unit_path, c.id)',
  'drop index complaints.taxonomy_change_unit_id',
  `alter table complaints.taxonomy_change drop constraint taxonomy_change_unit, drop constraint taxonomy_change_once, drop column id, drop column unit_id,
    drop column unit_path, drop column noted_by_name, drop column noted_at`,
  'alter table complaints.taxonomy_change add constraint taxonomy_change_pkey primary key (date)',
];

export class RulesOfUnits1700000034100 implements MigrationInterface {
  name = 'RulesOfUnits1700000034100';

  up(queries: QueryRunner): Promise<void> {
    return runAll(queries, up);
  }

  down(queries: QueryRunner): Promise<void> {
    return runAll(queries, down);
  }
}
