import { appRole, protect, runAll } from '@skillhall/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const classes = { service: 'service', business: 'business', outage: 'outage', supplyQuality: 'supply_quality', gridConstruction: 'grid_construction' };

/** Each figure of a cell, and what adds up to it. */
const figures: readonly (readonly [column: string, sum: string])[] = [
  ['transactions', 'sum(sign * transactions)'],
  ...Object.entries(classes).map(([name, column]) => [column, `sum(sign) filter (where class = '${name}')`] as const),
  ...Object.entries(classes).map(([name, column]) => [`${column}_substantiated`, `sum(sign) filter (where class = '${name}' and substantiated)`] as const),
];
const columns = figures.map(([column]) => column).join(', ');

type Sign = 1 | -1;
const complaints = (table: string, sign: Sign): string => `select unit_id, unit_path, month, class, substantiated, 0 as transactions, ${sign} as sign from ${table}`;
const volumes = (table: string, sign: Sign): string => `select unit_id, unit_path, month, null::text as class, null::boolean as substantiated, transactions, ${sign} as sign from ${table}`;

/** Adds rows to their cells; in one order, so that two imports at once wait for each other and do not lock each other out. */
const add = (rows: string): string => `insert into complaints.panel_cell as c (unit_id, unit_path, month, ${columns})
  select * from (
    select unit_id, coalesce(max(unit_path) filter (where sign > 0), max(unit_path)), month, ${figures.map(([column, sum]) => `coalesce(${sum}, 0)::int as ${column}`).join(', ')}
    from (${rows}) as r group by unit_id, month) as d
  where (${columns}) is distinct from (${figures.map(() => '0').join(', ')}) order by unit_id, month
  on conflict (unit_id, month) do update set ${figures.map(([column]) => `${column} = c.${column} + excluded.${column}`).join(', ')};`;

const head = 'language plpgsql security definer set search_path = pg_catalog as';

type Rows = typeof complaints;
const keep = (name: string, rows: Rows): string => `create function complaints.${name}() returns trigger ${head} $$
  begin
    if tg_op = 'INSERT' then ${add(rows('added', 1))}
    elsif tg_op = 'DELETE' then ${add(rows('gone', -1))}
    else ${add(`${rows('added', 1)} union all ${rows('gone', -1)}`)}
    end if;
    return null;
  end $$`;

const triggers = (table: string, name: string): string[] => [
  `create trigger count_added after insert on complaints.${table} referencing new table as added for each statement execute function complaints.${name}()`,
  `create trigger count_gone after delete on complaints.${table} referencing old table as gone for each statement execute function complaints.${name}()`,
  `create trigger count_changed after update on complaints.${table} referencing old table as gone new table as added for each statement execute function complaints.${name}()`,
  `create trigger count_again after truncate on complaints.${table} for each statement execute function complaints.count_again()`,
];

const up = [
  // What panels read of a unit and a month, so that nobody who opens one counts complaints one by one.
  `create table complaints.panel_cell (
    unit_id uuid not null,
    unit_path text collate "C" not null,
    month date not null,
    ${figures.map(([column]) => `${column} integer not null`).join(', ')},
    primary key (unit_id, month),
    foreign key (unit_id, unit_path) references directory.unit (id, path) on update cascade on delete cascade)`,
  `comment on table complaints.panel_cell is 'counted from complaint and hall_month by their triggers, filed and substantiated; complaints.count_panel() counts all anew'`,
  'create index panel_cell_place on complaints.panel_cell (unit_path, month)',
  ...protect('complaints.panel_cell', 'platform.in_scope(unit_path)'),
  `revoke insert, update, delete on complaints.panel_cell from ${appRole}`,
  `create function complaints.count_panel() returns void ${head} $$
   begin
     delete from complaints.panel_cell;
     ${add(`${complaints('complaints.complaint', 1)} union all ${volumes('complaints.hall_month', 1)}`)}
   end $$`,
  'revoke execute on function complaints.count_panel() from public',
  `create function complaints.count_again() returns trigger ${head} $$ begin perform complaints.count_panel(); return null; end $$`,
  keep('keep_counts', complaints),
  keep('keep_volumes', volumes),
  // Triggers first: from here on nobody writes until this has been committed.
  ...triggers('complaint', 'keep_counts'),
  ...triggers('hall_month', 'keep_volumes'),
  'select complaints.count_panel()',
  'analyze complaints.panel_cell',
];

const down = [
  ...['complaint', 'hall_month'].flatMap((table) => ['count_added', 'count_gone', 'count_changed', 'count_again'].map((name) => `drop trigger ${name} on complaints.${table}`)),
  ...['keep_counts', 'keep_volumes', 'count_again', 'count_panel'].map((name) => `drop function complaints.${name}()`),
  'drop table complaints.panel_cell',
];

export class CountPanelCells1700000034200 implements MigrationInterface {
  name = 'CountPanelCells1700000034200';

  up(queries: QueryRunner): Promise<void> {
    return runAll(queries, up);
  }

  down(queries: QueryRunner): Promise<void> {
    return runAll(queries, down);
  }
}
