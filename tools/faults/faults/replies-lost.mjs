import { Proxy } from '../harness/proxy.mjs';
import { seconds, Storm } from '../harness/storm.mjs';
import { World } from '../harness/world.mjs';

export const title = 'Replies are lost, cut in half, late; connections are reset';

export async function run(system, name) {
  const world = await World.open(system, name, { people: 60 });
  const proxy = await Proxy.before(Number(new URL(world.apis[0].url).port));
  world.onClose(() => proxy.close());
  world.client.addresses = [`${proxy.url}/graphql`];
  const storm = new Storm(world);
  for (const mode of ['drop-replies', 'truncate', 'cut', 'delay']) {
    await seconds(1);
    proxy.mode = mode;
    await seconds(1);
    proxy.reset();
    proxy.mode = 'pass';
  }
  await seconds(1);
  await storm.end();
  const breaches = await world.verdict();
  if (!proxy.dropped) breaches.push({ name: 'theFaultHappened', rows: 1 });
  await world.close();
  return { breaches, figures: { acknowledged: storm.acknowledged, retried: world.client.retried, repliesLost: proxy.dropped } };
}
