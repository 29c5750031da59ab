/** SQL of the roster import, in the order in which it runs. */

/** Rows as the file has them. */
export const stagingTable = `create temp table read_person (
    row integer not null, number text not null, name text not null, gender text, unit text not null, post text,
    hired_on date, phone text, employment text, since date, left_on date
  ) on commit drop`;

/** Whole files are joined with whole tables: room to do so in memory, a quick look at how the file is made up. */
export const settings = `select set_config('work_mem', '64MB', true), set_config('jit', 'off', true), set_config('default_statistics_target', '10', true)`;

const within = (path: string): string => `exists (select from unnest($1::text[]) as top where starts_with(${path}, top))`;

/** Each finds wrong rows of the file, with the code of what is wrong; `$1` is the scope. */
export const duplicates = `select r.row, 'duplicate-number' as code, r.number
  from read_person r join (select number, min(row) as first from read_person group by number having count(*) > 1) as twice using (number)
  where r.row <> twice.first`;

export const wrongRows = `select * from (
    select r.row, r.number, r.unit, case
      when r.left_on < r.hired_on then 'left-before-hired'
      when u.id is null then 'unknown-unit'
      when p.id is not null and not ${within('p.unit_path')} then 'number-taken' end as code
    from read_person r
    left join directory.unit u on u.code = r.unit and ${within('u.path')}
    left join directory.person p on p.staff_number = r.number) as looked_at
  where code is not null`;

/** A post that the file is the first to name is not there yet. */
const otherPost = '(r.post is not null and (o.id = p.post_id) is not true)';

/**
 * People on the roster of whom the file says something new, as they were and as they will be. An empty cell keeps what
 * is known. `sole`: when their only employment is, where it stands in their own row.
 */
export const findChanged = `create temp table changed_person on commit drop as
  select r.row, p.id, r.name, coalesce(r.gender, p.gender) as gender, u.id as unit_id, u.path as unit_path, r.post,
    coalesce(r.phone, p.phone) as phone, coalesce(r.hired_on, p.hired_on) as hired_on, coalesce(r.employment, p.employment_kind) as employment_kind,
    r.left_on, r.since, p.unit_id as old_unit_id, p.post_id as old_post_id,
    u.id <> p.unit_id or ${otherPost} as moved,
    r.left_on is null and p.left_on is not null as returned,
    case when p.since is not null and not exists (select from directory.recorded_employment e where e.person_id = p.id)
      then directory.employed_during(p.since, p.left_on) end as sole
  from read_person r
  join directory.person p on p.staff_number = r.number
  join directory.unit u on u.code = r.unit
  left join directory.post o on o.name = r.post
  where (p.name, p.gender, p.unit_id, p.phone, p.hired_on, p.employment_kind, p.left_on)
      is distinct from (r.name, coalesce(r.gender, p.gender), u.id, coalesce(r.phone, p.phone), coalesce(r.hired_on, p.hired_on),
        coalesce(r.employment, p.employment_kind), r.left_on)
    or ${otherPost}`;

const employed = (condition: string): string => `exists (select from directory.employment e where e.person_id = c.id and ${condition})`;
const begins = 'coalesce(c.since, $1::date)';
/** Whoever moves or comes back begins an employment on that day. */
const beginsAnew = 'c.left_on is null and (c.moved or c.returned)';

/** `$1` is today, the day of a move that says no other. */
export const overlaps = `select c.row, 'overlapping-employment' as code, c.since::text as since from changed_person c
  where c.unit_id <> c.old_unit_id and ${employed(`upper_inf(e.during) and lower(e.during) > ${begins}`)}
    or c.unit_id <> c.old_unit_id and c.since is not null and ${employed('upper(e.during) > c.since')}
    or ${beginsAnew} and ${employed(`upper(e.during) > ${begins}`)} and not ${employed('upper_inf(e.during)')}`;

export const leaveOut = (table: string): string => `delete from ${table} where row = any($1)`;

/** Posts that the file is the first to name. */
export const addPosts = `insert into directory.post (id, code, name, counter)
  select gen_random_uuid(), 'P' || lpad((row_number() over (order by min(r.row)) + (select count(*) from directory.post))::text, 3, '0'), r.post,
    r.post ~ '(营业员|收费员|引导员|窗口|柜台|綜合櫃員|综合柜员)'
  from read_person r where r.post is not null and not exists (select from directory.post o where o.name = r.post) group by r.post`;

/** `$1` is today, where a step needs it. */
export const recordMoves: readonly string[] = [
  // From the first change on, all employments of a person are recorded.
  `insert into directory.recorded_employment (id, person_id, unit_id, post_id, during)
   select gen_random_uuid(), c.id, c.old_unit_id, c.old_post_id, c.sole from changed_person c where c.sole is not null and (c.moved or c.returned)`,
  // A move ends the employment that lasts on the day before; one that began the same day is replaced.
  `delete from directory.recorded_employment e using changed_person c where e.person_id = c.id and c.moved and upper_inf(e.during) and lower(e.during) = ${begins}`,
  `update directory.recorded_employment e set during = daterange(lower(e.during), ${begins})
   from changed_person c where e.person_id = c.id and c.moved and upper_inf(e.during) and lower(e.during) < ${begins}`,
  `insert into directory.recorded_employment (id, person_id, unit_id, post_id, during)
   select gen_random_uuid(), c.id, c.unit_id, coalesce(o.id, c.old_post_id), daterange(${begins}, null)
   from changed_person c left join directory.post o on o.name = c.post
   where ${beginsAnew} and not exists (select from directory.recorded_employment e where e.person_id = c.id and upper_inf(e.during))`,
  `update directory.recorded_employment e set during = daterange(lower(e.during), c.left_on + 1)
   from changed_person c where e.person_id = c.id and c.left_on is not null and upper_inf(e.during) and lower(e.during) <= c.left_on`,
];

export const updatePeople = `with updated as (
  update directory.person p set name = c.name, gender = c.gender, unit_id = c.unit_id, unit_path = c.unit_path, post_id = coalesce(o.id, p.post_id),
    phone = c.phone, hired_on = c.hired_on, employment_kind = c.employment_kind, left_on = c.left_on,
    since = case when not (c.moved or c.returned) then p.since end
  from changed_person c left join directory.post o on o.name = c.post where p.id = c.id returning 1)
  select count(*)::int as updated from updated`;

/** The insert must not look into the table that it fills row by row. */
export const joinOnce = `select set_config('enable_nestloop', 'off', true)`;

/** UUIDs of version 7 (RFC 9562 §6.2, method 1) that grow with the rows: an index takes them in at its end. */
const newId = `(lpad(to_hex((extract(epoch from now()) * 1000)::bigint + r.row / 4096), 12, '0') || '7' || lpad(to_hex(r.row % 4096), 3, '0')
    || substr(gen_random_uuid()::text, 19))::uuid`;

/** `$1` is today. Whoever has left already was never employed as far as we know. */
export const addPeople = `with created as (
  insert into directory.person (id, staff_number, name, gender, unit_id, unit_path, post_id, phone, hired_on, employment_kind, left_on, since)
  select ${newId}, r.number, r.name, r.gender, u.id, u.path, o.id, r.phone, r.hired_on, r.employment, r.left_on,
    case when r.left_on is null then coalesce(r.since, r.hired_on, $1::date) end
  from read_person r join directory.unit u on u.code = r.unit left join directory.post o on o.name = r.post
  where not exists (select from directory.person p where p.staff_number = r.number) returning 1)
  select count(*)::int as created from created`;

/** Whoever has left is signed out; `$1` is today. */
export const signOutLeavers = `delete from platform.session t using platform.account a, directory.person p, read_person r
  where t.account_id = a.id and a.person_id = p.id and p.staff_number = r.number and r.left_on <= $1::date`;

export const countRows = 'select count(*)::int as read from read_person';
