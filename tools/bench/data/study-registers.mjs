// Registers of many halls over 36 months, made inside the database: who is trained when, volumes, and complaints.

const units = `with recursive number as (select generate_series(0, $1 - 1) as n)
  insert into directory.unit (id, code, name, type, path)
  select gen_random_uuid(), 'H' || n, 'H' || n, 'hall', '0001' || lpad(to_hex(n / 100), 4, '0') || lpad(to_hex(n % 100), 4, '0') from number`;

const volumes = `insert into complaints.hall_month (unit_id, unit_path, month, transactions)
  select u.id, u.path, m::date, 2000 + (hashtext(u.path || m::text) & 4095) from directory.unit u, generate_series('2023-01-01'::date, '2023-01-01'::date + ($1 - 1) * interval '1 month', interval '1 month') m
  where u.type = 'hall'`;

// 1.33 complaints of the counter and 0.8 of other classes for each hall and month, as in the simulated worlds.
const complaints = `insert into complaints.complaint (id, order_number, unit_id, unit_path, received_at, class, text, content_hash)
  select gen_random_uuid(), u.n::text || '-' || h.month::text || '-' || k::text, h.unit_id, h.unit_path, h.month + (k * 3),
    (array['service', 'business', 'outage', 'supplyQuality', 'gridConstruction'])[1 + (hashtext(u.n::text || h.month::text || k::text) & 1023) % 5], '', '\\x00'
  from (select id, row_number() over (order by path) as n from directory.unit where type = 'hall') u join complaints.hall_month h on h.unit_id = u.id,
    generate_series(1, (hashtext(h.unit_path || h.month::text) & 7) % 5) as k`;

const training = `with course as (insert into learning.course (id, code, unit_id, unit_path) select gen_random_uuid(), 'COM-102', id, path from directory.unit limit 1 returning id),
    version as (insert into learning.course_version (id, course_id, version, status, name, track, hours, summary, competencies, content_hash, published_at)
      select gen_random_uuid(), id, 1, 'published', 'COM-102', 'communication', 1, '', '{}', '\\x00', now() from course returning id, course_id),
    people as (insert into directory.person (id, staff_number, name, unit_id, unit_path) select gen_random_uuid(), code, code, id, path from directory.unit where type = 'hall' returning id, unit_id, unit_path, staff_number)
  insert into learning.enrolment (id, person_id, course_id, course_version_id, unit_id, unit_path, started_at, completed_at)
  select gen_random_uuid(), p.id, v.course_id, v.id, p.unit_id, p.unit_path, d.day, d.day
  from people p, version v, lateral (select timestamptz '2024-01-10' + ((hashtext(p.staff_number) & 3) * 4) * interval '1 month' as day) d where hashtext(p.staff_number) % 4 <> 0`;

/** The panel as a table of its own, for the floor: what is left to do when nothing has to be counted. */
const ready = `create unlogged table bench_panel as
  select n.hall, (extract(year from h.month) * 12 + extract(month from h.month) - 1)::int as month, h.transactions,
    (count(c.id) filter (where c.class in ('service', 'business')))::int as outcome, (count(c.id) filter (where c.class in ('outage', 'supplyQuality')))::int as control
  from (select id, row_number() over (order by path)::int as hall from directory.unit where type = 'hall') n
  join complaints.hall_month h on h.unit_id = n.id left join complaints.complaint c on c.unit_id = h.unit_id and c.month = h.month group by 1, 2, 3`;

/** Answers the course that the halls were trained in, and what was made. */
export async function makeRegisters(client, halls, months) {
  // Without the keys to other tables, which the rows keep anyhow.
  await client.query('set session_replication_role = replica');
  await client.query(units, [halls]);
  await client.query(volumes, [months]);
  await client.query(complaints);
  await client.query(training);
  await client.query(ready);
  // The triggers that keep the cells of panels were off as well.
  await client.query('select complaints.count_panel()');
  for (const table of ['directory.unit', 'directory.person', 'complaints.hall_month', 'complaints.complaint', 'complaints.panel_cell', 'learning.enrolment', 'bench_panel']) await client.query(`vacuum analyze ${table}`);
  await client.query('checkpoint');
  const { rows: [counts] } = await client.query(`select (select id from learning.course limit 1) as "courseId", (select count(*)::int from complaints.complaint) as complaints, (select count(*)::int from bench_panel) as rows`);
  return counts;
}
