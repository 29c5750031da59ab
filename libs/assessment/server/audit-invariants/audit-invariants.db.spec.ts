import { TestApp } from '@skillhall/api/testing';
import { Metrics } from '@skillhall/platform/observability';
import { Logger } from '@nestjs/common';
import { ExamWorld } from '../testing/exam-world.js';
import { AuditInvariantsJob } from './audit-invariants.job.js';

let world: ExamWorld<TestApp>;
let attemptId: string;
beforeAll(async () => {
  world = await ExamWorld.over(await TestApp.start());
  for (const login of ['s1', 's2']) await world.addPerson(login, world.hall);
  const sitting = await world.sitting(await world.exam());
  const { id, questions } = await world.begin('s1', sitting);
  for (const [index, question] of questions.entries()) await world.save('s1', id, index + 1, question.id, question.type === 'single' ? ['B'] : ['A', 'C']);
  await world.submit('s1', id);
  attemptId = id;
  await world.begin('s2', sitting);
});
afterAll(() => world.stop());

/** Breaks something beneath the product, asks for the audit, and puts everything back. */
async function broken(sql: string): Promise<string[]> {
  const said = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
  const job = world.product.app.get(AuditInvariantsJob);
  const undone = new Error('put back');
  let found: string[] = [];
  await world.product
    .arrange(async (tx) => {
      await tx.query('set local session_replication_role = replica');
      await tx.query(sql);
      // The job's own transactions cannot see this one: it is given this one instead.
      const spy = jest.spyOn(world.product.database, 'asSystem').mockImplementation((_, work) => work(tx) as never);
      found = (await job.audit().finally(() => spy.mockRestore())).map(({ invariant }) => invariant.slice(0, 2));
      throw undone;
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
  const errors = said.mock.calls.length;
  said.mockRestore();
  expect(errors).toBe(found.length);
  return [...new Set(found)];
}

const one = () => `attempt_id = '${attemptId}'`;

describe('the nightly audit', () => {
  it('finds nothing where everything holds, and says so in a number', async () => {
    expect(await broken('select 1')).toEqual([]);
    expect(await world.product.app.get(Metrics).registry.getSingleMetricAsString('skillhall_invariant_breaches')).toContain('skillhall_invariant_breaches{invariant="I4_scoresFollowFromLogAndKey"} 0');
  });

  it.each([
    ['an answer that counts is not in the log', 'I1', () => `delete from assessment.answer_log where ${one()} and client_seq = 1`],
    ['an answer came after the end', 'I2', () => `insert into assessment.answer_log (attempt_id, client_seq, question_id, choice, saved_at) select attempt_id, 999, question_id, choice, now() + interval '1 day' from assessment.answer_log where ${one()} limit 1`],
    ['a paper was handed in and has no result', 'I3', () => `delete from assessment.attempt_result where ${one()}`],
    ['a score is not what the log and the key say', 'I4', () => `update assessment.attempt_result set score = 40, marks = 4 where ${one()}`],
    ['a paper is open long after its time', 'I5', () => `update assessment.attempt set started_at = now() - interval '2 hours', deadline = now() - interval '1 hour' where state = 'open'`],
  ])('raises an alarm when %s', async (_, invariant, sql) => {
    expect(await broken(sql())).toContain(invariant);
  });

  it('looks at the last days alone', async () => {
    expect(await broken(`with old as (update assessment.attempt set started_at = now() - interval '30 days' where id = '${attemptId}') delete from assessment.attempt_result where ${one()}`)).toEqual([]);
  });
});
