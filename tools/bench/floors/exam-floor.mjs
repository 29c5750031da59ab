// What the same machine does for an examination without our product: single statements over tables of the same shape.
import { randomUUID } from 'node:crypto';

export const floorTables = `create schema floor;
  create table floor.prepared (sitting_id uuid not null, person_id uuid not null, paper jsonb not null, primary key (sitting_id, person_id));
  create table floor.attempt (id uuid primary key, sitting_id uuid not null, person_id uuid not null, state text not null, deadline timestamptz not null, paper jsonb not null, submitted_at timestamptz,
    unique (sitting_id, person_id));
  create table floor.answer_log (attempt_id uuid not null, client_seq integer not null, question_id uuid not null, choice text[] not null,
    saved_at timestamptz not null default clock_timestamp(), primary key (attempt_id, client_seq));
  create table floor.result (attempt_id uuid primary key, good integer not null, total integer not null);
  create table floor.marks (attempt_id uuid primary key, good numeric not null, total integer not null, answers jsonb not null);`;

const start = {
  name: 'floor.start',
  text: `with made as (
      insert into floor.attempt (id, sitting_id, person_id, state, deadline, paper)
      select $1, sitting_id, person_id, 'open', now() + interval '2 hours', paper from floor.prepared where sitting_id = $2 and person_id = $3
      on conflict do nothing returning id, paper)
    select id, paper from made union all select id, paper from floor.attempt where sitting_id = $2 and person_id = $3 and not exists (select from made)`,
};

/** Insert or return: one prepared statement, the paper with it. */
export const floorStart = {
  async make(client, { paper }, personIds, times) {
    const sittings = Array.from({ length: times }, () => randomUUID());
    await client.query('insert into floor.prepared select s, p, $3 from unnest($1::uuid[]) s, unnest($2::uuid[]) p', [sittings, personIds, paper]);
    return personIds.map((personId) => sittings.map((sittingId) => ({ id: randomUUID(), sittingId, personId })));
  },
  run: (client, { id, sittingId, personId }) => client.query({ ...start, values: [id, sittingId, personId] }),
};

const grade = {
  name: 'floor.grade',
  text: `with closed as (update floor.attempt set state = 'submitted', submitted_at = clock_timestamp() where id = $1 and state = 'open' returning id, paper)
    insert into floor.result
    select c.id, count(*) filter (where l.choice = array(select jsonb_array_elements_text(k.key -> 'correct'))), count(*)
    from closed c cross join jsonb_array_elements(c.paper -> 'questions') q
    join question_bank.question_key k on k.version_id = (q ->> 'id')::uuid
    left join lateral (select choice from floor.answer_log l where l.attempt_id = c.id and l.question_id = k.version_id order by client_seq desc limit 1) l on true
    group by c.id on conflict do nothing returning good`,
};

/** One statement that closes and grades one paper from its log. */
export const floorGrade = {
  make: (client, { versionIds }) =>
    client.query(
      `insert into floor.answer_log (attempt_id, client_seq, question_id, choice)
       select a.id, q.n, q.id, array[substr('ABCD', 1 + (q.n % 4)::int, 1)] from floor.attempt a, unnest($1::uuid[]) with ordinality as q (id, n) where a.state = 'open'`,
      [versionIds],
    ),
  run: (client, { id }) => client.query({ ...grade, values: [id] }),
};

/** The marks of all papers of a sitting from the log in one statement, answers written down with them. */
export async function gradeAll(client, sittingId, papers) {
  await client.query('truncate floor.marks');
  const started = performance.now();
  const { rowCount } = await client.query(
    `with latest as (
       select distinct on (l.attempt_id, l.question_id) l.attempt_id, l.question_id, l.choice
       from assessment.answer_log l join assessment.attempt a on a.id = l.attempt_id where a.sitting_id = $1
       order by l.attempt_id, l.question_id, l.client_seq desc),
     asked as (select a.id, (q ->> 'id')::uuid as question_id from assessment.attempt a cross join jsonb_array_elements(a.paper -> 'questions') q where a.sitting_id = $1)
     insert into floor.marks
     select s.id, sum(case when l.choice = array(select jsonb_array_elements_text(k.key -> 'correct')) then 1 else 0 end), count(*),
       jsonb_agg(jsonb_build_object('questionId', s.question_id, 'choice', l.choice))
     from asked s join question_bank.question_key k on k.version_id = s.question_id left join latest l on l.attempt_id = s.id and l.question_id = s.question_id group by s.id`,
    [sittingId],
  );
  if (rowCount !== papers) throw new Error(`${rowCount} of ${papers} papers were graded`);
  return { operations: papers, seconds: (performance.now() - started) / 1000 };
}
