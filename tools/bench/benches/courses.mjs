// The list of courses of one learner among many, against bare SQL of the same work.
import { addPeople, addUnits, openSession } from '../data/people.mjs';
import { closedHttp, closedLoop, graphqlRequest, poster, withoutErrors } from '../harness/load.mjs';
import { takeTurns } from '../harness/rounds.mjs';

export const title = 'The courses of a learner: 125 of 500, 400,000 rows of progress';

const courses = `
  insert into learning.course (id, code, unit_id, unit_path) select gen_random_uuid(), 'B-' || n, u.id, u.path from directory.unit u, generate_series(1, 500) n where u.code = 'U';
  insert into learning.course_version (id, course_id, version, status, name, track, hours, summary, competencies, content_hash)
    select gen_random_uuid(), id, 1, 'draft', '课程 ' || code, (array['ethics', 'law', 'communication', 'business'])[1 + substr(code, 3)::int % 4], 2, '学完能做什么', '{}', '' from learning.course;
  insert into learning.module (id, course_version_id, position, title) select gen_random_uuid(), id, 1, '第一节' from learning.course_version;
  insert into learning.activity (id, course_version_id, module_id, position, kind, title, minutes, body)
    select gen_random_uuid(), course_version_id, id, n, 'article', '文章 ' || n, 3, '正文' from learning.module, generate_series(1, 2) n;
  update learning.course_version set status = 'published', published_at = now();
  insert into learning.enrolment (id, person_id, course_id, course_version_id, unit_id, unit_path)
    select gen_random_uuid(), p.id, c.id, v.id, p.unit_id, p.unit_path
    from (select *, row_number() over (order by staff_number) as n from directory.person) p
    join (select *, row_number() over (order by code) as n from learning.course) c on (c.n + p.n) % 5 = 0 join learning.course_version v on v.course_id = c.id;
  insert into learning.activity_progress (enrolment_id, activity_id, state, completed_at)
    select e.id, a.id, 'completed', now() from learning.enrolment e join learning.activity a on a.course_version_id = e.course_version_id;
  analyze;`;

const bare = {
  name: 'courses',
  text: `select c.id, v.name, v.track, e.id as enrolment, e.completed_at,
      (select count(*) from learning.activity_progress p where p.enrolment_id = e.id and p.state = 'completed') as done,
      (select count(*) from learning.activity a where a.course_version_id = v.id) as total
    from learning.course c join learning.course_version v on v.course_id = c.id and v.status = 'published'
    left join learning.enrolment e on e.course_id = c.id and e.person_id = $1 where v.track = 'law'`,
};
/** What the page of courses asks for. */
const card = 'id name track summary hours enrolment { completedAt completedActivities totalActivities } nextActivity { id kind title minutes quizId }';
const list = `{ myCourses(track: law) { ${card} } }`;

export async function run(system, { rounds, seconds, onRound }) {
  // Few at once: a statement that goes on after its reader has gone would be counted for the next variant.
  const connections = 2;
  const long = Math.max(5, seconds);
  const url = await system.createDatabase('bench_courses');
  const client = await system.connect(url);
  await addUnits(client, 40);
  await addPeople(client, 2000);
  await client.query(courses);
  const { cookie, personId } = await openSession(client, '10000001');
  await client.query('vacuum');
  const api = await system.startApi(url);
  const pool = await Promise.all(Array.from({ length: connections }, () => system.connect(url)));
  const both = { api: api.pid, database: system.databasePid };
  const ask = (query) => () => closedHttp({ url: api.graphql, seconds: long, connections, request: graphqlRequest(query, {}, cookie), good: withoutErrors });
  const results = await takeTurns(
    [
      { name: 'bare SQL', cpuOf: { database: system.databasePid }, run: () => closedLoop({ seconds, workers: connections, work: (index) => pool[index].query({ ...bare, values: [personId] }) }) },
      { name: 'no-op, signed in', cpuOf: both, run: ask('{ __typename }') },
      { name: 'myCourses', cpuOf: both, run: ask(list) },
    ],
    rounds,
    { onRound },
  );
  const { post, close } = poster(api.graphql, 1);
  results['bare SQL'].buffers = await system.pagesOf(client, () => pool[0].query({ ...bare, values: [personId] }));
  results['no-op, signed in'].buffers = await system.pagesOf(client, () => post(graphqlRequest('{ __typename }', {}, cookie)));
  results.myCourses.buffers = await system.pagesOf(client, () => post(graphqlRequest(list, {}, cookie)));
  close();
  const above = (results.myCourses.cpuTotal - results['no-op, signed in'].cpuTotal) / 1000;
  return {
    results,
    verdicts: [
      { what: 'CPU of the list above the no-op, ms', value: above, goal: 2, basis: 'cpu' },
      { what: 'p50 of the list above the no-op, ms', value: results.myCourses.p50 - results['no-op, signed in'].p50, goal: 2, basis: 'time' },
      { what: 'CPU of the list, times bare SQL', value: results.myCourses.cpuTotal / results['bare SQL'].cpuTotal, basis: 'cpu' },
    ],
  };
}
