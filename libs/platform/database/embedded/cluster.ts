import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { holdOf, takePipe, type Hold } from './hold.js';
import { launchServer } from './launch.js';
import { serverInLock } from './lock-file.js';
import { choosePlace, EmbeddedPostgresError, type Place, readyCluster } from './place.js';

export { EmbeddedPostgresError };

export interface EmbeddedOptions {
  readonly dataFolder: string;
  readonly database?: string;
  /** Further `name=value` settings. */
  readonly settings?: readonly string[];
  readonly onNotice?: (sentence: string) => void;
}

export interface EmbeddedPostgres {
  readonly url: string;
  /** False when a server was already running here. */
  readonly started: boolean;
  readonly pid: number;
  /** Resolves when the server has ended. */
  readonly ended: Promise<void>;
  /** Lets go of the server; it ends with the last who does, and is then waited for. */
  readonly stop: () => Promise<void>;
}

interface Serving {
  readonly pid: number;
  readonly url: string;
  readonly hold: Hold;
}

/** A crash may need more than a minute of recovery before the server answers. */
const patience = 150_000;
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

const urlOf = (port: number, password: string, database = 'postgres'): string =>
  `postgres://skillhall:${password}@127.0.0.1:${port}/${database}`;

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

const answers = (url: string): Promise<boolean> =>
  withClient(url, (client) => client.query('select 1')).then(
    () => true,
    () => false,
  );

/** Waits until the server `pid` answers; undefined when it ended instead. */
async function untilAnswering(place: Place, password: string, pid: number, hold: Hold): Promise<Serving | undefined> {
  let over = false;
  void hold.ended.then(() => (over = true));
  for (const end = Date.now() + patience; !over && Date.now() < end; await pause(50)) {
    const server = await serverInLock(place.cluster);
    const url = server?.pid === pid && server.port && urlOf(server.port, password);
    if (url && (await answers(url))) return { pid, url, hold };
  }
  await hold.release();
  return undefined;
}

async function joinServer(place: Place, password: string, pid: number): Promise<Serving | undefined> {
  const path = join(place.holds, String(pid));
  const pipe = await takePipe(path);
  return pipe === undefined ? undefined : untilAnswering(place, password, pid, holdOf(pipe, path, pid));
}

async function startServer(place: Place, password: string, settings: readonly string[]): Promise<Serving | undefined> {
  const launched = await launchServer(place, settings);
  return launched && untilAnswering(place, password, launched.pid, launched.hold);
}

/** A server whose watchdog was killed: stopped, to be started anew, where nobody works with it. Answers whether it was. */
async function retire(url: string, pid: number): Promise<boolean> {
  const idle = await withClient(url, async (client) => {
    const { rows } = await client.query<{ idle: boolean }>(`select count(*) = 1 as idle from pg_stat_activity where backend_type = 'client backend'`);
    return rows[0]!.idle;
  }).catch(() => false);
  if (idle) process.kill(pid, 'SIGINT');
  return idle;
}

const unwatched = (url: string, pid: number): Serving => ({ pid, url, hold: { ended: new Promise(() => {}), release: async () => {} } });

/** A server that runs here already; undefined where none does, or where it is just ending. */
async function running(place: Place, password: string): Promise<Serving | undefined> {
  let unheld = 0;
  for (const end = Date.now() + patience; Date.now() < end; await pause(100)) {
    const server = await serverInLock(place.cluster);
    if (!server) return undefined;
    const joined = await joinServer(place, password, server.pid);
    if (joined) return joined;
    const url = server.port && urlOf(server.port, password);
    // One that is starting or ending is without its pipe for moments only.
    unheld = url && (await answers(url)) ? unheld + 1 : 0;
    if (url && unheld > 30 && !(await retire(url, server.pid))) return unwatched(url, server.pid);
  }
  return undefined;
}

async function ensureDatabase(server: string, database: string): Promise<string> {
  await withClient(server, async (client) => {
    const exists = async (): Promise<boolean> => Boolean((await client.query('select from pg_database where datname = $1', [database])).rowCount);
    if (await exists()) return;
    await client.query(`create database ${client.escapeIdentifier(database)}`).catch(async (error: unknown) => {
      if (!(await exists())) throw error;
    });
  });
  return server.replace(/\/postgres$/, `/${database}`);
}

async function lastWords(place: Place): Promise<string> {
  const logFile = join(place.folder, 'postgres.log');
  const tail = (await readFile(logFile, 'utf8').catch(() => '')).trim().split('\n').slice(-3).join('\n');
  return `The database did not start. Its log ${logFile} ends with:\n${tail}`;
}

/** Starts the embedded PostgreSQL over `dataFolder`, or joins those who use it already. */
export async function startEmbeddedPostgres({ dataFolder, database = 'skillhall', settings = [], onNotice }: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const place = await choosePlace(dataFolder, onNotice);
  const password = await readyCluster(place);
  // A killed server may look alive for some seconds, a port may be taken at the last moment, another may be first.
  for (let attempt = 0; attempt < 6; attempt++) {
    if (attempt) await pause(500 * attempt);
    const found = await running(place, password);
    const serving = found ?? (await startServer(place, password, settings));
    if (!serving) continue;
    const { pid, hold } = serving;
    try {
      return { url: await ensureDatabase(serving.url, database), started: !found, pid, ended: hold.ended, stop: () => hold.release() };
    } catch (error) {
      await hold.release();
      throw error;
    }
  }
  throw new EmbeddedPostgresError(await lastWords(place));
}
