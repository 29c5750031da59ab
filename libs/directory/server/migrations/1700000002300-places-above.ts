import { runAll } from '@skillhall/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where what is kept is meant for the acting person: at their own unit and above it, and above the subtrees they act in. */
export class PlacesAbove1700000002300 implements MigrationInterface {
  name = 'PlacesAbove1700000002300';

  async up(queries: QueryRunner): Promise<void> {
    await runAll(queries, [
      // Where the acting person works is no secret to them; asked by walls, hence without walls.
      `create function directory.own_places() returns setof text
       language sql stable security definer set search_path = '' rows 6 as $$
         select above from directory.person p, platform.paths_above(p.unit_path) as above where p.id = platform.current_person() $$`,
      `create function directory.places_above() returns setof text
       language sql stable rows 16 as $$ select directory.own_places() union select platform.scopes_above() $$`,
    ]);
  }

  async down(queries: QueryRunner): Promise<void> {
    await runAll(queries, ['drop function directory.places_above()', 'drop function directory.own_places()']);
  }
}
