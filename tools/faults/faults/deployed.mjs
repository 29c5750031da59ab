import { seconds, Storm } from '../harness/storm.mjs';
import { World } from '../harness/world.mjs';

export const title = 'A new version is rolled out in the middle of the exam: SIGTERM, drain, start';

export async function run(system, name) {
  const world = await World.open(system, name, { people: 60, apis: 2 });
  const storm = new Storm(world);
  for (const index of [0, 1]) {
    await seconds(2);
    world.apis[index].child.kill('SIGTERM');
    await new Promise((resolve) => world.apis[index].child.once('exit', resolve));
    await world.restart(index);
  }
  await seconds(2);
  await storm.end();
  const breaches = await world.verdict();
  if (storm.refused.length) breaches.push({ name: 'nobodyIsRefused', rows: storm.refused.length, example: storm.refused[0] });
  await world.close();
  return { breaches, figures: { acknowledged: storm.acknowledged, retried: world.client.retried } };
}
