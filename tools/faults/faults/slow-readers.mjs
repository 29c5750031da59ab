import { seconds, Storm } from '../harness/storm.mjs';
import { World } from '../harness/world.mjs';

export const title = 'Slow reads take every connection of the pool; saving has its own';

export async function run(system, name) {
  const world = await World.open(system, name, { people: 40, environment: { DATABASE_POOL: '4' } });
  const storm = new Storm(world);
  await seconds(2);
  const before = storm.acknowledged;
  // A lock on a table that these reads need and saving does not: every reader waits, and holds its connection.
  const blocker = await system.connect(world.url);
  await blocker.query('begin; lock table learning.course in access exclusive mode');
  let released = false;
  const readers = world.examinees.map(({ cookie }) => world.client.insist('{ myCourses { id } }', {}, cookie, () => released));
  await seconds(4);
  const [{ waiting }] = await world.query(`select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
  const during = storm.acknowledged - before;
  released = true;
  await blocker.query('rollback');
  await Promise.all(readers);
  await storm.end();
  const breaches = await world.verdict();
  if (during < before / 4) breaches.push({ name: 'savingGoesOn', rows: 1, example: { before, during } });
  if (waiting < 4) breaches.push({ name: 'theFaultHappened', rows: 1, example: { waiting } });
  await world.close();
  return { breaches, figures: { 'acknowledged before': before, 'while all readers waited': during, waiting } };
}
