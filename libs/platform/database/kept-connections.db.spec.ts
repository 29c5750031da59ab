import { createEmptyDatabase, type TestDatabase } from '@skillhall/platform/testing';
import pg from 'pg';
import { KeptConnections } from './kept-connections.js';

let database: TestDatabase;
let kept: KeptConnections;

beforeAll(async () => {
  database = await createEmptyDatabase();
  kept = new KeptConnections({ url: database.url, keptSize: 1, applicationName: 'kept-test' });
});
afterAll(async () => {
  await kept.onApplicationShutdown();
  await database.drop();
});

const self = { name: 'self', text: 'select pg_backend_pid() as pid' };

async function endOthers(): Promise<void> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'kept-test'`);
  await client.end();
}

describe('kept connections', () => {
  it('outlive a server that ends them at work: the work fails, the process lives, the next work has a new connection', async () => {
    const [first] = await kept.run<{ pid: number }>('a test', self, []);
    const broken = kept.use('a test', async (run) => {
      await endOthers();
      return run(self, []);
    });
    await expect(broken).rejects.toThrow();
    const [next] = await kept.run<{ pid: number }>('a test', self, []);
    expect(next!.pid).not.toBe(first!.pid);
  });

  it('wait for the disk, whatever the server is set to', async () => {
    const [row] = await kept.run<{ value: string }>('a test', { name: 'setting', text: `select current_setting('synchronous_commit') as value` }, []);
    expect(row).toEqual({ value: 'on' });
  });
});
