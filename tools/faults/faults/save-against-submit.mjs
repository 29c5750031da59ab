import { World } from '../harness/world.mjs';

export const title = 'Saving against handing in: none acknowledged and not graded';
const people = 3000;
const atOnce = 150;
const each = 3;

/** Each person's last answers and the paper itself leave at the same moment, through two processes. */
async function race(world) {
  const { client, journal } = world;
  let acknowledged = 0;
  const one = async (examinee) => {
    const answers = Array.from({ length: each }, () => examinee.next());
    const saves = answers.map(async (answer) => {
      const said = await client.save(examinee, answer);
      if (said?.__typename !== 'SaveAnswerSuccess') return;
      journal.acknowledged(answer);
      acknowledged++;
    });
    await Promise.all([...saves, client.submit(examinee)]);
  };
  for (let from = 0; from < people; from += atOnce) await Promise.all(world.examinees.slice(from, from + atOnce).map(one));
  return acknowledged;
}

export async function run(system, name) {
  const world = await World.open(system, name, { people, apis: 2 });
  const acknowledged = await race(world);
  const breaches = await world.breaches();
  await world.close();
  return { breaches, figures: { attempts: people, acknowledged, refused: people * each - acknowledged } };
}
