import { runAll } from '@skillhall/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An employment that is a person's only one stands in the person's own row: unit, post, and since when. Only who has
 * moved has rows of employments, all of them, under the constraint that they do not overlap; one alone cannot.
 */
const up = [
  `alter table directory.employment rename to recorded_employment`,
  `alter table directory.person add column since date`,
  `create function directory.employed_during(since date, left_on date) returns daterange
   language sql immutable parallel safe as $$ select daterange(since, case when left_on >= since then left_on + 1 end) $$`,
  // Rows that the person's own row says just as well are taken over by it.
  `update directory.person p set since = lower(e.during) from directory.recorded_employment e
   where e.person_id = p.id and (e.unit_id, e.post_id) is not distinct from (p.unit_id, p.post_id)
     and e.during = directory.employed_during(lower(e.during), p.left_on)
     and not exists (select from directory.recorded_employment o where o.person_id = p.id and o.id <> e.id)`,
  `delete from directory.recorded_employment e using directory.person p where p.id = e.person_id and p.since is not null`,
  `create view directory.employment with (security_invoker = true) as
   select id, person_id, unit_id, post_id, during from directory.recorded_employment
   union all
   select p.id, p.id, p.unit_id, p.post_id, directory.employed_during(p.since, p.left_on) from directory.person p
   where p.since is not null and not exists (select from directory.recorded_employment r where r.person_id = p.id)`,
  // Its work is done by the index on place: keys to units are looked for by id and path.
  `drop index directory.person_unit`,
];

const down = [
  `create index person_unit on directory.person (unit_id)`,
  `create temp table sole_employment on commit drop as select e.* from directory.employment e
   where not exists (select from directory.recorded_employment r where r.person_id = e.person_id)`,
  `drop view directory.employment`,
  `drop function directory.employed_during(date, date)`,
  `alter table directory.recorded_employment rename to employment`,
  `alter table directory.person drop column since`,
  `insert into directory.employment (id, person_id, unit_id, post_id, during) select gen_random_uuid(), person_id, unit_id, post_id, during from sole_employment`,
];

export class SoleEmployments1700000002200 implements MigrationInterface {
  name = 'SoleEmployments1700000002200';

  async up(queries: QueryRunner): Promise<void> {
    await runAll(queries, up);
  }

  async down(queries: QueryRunner): Promise<void> {
    await runAll(queries, down);
  }
}
