import { Storm, seconds } from '../harness/storm.mjs';
import { World } from '../harness/world.mjs';

export const title = 'Every answer is sent twice, in any order; one number with two contents';

export async function run(system, name) {
  const world = await World.open(system, name, { people: 60 });
  const { client } = world;
  let differed = 0;
  let conflicts = 0;
  const saveWith = async (examinee, answer, isOver) => {
    const other = { ...answer, choice: [answer.choice[0] === 'A' ? 'B' : 'A'] };
    // The first of the two contents to arrive stands; which one that is, is chance.
    const both = await Promise.all([client.save(examinee, answer, isOver), client.save(examinee, answer, isOver), answer.clientSeq % 5 ? null : client.save(examinee, other, isOver)]);
    const [one, again, third] = both;
    if (third?.__typename === 'SaveAnswerSuccess') answer.choice = other.choice;
    if (third?.__typename === 'AnswerConflictError' || one?.__typename === 'AnswerConflictError') conflicts++;
    if (one && again && one.__typename !== again.__typename) differed++;
    return third?.__typename === 'SaveAnswerSuccess' ? third : one;
  };
  const storm = new Storm({ ...world, saveWith });
  await seconds(6);
  await storm.end();
  const breaches = await world.verdict();
  if (differed) breaches.push({ name: 'repeatedIsAnsweredAlike', rows: differed });
  if (!conflicts) breaches.push({ name: 'theFaultHappened', rows: 1 });
  await world.close();
  return { breaches, figures: { acknowledged: storm.acknowledged, conflicts } };
}
