import { createDataSource, platformDatabase } from '@skillhall/platform/database';
import { createEmptyDatabase, type TestDatabase } from '@skillhall/platform/testing';
import type { DataSource } from 'typeorm';
import { directoryDatabase } from '../data/database-part.js';

let database: TestDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await createEmptyDatabase();
  source = await createDataSource([platformDatabase, directoryDatabase], { url: database.url, asOwner: true, poolSize: 2 }).initialize();
  await source.runMigrations();
  while ((await source.query(`select to_regclass('directory.recorded_employment') as there`) as [{ there: string | null }])[0].there) await source.undoLastMigration();
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

const people = `
  insert into directory.unit (id, code, name, type, path) values (gen_random_uuid(), 'A', 'A', 'city', '0001'), (gen_random_uuid(), 'B', 'B', 'city', '0002');
  insert into directory.post (id, code, name) values (gen_random_uuid(), 'P', '营业员');
  insert into directory.person (id, staff_number, name, unit_id, unit_path, post_id, left_on)
    select gen_random_uuid(), n, n, u.id, u.path, case when n <> 'bare' then o.id end, case n when 'left' then date '2020-05-31' when 'odd' then date '2010-01-01' end
    from unnest(array['stays', 'left', 'odd', 'moved', 'elsewhere', 'bare', 'never']) n, directory.unit u, directory.post o where u.code = 'A';
  insert into directory.employment (id, person_id, unit_id, post_id, during)
    select gen_random_uuid(), p.id, u.id, p.post_id, e.during::daterange from (values ('stays', 'A', '[2015-01-01,)'), ('left', 'A', '[2015-01-01,2020-06-01)'),
      ('odd', 'A', '[2015-01-01,)'), ('moved', 'B', '[2015-01-01,2018-01-01)'), ('moved', 'A', '[2018-01-01,)'), ('elsewhere', 'B', '[2015-01-01,)'), ('bare', 'A', '[2016-01-01,)')) e (number, unit, during)
    join directory.person p on p.staff_number = e.number join directory.unit u on u.code = e.unit`;

const employments = () =>
  source.query(`select p.staff_number as number, u.code as unit, e.post_id is not null as post, e.during::text from directory.employment e
    join directory.person p on p.id = e.person_id join directory.unit u on u.id = e.unit_id order by 1, 4`) as Promise<unknown[]>;

it('employments read the same before the migration, after it, and after its return', async () => {
  await source.query(people);
  const before = await employments();
  expect(before).toHaveLength(7);
  await source.runMigrations();
  expect(await employments()).toEqual(before);
  const recorded = (await source.query(`select distinct p.staff_number as number from directory.recorded_employment e join directory.person p on p.id = e.person_id order by 1`)) as { number: string }[];
  expect(recorded.map(({ number }) => number)).toEqual(['elsewhere', 'moved']);
  await source.undoLastMigration();
  expect(await employments()).toEqual(before);
});
