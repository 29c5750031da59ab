// The product as it runs in production: PostgreSQL with durable settings, migrations, the API as a process of its own.
import { fork } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const root = new URL('../../../', import.meta.url).pathname;

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

const gone = (child) => (child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : new Promise((resolve) => child.once('exit', resolve)));

/** Everything that a run starts, so that it can be ended in the opposite order, whatever happens. */
export class BenchSystem {
  #undo = [];

  /** Makes the data folder and the database server; `settings` of the server come after the durable ones. */
  static async start(settings = []) {
    const system = new BenchSystem();
    try {
      await system.#start(settings);
      return system;
    } catch (error) {
      await system.stop();
      throw error;
    }
  }

  async #start(settings) {
    this.folder = await mkdtemp(join(tmpdir(), 'skillhall-bench-'));
    this.#undo.push(() => rm(this.folder, { recursive: true, force: true }));
    await chmod(this.folder, 0o755);
    // Durable, as in production; the launcher's other settings are the product's own.
    this.settings = ['fsync=on', 'synchronous_commit=on', 'full_page_writes=on', ...settings];
    this.#undo.push(() => this.server.stop());
    await this.startDatabase();
    const [{ version }] = await this.query(this.serverUrl, 'select current_setting($1) as version', ['server_version']);
    this.postgres = version;
  }

  /** Starts the database server, or starts it again where it was before. */
  async startDatabase() {
    const { startEmbeddedPostgres } = await import('../../../libs/platform/dist/database/embedded/cluster.js');
    this.server = await startEmbeddedPostgres({ dataFolder: join(this.folder, 'data'), settings: this.settings });
    this.serverUrl = this.server.url;
    this.databasePid = this.server.pid;
  }

  /** A fresh database with the product's tables. */
  async createDatabase(name) {
    const [{ migrate }, { databaseParts }] = await Promise.all([import('@skillhall/platform/database'), import('@skillhall/api/composition')]);
    await this.query(this.serverUrl, `create database ${name}`);
    const url = Object.assign(new URL(this.serverUrl), { pathname: `/${name}` }).href;
    await migrate(databaseParts, url);
    return url;
  }

  async query(url, text, values) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => {});
    await client.connect();
    try {
      const result = await client.query(text, values);
      return result.rows;
    } finally {
      await client.end();
    }
  }

  /** A connection of its own, ended with the system. */
  async connect(url) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => {});
    await client.connect();
    this.#undo.push(() => client.end().catch(() => {}));
    return client;
  }

  /** The real API process over `url`. */
  async startApi(url, environment = {}) {
    const port = await freePort();
    const child = await this.startProcess('apps/api/dist/src/main.js', {
      env: { NODE_ENV: 'production', LOG_LEVEL: 'warn', HOST: '127.0.0.1', PORT: String(port), DATABASE_URL: url, SKILLHALL_DATA: join(this.folder, 'api'), ...environment },
      readyWhen: 'listening',
    });
    return { child, pid: child.pid, url: `http://127.0.0.1:${port}`, graphql: `http://127.0.0.1:${port}/graphql` };
  }

  /** Forks a script and waits for the message that says it is ready; answers the child. */
  async startProcess(script, { env = {}, args = [], execArgv = [], readyWhen }) {
    await mkdir(join(this.folder, 'api'), { recursive: true });
    const child = fork(join(root, script), args, { cwd: this.folder, env: { PATH: process.env.PATH, TMPDIR: this.folder, ...env }, execArgv, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    this.#undo.push(async () => {
      if (child.connected) child.disconnect();
      child.kill('SIGTERM');
      const impatient = setTimeout(() => child.kill('SIGKILL'), 8000);
      await gone(child);
      clearTimeout(impatient);
    });
    await new Promise((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`${script} ended with ${code} before it was ready`)));
      child.on('message', (message) => message === readyWhen && resolve());
    });
    return child;
  }

  /** Pages of the database that `work` touches each time; idle connections report theirs only after ten seconds. */
  async pagesOf(client, work, times = 10) {
    const reported = async () => {
      await new Promise((resolve) => setTimeout(resolve, 11_000));
      const { rows } = await client.query('select blks_hit + blks_read as pages from pg_stat_database where datname = current_database()');
      return Number(rows[0].pages);
    };
    const before = await reported();
    for (let time = 0; time < times; time++) await work();
    return Math.round(((await reported()) - before) / times);
  }

  async stop() {
    for (const undo of this.#undo.reverse()) await undo().catch((error) => console.error(`cleaning up: ${error.message}`));
    this.#undo = [];
  }
}
