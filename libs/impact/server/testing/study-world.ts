import { addMonths, type CivilMonth, newId } from '@skillhall/kernel';
import type { Transaction } from '@skillhall/platform/database';
import { drawWorld, NEVER_TREATED, type World, type WorldOptions } from '@skillhall/statistics';

interface Place {
  readonly id: string;
  readonly path: string;
}

/** What is needed of the product under test. */
interface Product {
  arrange<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  addUnit(code: string, type: string, parent?: Place | null, name?: string): Promise<Place>;
}

export interface StudyWorld {
  readonly city: Place;
  /** Halls in the order of the units of the world. */
  readonly halls: readonly Place[];
  readonly counties: readonly Place[];
  readonly courseId: string;
  readonly world: World;
  readonly monthOf: (time: number) => CivilMonth;
}

const first = '2023-01' as CivilMonth;
export const monthOf = (time: number): CivilMonth => addMonths(first, time - 1);

/** Another course that all of the staff of some trained halls completed a month later. */
export async function arrangeOtherCourse(app: Product, { city, halls, world }: StudyWorld, number: number): Promise<string> {
  const [courseId, version] = [newId(), newId()];
  const { times } = world.options;
  const trained = halls.flatMap(({ id }, unit) => (world.firstTreated[unit * times] === NEVER_TREATED ? [] : [{ id, month: monthOf(world.firstTreated[unit * times]! + 1) }])).slice(0, number);
  await app.arrange(async (tx) => {
    await tx.query('insert into learning.course (id, code, unit_id, unit_path) values ($1, $2, $3, $4)', [courseId, 'LAW-101', city.id, city.path]);
    await tx.query(
      `insert into learning.course_version (id, course_id, version, status, name, track, hours, summary, competencies, content_hash, published_at) values ($1, $2, 1, 'published', '法律法规', 'law', 1, '', '{}', '\\x00', now())`,
      [version, courseId],
    );
    await tx.query(
      `insert into learning.enrolment (id, person_id, course_id, course_version_id, unit_id, unit_path, started_at, completed_at)
       select gen_random_uuid(), p.id, $3, $4, p.unit_id, p.unit_path, t.day, t.day from directory.person p join unnest($1::uuid[], $2::timestamptz[]) as t(id, day) on t.id = p.unit_id`,
      [trained.map(({ id }) => id), trained.map(({ month }) => `${month}-10T08:00:00+08:00`), courseId, version],
    );
  });
  return courseId;
}

/** A city with counties of halls, its volumes, complaints and one course held at the treated halls. */
export async function arrangeStudyWorld(app: Product, options: WorldOptions, counties = 2): Promise<StudyWorld> {
  const world = drawWorld(options);
  const { units, times } = world.options;
  const city = await app.addUnit('C', 'city', null, '临江市');
  const places: Place[] = [];
  for (let at = 0; at < counties; at++) places.push(await app.addUnit(`K${at}`, 'county', city, `第${at + 1}县`));
  const halls = Array.from({ length: units }, (_, unit) => ({ id: newId(), path: `${places[unit % counties]!.path}${(unit + 1).toString(36).padStart(4, '0')}`, parent: places[unit % counties]!.id }));
  const courseId = newId();
  await app.arrange(async (tx) => {
    await tx.query(`insert into directory.unit (id, code, name, type, parent_id, path) select id, 'H' || n, 'H' || n, 'hall', parent, path from unnest($1::uuid[], $2::uuid[], $3::text[]) with ordinality as u(id, parent, path, n)`, [
      ...[halls.map(({ id }) => id), halls.map(({ parent }) => parent), halls.map(({ path }) => path)],
    ]);
    const rows = Array.from(world.count.keys());
    const hall = (row: number): Place => halls[Math.floor(row / times)]!;
    const columns = [rows.map((row) => hall(row).id), rows.map((row) => hall(row).path), rows.map((row) => `${monthOf(world.time[row]!)}-01`)];
    await tx.query('insert into complaints.hall_month (unit_id, unit_path, month, transactions) select * from unnest($1::uuid[], $2::text[], $3::date[], $4::int[])', [...columns, Array.from(world.exposure)]);
    await tx.query(
      `insert into complaints.complaint (id, order_number, unit_id, unit_path, received_at, class, text, content_hash, substantiated)
       select gen_random_uuid(), n || '-' || k, id, path, month + (k % 27)::int, case when k > y then (case when k % 2 = 0 then 'outage' else 'supplyQuality' end) when k % 2 = 0 then 'service' else 'business' end, '', '\\x00', k % 3 = 0
       from unnest($1::uuid[], $2::text[], $3::date[], $4::int[]) with ordinality as w(id, path, month, y, n), generate_series(1, y + 1 + (n % 3)) as k`,
      [...columns, Array.from(world.count)],
    );
    await tx.query('insert into learning.course (id, code, unit_id, unit_path) values ($1, $2, $3, $4)', [courseId, 'COM-102', city.id, city.path]);
    const version = newId();
    await tx.query(
      `insert into learning.course_version (id, course_id, version, status, name, track, hours, summary, competencies, content_hash, published_at) values ($1, $2, 1, 'published', '沟通技巧', 'communication', 1, '', '{}', '\\x00', now())`,
      [version, courseId],
    );
    const trained = halls.flatMap((place, unit) => (world.firstTreated[unit * times] === NEVER_TREATED ? [] : [{ ...place, month: monthOf(world.firstTreated[unit * times]!) }]));
    await tx.query(
      `with people as (insert into directory.person (id, staff_number, name, unit_id, unit_path) select gen_random_uuid(), 'T' || n, 'T' || n, id, path from unnest($1::uuid[], $2::text[]) with ordinality as t(id, path, n) returning id, unit_id, unit_path)
       insert into learning.enrolment (id, person_id, course_id, course_version_id, unit_id, unit_path, started_at, completed_at)
       select gen_random_uuid(), p.id, $4, $5, p.unit_id, p.unit_path, t.day, t.day from people p join unnest($1::uuid[], $3::timestamptz[]) as t(id, day) on t.id = p.unit_id`,
      [trained.map(({ id }) => id), trained.map(({ path }) => path), trained.map(({ month }) => `${month}-10T08:00:00+08:00`), courseId, version],
    );
  });
  return { city, halls, counties: places, courseId, world, monthOf };
}
