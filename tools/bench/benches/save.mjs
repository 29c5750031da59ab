// What it costs to keep an answer: our whole path against one guarded append (F1) and an ORM-style transaction (F2).
import { floorTables, openAttempts } from '../data/attempts.mjs';
import { addPeople, addUnits } from '../data/people.mjs';
import { closedLoop, graphqlRequest, openLoop, poster } from '../harness/load.mjs';
import { takeTurns } from '../harness/rounds.mjs';

export const title = 'An answer, acknowledged when it is on disk';

const mutation = 'mutation ($input: SaveAnswerInput!) { saveAnswer(input: $input) { __typename } }';
const append = {
  name: 'append',
  text: `with open as (select id from floor.attempt where id = $1 and person_id = $2 and state = 'open' and deadline > clock_timestamp() for key share)
    insert into floor.answer_log (attempt_id, client_seq, question_id, choice) select id, $3, $4, $5 from open on conflict do nothing`,
};

async function ormStyle(client, { attemptId, questionId, choice }) {
  await client.query('begin');
  await client.query({ name: 'o1', text: 'select * from floor.attempt where id = $1', values: [attemptId] });
  await client.query({ name: 'o2', text: 'select * from floor.answer where attempt_id = $1 and question_id = $2', values: [attemptId, questionId] });
  await client.query({ name: 'o3', text: 'insert into floor.answer values ($1, $2, $3, now()) on conflict (attempt_id, question_id) do update set choice = excluded.choice, saved_at = now()', values: [attemptId, questionId, choice] });
  await client.query({ name: 'o4', text: 'update floor.attempt set touched_at = now() where id = $1', values: [attemptId] });
  await client.query('commit');
}

export async function run(system, { rounds, seconds, connections, onRound }) {
  const url = await system.createDatabase('bench_save');
  const client = await system.connect(url);
  await addUnits(client, 10);
  await addPeople(client, connections);
  const examinees = await openAttempts(client, connections);
  await client.query(floorTables);
  for (const { attemptId, personId } of examinees) await client.query(`insert into floor.attempt values ($1, $2, 'open', now() + interval '1 day')`, [attemptId, personId]);
  const api = await system.startApi(url, { DATABASE_POOL: '10' });
  const pool = await Promise.all(examinees.map(() => system.connect(url)));
  const { post, close } = poster(api.graphql, connections);
  const ours = async (index) => {
    const { cookie, next } = examinees[index % connections];
    const body = await post(graphqlRequest(mutation, { input: next() }, cookie));
    if (!body.includes('SaveAnswerSuccess')) throw new Error(body.slice(0, 300));
  };
  const f1 = (index) => {
    const { personId, next } = examinees[index % connections];
    const { attemptId, clientSeq, questionId, choice } = next();
    return pool[index % connections].query({ ...append, values: [attemptId, personId, clientSeq, questionId, choice] });
  };
  const database = { database: system.databasePid };
  const closed = (work) => () => closedLoop({ seconds, workers: connections, work });
  const results = await takeTurns(
    [
      { name: 'F1 guarded append', cpuOf: database, run: closed(f1) },
      { name: 'F2 ORM-style', cpuOf: database, run: closed((index) => ormStyle(pool[index], examinees[index].next())) },
      { name: 'saveAnswer', cpuOf: { api: api.pid, ...database }, run: closed(ours) },
      { name: 'F1 at 200/s', cpuOf: database, run: () => openLoop({ seconds, rate: 200, work: f1 }) },
      { name: 'saveAnswer at 200/s', cpuOf: { api: api.pid, ...database }, run: () => openLoop({ seconds, rate: 200, work: ours }) },
    ],
    rounds,
    { onRound },
  );
  close();
  const [saved, orm] = [results.saveAnswer, results['F2 ORM-style']];
  return {
    results,
    verdicts: [
      { what: 'CPU of one saved answer, API and database, times the database CPU of F2', value: saved.cpuTotal / orm.cpuTotal, goal: 1, basis: 'cpu' },
      { what: 'Rate of F2, times ours (1 / ours over F2)', value: orm.rate / saved.rate, goal: 1, basis: 'time' },
      { what: 'p99 at 200/s, times that of F1', value: results['saveAnswer at 200/s'].p99 / results['F1 at 200/s'].p99, goal: 5, basis: 'time' },
    ],
  };
}
