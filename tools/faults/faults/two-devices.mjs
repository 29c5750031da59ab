import { seconds, Storm } from '../harness/storm.mjs';
import { World } from '../harness/world.mjs';

export const title = 'Two devices answer one paper and take it over from each other';

const start = `mutation ($input: StartSittingInput!) { startSitting(input: $input) { __typename ... on StartAttemptSuccess { attempt { id deviceId } } } }`;

export async function run(system, name) {
  const world = await World.open(system, name, { people: 50, apis: 2 });
  const { client, sittingId } = world;
  let strangers = 0;
  let takeovers = 0;
  // Both devices count with the same counter here, as a device that has just loaded the paper does.
  const twice = world.examinees.flatMap((examinee) => ['desktop', 'phone'].map((device) => ({ ...examinee, device })));
  const saveWith = async (examinee, answer, isOver) => {
    if (answer.clientSeq % 10 === 0) {
      const said = await client.insist(start, { input: { sittingId, deviceId: examinee.device, deviceLabel: examinee.device } }, examinee.cookie, isOver);
      if (said && said.attempt?.id !== examinee.attemptId) strangers++;
      else takeovers++;
    }
    return client.save(examinee, answer, isOver);
  };
  const storm = new Storm({ ...world, examinees: twice, saveWith });
  await seconds(8);
  await storm.end();
  const breaches = await world.verdict();
  if (strangers) breaches.push({ name: 'bothComeToOneAttempt', rows: strangers });
  if (!takeovers) breaches.push({ name: 'theFaultHappened', rows: 1 });
  await world.close();
  return { breaches, figures: { acknowledged: storm.acknowledged, takeovers } };
}
