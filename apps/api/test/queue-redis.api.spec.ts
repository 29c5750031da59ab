import { TestApp } from '@skillhall/api/testing';
import { defineJob, JobQueue, JobRunner, Outbox, OutboxRelay } from '@skillhall/platform/jobs';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { connect, createServer, type AddressInfo } from 'node:net';
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

  beforeAll(async () => {
    const port = await freePort();
    redis = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--maxmemory-policy', 'noeviction'], { stdio: 'ignore' });
    await answering(port);
    product = await TestApp.start({ QUEUE_URL: `redis://127.0.0.1:${port}` });
  });
  afterAll(async () => {
    await product.stop();
    redis.kill();
  });

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
