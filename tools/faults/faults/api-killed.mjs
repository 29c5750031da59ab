import { seconds, Storm } from '../harness/storm.mjs';
import { World } from '../harness/world.mjs';

export const title = 'An API process is killed every few seconds in a storm of answers';

export async function run(system, name) {
  const world = await World.open(system, name, { people: 100, apis: 2 });
  const storm = new Storm(world);
  for (let n = 0; n < 4; n++) {
    await seconds(2);
    await world.kill(n % 2);
    await world.restart(n % 2);
  }
  await storm.end();
  const breaches = await world.verdict();
  await world.close();
  return { breaches, figures: { acknowledged: storm.acknowledged, retried: world.client.retried, refused: storm.refused.length } };
}
