import { killDatabase } from './database-killed.mjs';
import { Storm, seconds } from '../harness/storm.mjs';
import { World } from '../harness/world.mjs';

export const title = 'The harness tells good from bad: answers kept without waiting for the disk are lost, and it says so';
const tries = 4;

/** The product's own statement on connections that do not wait for the disk, as somebody in search of speed might set it. */
async function careless(system, name) {
  const world = await World.open(system, name, { people: 30 });
  const pool = await Promise.all(world.examinees.map(() => system.connect(world.url)));
  await Promise.all(pool.map((client) => client.query('set synchronous_commit = off')));
  let alive = true;
  const saveWith = async (examinee, { attemptId, clientSeq, questionId, choice }) => {
    const client = pool[world.examinees.indexOf(examinee)];
    const saved = await client
      .query({ name: 'careless', text: 'insert into assessment.answer_log (attempt_id, client_seq, question_id, choice) values ($1, $2, $3, $4)', values: [attemptId, clientSeq, questionId, choice] })
      .catch(() => undefined);
    if (!saved) await seconds(0.05);
    return saved && alive ? { __typename: 'SaveAnswerSuccess' } : undefined;
  };
  const storm = new Storm({ ...world, saveWith });
  await seconds(2);
  await killDatabase(system);
  alive = false;
  await storm.end();
  await system.startDatabase();
  const breaches = await world.breaches();
  await world.close();
  return breaches.find(({ name: broken }) => broken.startsWith('I1'))?.rows ?? 0;
}

export async function run(system, name) {
  let lost = 0;
  let tried = 0;
  while (!lost && tried < tries) lost = await careless(system, `${name}-${++tried}`);
  return { breaches: lost ? [] : [{ name: 'lossesAreSeen', rows: 1, example: `none in ${tries} runs` }], figures: { lostAndFound: lost, runs: tried } };
}
