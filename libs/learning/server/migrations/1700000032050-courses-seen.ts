import { runAll } from '@skillhall/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const highest = 'chr(1114111)';

/** Courses of records that the acting person may see: their own, those of a subtree, and of whoever moved into it. */
const recorded = `create function learning.recorded_courses() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select e.course_id from learning.enrolment e where e.person_id = platform.current_person()
  union
  select e.course_id from platform.scope_paths() as top
    join learning.enrolment e on e.unit_path >= top and e.unit_path < top || ${highest}
  union
  select e.course_id from platform.scope_paths() as top
    join directory.person p on p.unit_path >= top and p.unit_path < top || ${highest}
    join learning.enrolment e on e.person_id = p.id
$$`;

const offered = `create function learning.offered(path text) returns boolean
language sql stable parallel safe as $$
  select exists (select from directory.person p where p.id = platform.current_person() and starts_with(p.unit_path, path))
    or exists (
      select from unnest(string_to_array(nullif(current_setting('app.paths', true), ''), ',')) as top
      where starts_with(top, '/' || path))
$$`;

/** The wall of courses asks once for a statement what it asked for every row; records are looked at last, and seldom. */
export class CoursesSeen1700000032050 implements MigrationInterface {
  name = 'CoursesSeen1700000032050';

  async up(queries: QueryRunner): Promise<void> {
    await runAll(queries, [
      recorded,
      ...['offered', 'recorded'].map((policy) => `drop policy ${policy} on learning.course`),
      `drop function learning.offered(text)`,
      `create policy seen on learning.course for select
       using (unit_path in (select directory.places_above()) or id in (select learning.recorded_courses()))`,
    ]);
  }

  async down(queries: QueryRunner): Promise<void> {
    await runAll(queries, [
      `drop policy seen on learning.course`,
      `drop function learning.recorded_courses()`,
      offered,
      `create policy offered on learning.course for select using (learning.offered(unit_path))`,
      `create policy recorded on learning.course for select using (exists (select from learning.enrolment e where e.course_id = course.id))`,
    ]);
  }
}
