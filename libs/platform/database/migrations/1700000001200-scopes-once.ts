import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from '../migration-helpers.js';

const inScope = (body: string) => `create or replace function platform.in_scope(path text) returns boolean
language sql stable parallel safe as $$ ${body} $$`;

/** One expression without a query inside: PostgreSQL puts it in place of the call, which is what walls over many rows cost. */
const inlined = `select coalesce('/' || path ^@ any (string_to_array(current_setting('app.paths', true), ',')), false)`;

const called = `select exists (
  select from unnest(string_to_array(nullif(current_setting('app.paths', true), ''), ',')) as top
  where starts_with('/' || path, top))`;

const once = [
  `create function platform.scope_paths() returns setof text
   language sql stable parallel safe rows 2 as $$
     select substr(top, 2) from unnest(string_to_array(nullif(current_setting('app.paths', true), ''), ',')) as top $$`,
  // A segment of a path has four characters. Asked as `in (select …)` it is found once for a whole statement.
  `create function platform.paths_above(path text) returns setof text
   language sql immutable parallel safe strict rows 6 as $$
     select left(path, n * 4) from generate_series(0, length(path) / 4) as n $$`,
  `create function platform.scopes_above() returns setof text
   language sql stable parallel safe rows 10 as $$
     select above from platform.scope_paths() as top, platform.paths_above(top) as above $$`,
];

/** What the walls ask for every row becomes cheap: the test of one path is inlined, the paths above are found once. */
export class ScopesOnce1700000001200 implements MigrationInterface {
  name = 'ScopesOnce1700000001200';

  async up(queries: QueryRunner): Promise<void> {
    await runAll(queries, [inScope(inlined), ...once]);
  }

  async down(queries: QueryRunner): Promise<void> {
    await runAll(queries, [...['scopes_above()', 'paths_above(text)', 'scope_paths()'].map((one) => `drop function platform.${one}`), inScope(called)]);
  }
}
