import { TestApp } from '@skillhall/api/testing';
import { defineJob, JobQueue, JobRunner, Outbox, OutboxRelay } from '@skillhall/platform/jobs';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';

/** Whether this machine has a Redis to try against; the test run says so loudly where it has none. */
const present = spawnSync('redis-server', ['--version']).status === 0;

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

const answering = (port: number): Promise<void> =>
  new Promise((resolve) => {
    const attempt = (): void => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.destroy();
        resolve();
      }).on('error', () => setTimeout(attempt, 50));
    };
    attempt();
  });

(present ? describe : describe.skip)('a queue in Redis', () => {
  let redis: ChildProcess;
  let product: TestApp;
  let folder: string;
  let port: number;

  beforeAll(async () => {
    [port, folder] = [await freePort(), await mkdtemp(join(tmpdir(), 'skillhall-redis-'))];
    redis = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--maxmemory-policy', 'noeviction'], { stdio: 'ignore' });
    await answering(port);
    product = await TestApp.start({ QUEUE_URL: `redis://127.0.0.1:${port}`, SKILLHALL_DATA: folder });
  });
  afterAll(async () => {
    for (const worker of workers) worker.kill('SIGKILL');
    await product.stop();
    redis.kill();
    await rm(folder, { recursive: true, force: true });
  });

  /** The real worker, compiled, in a process of its own. */
  const workers: ChildProcess[] = [];
  const startWorker = (): ChildProcess => {
    const settings = { DATABASE_URL: product.url, QUEUE_URL: `redis://127.0.0.1:${port}`, SKILLHALL_DATA: folder, WORKER_HEALTH_PORT: '0', WORKER_LOCK_SECONDS: '2', LOG_LEVEL: 'error' };
    const child = spawn(process.execPath, [resolve(process.cwd(), 'apps/worker/dist/src/main.js')], { env: { PATH: process.env['PATH'], ...settings }, stdio: ['ignore', 'inherit', 'inherit'] });
    workers.push(child);
    return child;
  };
  const end = (child: ChildProcess, signal: NodeJS.Signals): Promise<unknown> => {
    const gone = new Promise((done) => child.once('exit', done));
    child.kill(signal);
    return gone;
  };

  it('does an import once, from the page to the rows, although the worker is killed in the middle of it', async () => {
    const city = await product.addUnit('C', 'city');
    await product.addPerson('hr', city, ['hr']);
    const session = await product.signIn('hr');
    const count = 3000;
    const table = ['工号,姓名,性别,单位编码,岗位', ...Array.from({ length: count }, (_, n) => `${100_000 + n},王芳,女,C,营业员`)];
    const fileId = await product.upload('人员.csv', Buffer.from(table.join('\n')), session);
    const start = 'mutation ($input: StartImportInput!) { startImport(input: $input) { ... on StartImportSuccess { run { id } } } }';
    const { data } = await product.graphql(start, { input: { kind: 'people', fileId, dryRun: false } }, session);
    const { id } = (data as { startImport: { run: { id: string } } }).startImport.run;
    const read = async (fields: string) => (await product.graphql(`query ($id: ID!) { importRun(id: $id) { ${fields} } }`, { id }, session)).data!['importRun'] as Record<string, unknown>;
    const until = async (...wanted: string[]): Promise<string> => {
      for (;;) {
        const status = (await read('status'))['status'] as string;
        if (wanted.includes(status)) return status;
        await new Promise((next) => setTimeout(next, 30));
      }
    };
    const first = startWorker();
    expect(['reading', 'merging']).toContain(await until('reading', 'merging', 'done', 'failed'));
    await end(first, 'SIGKILL');
    expect((await read('status'))['status']).not.toBe('done');
    const second = startWorker();
    await until('done', 'failed');
    await end(second, 'SIGTERM');
    const expected = { status: 'done', created: count, updated: 0, unchanged: 0, rejected: 0, failure: null };
    expect(await read('status created updated unchanged rejected failure { message }')).toEqual(expected);
    await product.app.get(JobRunner).run('import.run', { runId: id }, 2);
    expect(await read('status created updated unchanged rejected failure { message }')).toEqual(expected);
    const [people] = await product.arrange((tx) => tx.query(`select count(*)::int as n from directory.person where staff_number ~ '^1[0-9]{5}$'`) as Promise<[{ n: number }]>);
    expect(people.n).toBe(count);
  }, 180_000);

  it('does the jobs that were committed with their change, and none that was undone', async () => {
    const job = defineJob({ name: 'test.redis', payload: z.object({ n: z.number() }) });
    const [outbox, queue, runner] = [product.app.get(Outbox), product.app.get(JobQueue), product.app.get(JobRunner)];
    const undone = product.arrange(async (tx) => {
      await outbox.enqueue(tx, job, 'undone', { n: 0 });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await product.arrange((tx) => outbox.enqueue(tx, job, 'kept', { n: 1 }));
    await product.app.get(OutboxRelay).handOver((jobs) => queue.add(jobs));
    const seen = new Promise((resolve) => jest.spyOn(runner, 'run').mockImplementation(async (name, payload) => resolve([name, payload])));
    await queue.work((name, payload, attempt) => runner.run(name, payload, attempt));
    expect(await seen).toEqual(['test.redis', { n: 1 }]);
    expect(await queue.counts()).toMatchObject({ failed: 0, waiting: 0 });
  });
});
