/** SQL of the roster import, in the order in which it runs. */

/** Rows as the file has them, then the same rows with what is known of them. */
export const stagingTables: readonly string[] = [
  `create temp table read_person (
     row integer not null, number text not null, name text not null, gender text, unit text not null, post text,
     hired_on date, phone text, employment text, since date, left_on date
   ) on commit drop`,
  `create temp table staged_person (
     like read_person, unit_id uuid, unit_path text collate "C", person_id uuid, fresh boolean, old_unit_id uuid, old_post_id uuid,
     elsewhere boolean, post_id uuid
   ) on commit drop`,
];

const within = (path: string): string => `exists (select from unnest($1::text[]) as top where starts_with(${path}, top))`;

/** One pass finds unit, person and post of every row; `$1` is the scope. */
export const resolveRows = `insert into staged_person
  select r.*, u.id, u.path, coalesce(p.id, gen_random_uuid()), p.id is null, p.unit_id, p.post_id, p.id is not null and not ${within('p.unit_path')}, o.id
  from read_person r
  left join directory.unit u on u.code = r.unit and ${within('u.path')}
  left join directory.person p on p.staff_number = r.number
  left join directory.post o on o.name = r.post`;

const drop = (field: string, code: string, value: string, condition: string): string =>
  `delete from staged_person s where ${condition} returning s.row, '${field}' as field, '${code}' as code, ${value} as value`;

interface Check {
  readonly sql: string;
  readonly values: unknown[];
}

/** Each check takes wrong rows out of the staging table and answers them. */
export const checks = (today: string): Check[] => [
  { sql: drop('number', 'duplicate-number', 's.number', 'exists (select from read_person f where f.number = s.number and f.row < s.row)'), values: [] },
  { sql: drop('leftOn', 'left-before-hired', 'null::text', 's.left_on < s.hired_on'), values: [] },
  { sql: drop('unit', 'unknown-unit', 's.unit', 's.unit_id is null'), values: [] },
  { sql: drop('number', 'number-taken', 's.number', 's.elsewhere'), values: [] },
  {
    sql: `with overlapping as (
        select s.row, s.since from staged_person s join directory.employment e on e.person_id = s.person_id
        where not s.fresh and s.old_unit_id <> s.unit_id and upper_inf(e.during) and lower(e.during) > coalesce(s.since, $1::date)
        union all
        select s.row, s.since from staged_person s join directory.employment e on e.person_id = s.person_id
        where not s.fresh and s.old_unit_id <> s.unit_id and s.since is not null and not upper_inf(e.during) and upper(e.during) > s.since)
      delete from staged_person s using overlapping o where o.row = s.row
      returning s.row, 'since' as field, 'overlapping-employment' as code, s.since::text as value`,
    values: [today],
  },
];

/** After the merge: `$1` is the number of people it changed. */
export const countChanges = `select count(*) filter (where fresh)::int as created, $1::int as updated,
    (count(*) filter (where not fresh))::int - $1::int as unchanged
  from staged_person`;

/** Posts that the file is the first to name. */
export const addPosts: readonly string[] = [
  `insert into directory.post (id, code, name, counter)
   select gen_random_uuid(), 'P' || lpad((row_number() over (order by min(s.row)) + (select count(*) from directory.post))::text, 3, '0'), s.post,
     s.post ~ '(营业员|收费员|引导员|窗口|柜台|綜合櫃員|综合柜员)'
   from staged_person s where s.post is not null and not exists (select from directory.post o where o.name = s.post) group by s.post`,
  `update staged_person s set post_id = o.id from directory.post o where o.name = s.post and s.post_id is null`,
];

/** An empty cell keeps what is known; leaving and coming back follow the file. Answers how many people it changed. */
export const updatePeople = `with changed as (
  update directory.person p set name = s.name, gender = coalesce(s.gender, p.gender), unit_id = s.unit_id, unit_path = s.unit_path,
     post_id = coalesce(s.post_id, p.post_id), phone = coalesce(s.phone, p.phone), hired_on = coalesce(s.hired_on, p.hired_on),
     employment_kind = coalesce(s.employment, p.employment_kind), left_on = s.left_on
   from staged_person s
   where p.id = s.person_id and (p.name, p.gender, p.unit_id, p.post_id, p.phone, p.hired_on, p.employment_kind, p.left_on)
     is distinct from (s.name, coalesce(s.gender, p.gender), s.unit_id, coalesce(s.post_id, p.post_id), coalesce(s.phone, p.phone),
       coalesce(s.hired_on, p.hired_on), coalesce(s.employment, p.employment_kind), s.left_on)
   returning 1)
  select count(*)::int as updated from changed`;

/** `$1` is today, where a step needs it. */
export const openAndClose: readonly string[] = [
  `insert into directory.person (id, staff_number, name, gender, unit_id, unit_path, post_id, phone, hired_on, employment_kind, left_on)
   select person_id, number, name, gender, unit_id, unit_path, post_id, phone, hired_on, employment, left_on from staged_person where fresh order by row`,
  // A move ends the employment that lasts on the day before; one that began the same day is replaced.
  `delete from directory.employment e using staged_person s where e.person_id = s.person_id and not s.fresh and upper_inf(e.during)
     and (s.old_unit_id <> s.unit_id or s.old_post_id is distinct from coalesce(s.post_id, s.old_post_id)) and lower(e.during) = coalesce(s.since, $1::date)`,
  `update directory.employment e set during = daterange(lower(e.during), coalesce(s.since, $1::date))
   from staged_person s where e.person_id = s.person_id and not s.fresh and upper_inf(e.during)
     and (s.old_unit_id <> s.unit_id or s.old_post_id is distinct from coalesce(s.post_id, s.old_post_id)) and lower(e.during) < coalesce(s.since, $1::date)`,
  `insert into directory.employment (id, person_id, unit_id, post_id, during)
   select gen_random_uuid(), s.person_id, s.unit_id, coalesce(s.post_id, s.old_post_id),
     daterange(case when s.fresh then coalesce(s.since, s.hired_on, $1::date) else coalesce(s.since, $1::date) end, null)
   from staged_person s where s.left_on is null and (s.fresh or s.old_unit_id <> s.unit_id or s.old_post_id is distinct from coalesce(s.post_id, s.old_post_id))
     and not exists (select from directory.employment e where e.person_id = s.person_id and upper_inf(e.during))`,
  `update directory.employment e set during = daterange(lower(e.during), s.left_on + 1)
   from staged_person s where e.person_id = s.person_id and s.left_on is not null and upper_inf(e.during) and lower(e.during) <= s.left_on`,
  `delete from platform.session t using platform.account a, staged_person s
   where t.account_id = a.id and a.person_id = s.person_id and s.left_on <= $1::date`,
];
