import { existsSync } from 'node:fs';
import { seconds, Storm } from '../harness/storm.mjs';
import { World } from '../harness/world.mjs';

export const title = 'The clock of the API jumps ten minutes ahead and a day back; only that of the database decides';
const library = ['/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1', '/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1'].find((path) => existsSync(path));

export async function run(system, name) {
  if (!library) return { skipped: 'libfaketime is not installed' };
  const figures = {};
  const breaches = [];
  for (const [jump, offset] of Object.entries({ ahead: '+10m', back: '-1d' })) {
    const world = await World.open(system, `${name}-${jump}`, { people: 40, seconds: 300, environment: { LD_PRELOAD: library, FAKETIME: offset, FAKETIME_DONT_FAKE_MONOTONIC: '1' } });
    const storm = new Storm(world);
    await seconds(4);
    await storm.end();
    const [{ deadlines }] = await world.query(`select count(distinct deadline)::int as deadlines from assessment.attempt`);
    breaches.push(...(await world.verdict()));
    if (!storm.acknowledged || storm.refused.length) breaches.push({ name: 'answersGoOn', rows: storm.refused.length || 1, example: storm.refused[0] });
    if (deadlines !== 1) breaches.push({ name: 'deadlinesAreUnchanged', rows: deadlines });
    figures[`acknowledged, ${jump}`] = storm.acknowledged;
    await world.close();
  }
  return { breaches, figures };
}
