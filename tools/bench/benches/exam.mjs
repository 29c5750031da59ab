// The rush of an examination: beginning, handing in, what is overdue, signing in; each beside what the same machine does
// without our product. How an answer is saved has a bench of its own; here it is measured at a sitting.
import { Algorithm, hash, verify } from '@node-rs/argon2';
import { addExam, addOpen, addSittings, answerAll, questionCount } from '../data/exam-sittings.mjs';
import { addPeople, addUnits, openSession } from '../data/people.mjs';
import { floorGrade, floorStart, floorTables, gradeAll } from '../floors/exam-floor.mjs';
import { closedLoop, graphqlRequest, poster } from '../harness/load.mjs';
import { takeTurns } from '../harness/rounds.mjs';

export const title = `Beginning, answering and handing in a paper of ${questionCount} questions`;

const asked = 'id deadline questions { id position type stem marks section options { key text } }';
const documents = {
  start: `mutation ($input: StartSittingInput!) { startSitting(input: $input) { __typename ... on StartAttemptSuccess { attempt { ${asked} answers { questionId choice clientSeq } } } } }`,
  save: 'mutation ($input: SaveAnswerInput!) { saveAnswer(input: $input) { __typename } }',
  submit: 'mutation ($id: ID!) { submitAttempt(attemptId: $id) { __typename ... on SubmitAttemptSuccess { attempt { id receipt { code score passed } } } } }',
  signIn: 'mutation ($login: String!, $password: String!) { signIn(login: $login, password: $password) { __typename } }',
};
const password = 'a quiet counter at noon';
const settings = { algorithm: Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const startsOfEach = 40;
const signInsOfEach = 2;

/** Each worker does its own so many operations; what is asked of it is taken from its own list. */
async function inTurn(workers, times, work) {
  const started = performance.now();
  await Promise.all(Array.from({ length: workers }, async (_, index) => {
    for (let time = 0; time < times; time++) await work(index, time);
  }));
  const seconds = (performance.now() - started) / 1000;
  return { operations: workers * times, seconds, rate: (workers * times) / seconds };
}

/** The time counts for these papers alone, so none of another variant may be among them. */
async function overdue(child, papers) {
  const result = await new Promise((resolve, reject) => {
    child.once('message', ({ result, error }) => (error ? reject(new Error(error)) : resolve(result)));
    child.send('close');
  });
  if (result.operations !== papers) throw new Error(`${result.operations} papers were handed in, ${papers} were overdue`);
  return result;
}

export async function run(system, { rounds, seconds, connections, rows = 2000, onRound }) {
  const url = await system.createDatabase('bench_exam');
  const client = await system.connect(url);
  await addUnits(client, 10);
  await addPeople(client, Math.max(connections, rows));
  const people = [];
  for (let index = 0; index < connections; index++) people.push(await openSession(client, String(10_000_001 + index), ['staff']));
  const passwordHash = await hash(password, settings);
  await client.query('update platform.account set password_hash = $1', [passwordHash]);
  const exam = await addExam(client);
  await client.query(floorTables);
  const personIds = people.map(({ personId }) => personId);
  const api = await system.startApi(url, { DATABASE_POOL: '10' });
  const closing = await system.startProcess('tools/bench/data/closing-product.mjs', { env: { DATABASE_URL: url, SKILLHALL_DATA: system.folder }, readyWhen: 'listening' });
  const pool = await Promise.all(people.map(() => system.connect(url)));
  const { post, close } = poster(api.graphql, connections);
  const call = async (index, query, variables, good) => {
    const body = await post(graphqlRequest(query, variables, people[index].cookie));
    if (!body.includes(good)) throw new Error(body.slice(0, 300));
    return body;
  };
  const database = { database: system.databasePid };
  const both = { api: api.pid, ...database };

  // What each variant works on, made before its turn.
  let attempts = [];
  let ready = [];
  let floor = [];
  const begin = async (index, time) => {
    const body = await call(index, documents.start, { input: { sittingId: ready[time], deviceId: `device-${index}`, deviceLabel: 'bench' } }, 'StartAttemptSuccess');
    attempts[index] ??= [];
    // The first id of the answer; to read all of the paper would be the load's own work.
    attempts[index][time] = /"id":"([^"]+)"/.exec(body)[1];
  };
  const sequences = people.map(() => 1000);
  const save = async (index) => {
    const clientSeq = ++sequences[index];
    await call(index, documents.save, { input: { attemptId: attempts[index][0], clientSeq, questionId: exam.versionIds[clientSeq % questionCount], choice: ['B'] } }, 'SaveAnswerSuccess');
  };
  const submit = (index, time) => call(index, documents.submit, { id: attempts[index][time] }, 'SubmitAttemptSuccess');
  const signIn = (index) => call(index, documents.signIn, { login: String(10_000_001 + index), password }, 'SignInSuccess');

  const answeredSitting = async (minutes) => {
    const [sitting] = await addSittings(client, exam, 1, []);
    await addOpen(client, exam, sitting, rows, minutes);
    await answerAll(client, exam, 'a.sitting_id = $2', [sitting]);
    await client.query('analyze assessment.attempt, assessment.answer_log');
    return sitting;
  };
  let graded;
  const results = await takeTurns(
    [
      { name: 'insert or return', cpuOf: database, before: async () => void (floor = await floorStart.make(client, exam, personIds, startsOfEach)), run: () => inTurn(connections, startsOfEach, (index, time) => floorStart.run(pool[index], floor[index][time])) },
      { name: 'startSitting', cpuOf: both, before: async () => void ((ready = await addSittings(client, exam, startsOfEach, personIds)), (attempts = [])), run: () => inTurn(connections, startsOfEach, begin) },
      { name: 'saveAnswer at a sitting', cpuOf: both, run: () => closedLoop({ seconds, workers: connections, work: save }) },
      { name: 'one-row submit and grade', cpuOf: database, before: () => floorGrade.make(client, exam), run: () => inTurn(connections, startsOfEach, (index, time) => floorGrade.run(pool[index], floor[index][time])) },
      { name: 'submitAttempt', cpuOf: both, before: () => answerAll(client, exam, `a.state = 'open' and a.sitting_id = any($2)`, [ready]), run: () => inTurn(connections, startsOfEach, submit) },
      { name: `set-based marks of ${rows}`, cpuOf: database, before: async () => void (graded = await answeredSitting(60)), run: () => gradeAll(client, graded, rows) },
      { name: `overdue, ${rows} papers`, cpuOf: { worker: closing.pid, ...database }, before: () => answeredSitting(-1), run: () => overdue(closing, rows) },
      { name: 'argon2 alone', cpuOf: { bench: process.pid }, run: () => inTurn(connections, signInsOfEach, () => verify(passwordHash, password)) },
      { name: 'signIn', cpuOf: both, run: () => inTurn(connections, signInsOfEach, signIn) },
    ],
    rounds,
    { onRound },
  );
  close();
  const by = (name) => results[name];
  const ratio = (ours, theirs, of) => by(ours)[of] / by(theirs)[of];
  const marks = [`overdue, ${rows} papers`, `set-based marks of ${rows}`];
  return {
    results,
    verdicts: [
      { what: 'Beginning: rate of insert-or-return over ours', value: ratio('insert or return', 'startSitting', 'rate'), goal: 1 / 0.3, basis: 'time' },
      { what: 'Beginning: our CPU, API and database, over that of insert-or-return', value: ratio('startSitting', 'insert or return', 'cpuTotal') },
      { what: 'Beginning: CPU of the database alone over it', value: by('startSitting').cpu.database / by('insert or return').cpuTotal },
      { what: 'Handing in: our CPU, API and database, over a one-row submit and grade', value: ratio('submitAttempt', 'one-row submit and grade', 'cpuTotal') },
      { what: 'Handing in: rate of one-row submit and grade over ours', value: ratio('one-row submit and grade', 'submitAttempt', 'rate') },
      { what: 'All marks visible, times the set-based time', value: ratio(...marks, 'seconds'), goal: 2, basis: 'time' },
      { what: 'The same in CPU, worker and database', value: ratio(...marks, 'cpuTotal'), goal: 2, basis: 'cpu' },
      { what: 'Signing in: hash-bound rate over ours', value: ratio('argon2 alone', 'signIn', 'rate'), goal: 1 / 0.9, basis: 'time' },
      { what: 'Signing in: CPU over that of the hash', value: ratio('signIn', 'argon2 alone', 'cpuTotal') },
    ],
  };
}
