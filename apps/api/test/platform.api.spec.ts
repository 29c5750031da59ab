import { TestApp } from '@skillhall/api/testing';
import { defineEvent } from '@skillhall/kernel';
import { AuditLog, verifyAuditLog } from '@skillhall/platform/audit';
import { defineJob, JobQueue, JobRunner, Outbox, OutboxRelay } from '@skillhall/platform/jobs';
import { z } from 'zod';

let product: TestApp;
beforeAll(async () => {
  product = await TestApp.start();
  const city = await product.addUnit('C', 'city');
  await product.addPerson('one', city);
  await product.addPerson('two', city);
});
afterAll(() => product.stop());

const system = { accountId: '00000000-0000-7000-8000-000000000000', personId: null, unitPath: null, name: 'x', grants: [] };
const note = (subjectId: string) => product.arrange((tx) => product.app.get(AuditLog).record(tx, null, { action: 'demo.created', subjectType: 'demo', subjectId, details: { subjectId } }));
const verify = (expected?: { entries: number; head: string }) => product.arrange((tx) => verifyAuditLog(tx, expected));

describe('the audit log', () => {
  it('chains entries that are written at the same time without a gap', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => note(String(n))));
    expect(await verify()).toMatchObject({ intact: true, brokenAt: null });
  });

  it('refuses changes, removals and emptying, even to the owner of the table', async () => {
    for (const statement of [`update platform.audit_entry set actor_name = 'nobody'`, 'delete from platform.audit_entry', 'truncate platform.audit_entry'])
      await expect(product.arrange((tx) => tx.query(statement))).rejects.toThrow('audit entries are only ever added');
  });

  it('names the entry that was changed behind its back, and notices when the end was cut off', async () => {
    const before = await verify();
    const expected = { entries: before.entries, head: before.head! };
    expect((await verify(expected)).headFound).toBe(true);
    const behindItsBack = (statement: string) =>
      product.arrange(async (tx) => {
        await tx.query('alter table platform.audit_entry disable trigger keep');
        await tx.query(statement);
        await tx.query('alter table platform.audit_entry enable trigger keep');
      });
    await behindItsBack(`update platform.audit_entry set details = '{"subjectId":"forged"}' where seq = 5`);
    expect(await verify()).toMatchObject({ intact: false, brokenAt: 5 });
    await behindItsBack('delete from platform.audit_entry where seq >= 5');
    expect(await verify()).toMatchObject({ intact: true });
    expect(await verify(expected)).toMatchObject({ intact: false, headFound: false });
  });
});

describe('the outbox', () => {
  const job = defineJob({ name: 'test.count', payload: z.object({ n: z.number() }) });
  const waiting = () => product.arrange(async (tx) => ((await tx.query('select count(*)::int as n from platform.outbox')) as [{ n: number }])[0].n);

  it('keeps a job when its transaction is kept, and none when it is undone', async () => {
    const outbox = product.app.get(Outbox);
    await product.arrange((tx) => outbox.enqueue(tx, job, 'kept', { n: 1 }));
    const undone = product.arrange(async (tx) => {
      await outbox.enqueue(tx, job, 'undone', { n: 2 });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await waiting()).toBe(1);
  });

  it('can be written but not read by work in the name of a person', async () => {
    await product.database.asActor(system, 'quiz.take', (tx) => product.app.get(Outbox).publish(tx, defineEvent<{ id: string }>()('test.happened').of({ id: '1' }), '1'));
    await expect(product.database.asActor(system, 'quiz.take', (tx) => tx.query('select * from platform.outbox'))).rejects.toThrow('permission denied');
  });

  it('refuses a payload of the wrong shape where it is asked for, not in the worker', async () => {
    await expect(product.arrange((tx) => product.app.get(Outbox).enqueue(tx, job, 'bad', { n: 'x' } as never))).rejects.toThrow();
  });

  it('carries jobs to the queue in PostgreSQL, once for each key, and the worker does them', async () => {
    const [relay, queue, runner] = [product.app.get(OutboxRelay), product.app.get(JobQueue), product.app.get(JobRunner)];
    await product.arrange((tx) => tx.query('delete from platform.outbox'));
    for (const n of [1, 2]) await product.arrange((tx) => product.app.get(Outbox).enqueue(tx, job, 'same-key', { n }));
    const done: unknown[] = [];
    const finished = new Promise<void>((resolve) => {
      jest.spyOn(runner, 'run').mockImplementation(async (name, payload) => {
        done.push([name, payload]);
        resolve();
      });
    });
    await relay.handOver((jobs) => queue.add(jobs));
    await queue.work((name, payload, attempt) => runner.run(name, payload, attempt));
    await finished;
    expect(done).toEqual([['test.count', { n: 1 }]]);
    expect(await waiting()).toBe(0);
  });
});

describe('files', () => {
  it('can be read by who brought them, and by nobody else', async () => {
    const [one, two] = [await product.signIn('one'), await product.signIn('two')];
    const id = await product.upload('名单.csv', Buffer.from('内容'), one);
    const mine = await product.inject('GET', `/files/${id}`, one);
    expect(mine.body).toBe('内容');
    expect(mine.headers['content-disposition']).toContain(encodeURIComponent('名单.csv'));
    for (const session of [two, undefined]) expect([401, 404]).toContain((await product.inject('GET', `/files/${id}`, session)).statusCode);
    expect((await product.inject('GET', '/files/..%2f..%2fetc%2fpasswd', one)).statusCode).toBe(404);
  });
});
