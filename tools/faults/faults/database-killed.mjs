import { readdir, readFile } from 'node:fs/promises';
import { seconds, Storm } from '../harness/storm.mjs';
import { World } from '../harness/world.mjs';

export const title = 'PostgreSQL and all its processes are killed in a storm of answers, and started again';
const mostSecondsUntilReady = 30;

async function childrenOf(pid) {
  const found = [];
  for (const entry of await readdir('/proc')) {
    const stat = /^\d+$/.test(entry) ? await readFile(`/proc/${entry}/stat`, 'utf8').catch(() => '') : '';
    if (Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === pid) found.push(Number(entry));
  }
  return found;
}

/** The postmaster and its processes, by their numbers, and waits until none is left. */
export async function killDatabase(system) {
  const pids = [system.databasePid, ...(await childrenOf(system.databasePid))];
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It went with its parent.
    }
  }
  await system.server.ended;
}

export async function run(system, name) {
  const world = await World.open(system, name, { people: 60 });
  const storm = new Storm(world);
  const until = [];
  for (let n = 0; n < 2; n++) {
    await seconds(3);
    await killDatabase(system);
    const begun = performance.now();
    await system.startDatabase();
    until.push((performance.now() - begun) / 1000);
  }
  await seconds(3);
  const before = storm.acknowledged;
  await seconds(2);
  await storm.end();
  const breaches = await world.verdict();
  if (Math.max(...until) > mostSecondsUntilReady) breaches.push({ name: 'readyInTime', rows: 1, example: until });
  if (storm.acknowledged === before) breaches.push({ name: 'goesOnAfterwards', rows: 1 });
  await world.close();
  return { breaches, figures: { acknowledged: storm.acknowledged, retried: world.client.retried, secondsUntilReady: until.map((each) => each.toFixed(1)).join(', ') } };
}
