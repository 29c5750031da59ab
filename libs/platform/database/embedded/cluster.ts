import { spawn, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { binariesFolder, reachableByOthers } from './binaries.js';
import { dropStaleLock } from './stale-lock.js';

/** PostgreSQL refuses to run as root; the account `nobody` exists everywhere and owns nothing else. */
const nobody = 65534;

export interface EmbeddedOptions {
  readonly dataFolder: string;
  readonly database?: string;
  /** Further `name=value` settings. */
  readonly settings?: readonly string[];
  readonly onNotice?: (sentence: string) => void;
}

export interface EmbeddedPostgres {
  readonly url: string;
  /** False when a server was already running here and is only used. */
  readonly started: boolean;
  readonly pid: number;
  /** Resolves when the server that was started here has ended. */
  readonly ended?: Promise<void>;
  readonly stop: () => Promise<void>;
}

export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}

interface Place {
  readonly folder: string;
  readonly cluster: string;
  readonly bin: string;
  readonly owner?: { uid: number; gid: number };
}

async function choosePlace({ dataFolder, onNotice }: EmbeddedOptions): Promise<Place> {
  await mkdir(dataFolder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw new EmbeddedPostgresError(
      `The data folder ${dataFolder} cannot be made (${error.code}). Give this user the right to write there, or set SKILLHALL_DATA to another folder.`,
    );
  });
  if (process.getuid?.() !== 0) {
    const bin = join(await binariesFolder(false, dataFolder), 'bin');
    return { folder: dataFolder, cluster: join(dataFolder, 'postgres'), bin };
  }
  const owner = { uid: nobody, gid: nobody };
  let folder = dataFolder;
  if (!(await reachableByOthers(dataFolder))) {
    folder = join('/var/lib/skillhall', createHash('sha256').update(dataFolder).digest('hex').slice(0, 12));
    await mkdir(folder, { recursive: true, mode: 0o755 });
    onNotice?.(`${dataFolder} can be read by root alone, which PostgreSQL refuses to run as: the database is kept in ${folder}.`);
  }
  const bin = join(await binariesFolder(true, folder), 'bin');
  return { folder, cluster: join(folder, 'postgres'), bin, owner };
}

async function run(place: Place, program: string, parameters: string[]): Promise<void> {
  const child = spawn(join(place.bin, program), parameters, { ...place.owner, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk));
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (code === 0) return;
  const lines = said.trim().split('\n');
  const telling = lines.filter((line) => /error|fatal|could not|no space/i.test(line));
  throw new EmbeddedPostgresError(`${program} failed: ${(telling.length ? telling : lines).slice(-3).join(' ').trim()}`);
}

async function createCluster(place: Place): Promise<void> {
  const fresh = `${place.cluster}.new`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true, mode: 0o700 });
  const passwordFile = join(place.folder, 'postgres.password');
  await writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (place.owner) await Promise.all([fresh, passwordFile].map((path) => chown(path, nobody, nobody)));
  // Without a UTF-8 character type, trigram search finds nothing in Chinese text, and says nothing of it.
  await run(place, 'initdb', [
    ...['-D', fresh, '-U', 'skillhall', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8'],
    ...['--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=und', '--data-checksums'],
  ]);
  await rename(fresh, place.cluster);
}

const portFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });

/** The port of last time when it is free, else another below the range the system hands out by itself. */
async function choosePort(place: Place): Promise<number> {
  const stored = Number(await readFile(join(place.folder, 'postgres.port'), 'utf8').catch(() => ''));
  if (stored > 0 && (await portFree(stored))) return stored;
  for (let attempt = 0; attempt < 50; attempt++) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    if (await portFree(port)) {
      await writeFile(join(place.folder, 'postgres.port'), String(port));
      return port;
    }
  }
  throw new EmbeddedPostgresError('No free port between 20000 and 30000 was found for the database.');
}

const urlOf = (port: number, password: string, database: string): string =>
  `postgres://skillhall:${password}@127.0.0.1:${port}/${database}`;

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** The server that a lock file speaks of, if it is alive and ours. */
async function runningServer(place: Place, password: string): Promise<{ url: string; pid: number } | undefined> {
  const lines = (await readFile(join(place.cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!pid || !port) return undefined;
  const url = urlOf(port, password, 'postgres');
  return (await answers(url)) ? { url, pid } : undefined;
}

/**
 * Keeps watch over the server in both directions: when the process that holds the pipe ends, in whatever way, the
 * pipe closes and the server is asked for a fast shutdown; when the server ends, so does this shell.
 */
const watchdog = [
  'exec 3<&0 </dev/null; "$0" "$@" 3<&- & PG=$!; trap "" INT TERM',
  '{ while read -r _ <&3; do :; done; kill -INT $PG; } 2>/dev/null & WATCH=$!',
  'exec 3<&-; wait $PG; END=$?; kill -9 $WATCH 2>/dev/null; exit $END',
].join('\n');

function launch(place: Place, port: number, settings: readonly string[], log: number): ChildProcess {
  const fixed = [
    ...['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=120', 'max_wal_size=1GB'],
    ...['shared_buffers=256MB', 'idle_in_transaction_session_timeout=60s', 'timezone=UTC', 'log_min_messages=warning'],
  ];
  const parameters = ['-D', place.cluster, '-p', String(port), ...[...fixed, ...settings].flatMap((item) => ['-c', item])];
  return spawn('sh', ['-c', watchdog, join(place.bin, 'postgres'), ...parameters], {
    ...place.owner,
    cwd: place.cluster,
    stdio: ['pipe', log, log],
    detached: true,
  });
}

async function startServer(place: Place, password: string, settings: readonly string[]): Promise<{ url: string; child: ChildProcess }> {
  const logFile = join(place.folder, 'postgres.log');
  const log = await open(logFile, 'a', 0o600);
  try {
    // A killed server may look alive for some seconds, and a port may be taken at the last moment: try again.
    for (let attempt = 0; attempt < 5; attempt++) {
      await dropStaleLock(place.cluster);
      const port = await choosePort(place);
      const child = launch(place, port, settings, log.fd);
      const url = urlOf(port, password, 'postgres');
      for (let wait = 0; wait < 600 && child.exitCode === null; wait++) {
        if (await answers(url)) return { url, child };
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      child.stdin?.end();
      await new Promise((resolve) => setTimeout(resolve, 1500));
    }
  } finally {
    await log.close();
  }
  const tail = (await readFile(logFile, 'utf8').catch(() => '')).trim().split('\n').slice(-3).join('\n');
  throw new EmbeddedPostgresError(`The database did not start. Its log ${logFile} ends with:\n${tail}`);
}

async function ensureDatabase(url: string, database: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (!found.rowCount) await client.query(`create database ${client.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
  return url.replace(/\/postgres$/, `/${database}`);
}

const ended = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null ? Promise.resolve() : new Promise((resolve) => child.once('exit', () => resolve()));

/** Starts the embedded PostgreSQL over `dataFolder`, or uses the one that already runs there. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const place = await choosePlace(options);
  const database = options.database ?? 'skillhall';
  if (!(await readFile(join(place.cluster, 'PG_VERSION'), 'utf8').catch(() => ''))) await createCluster(place);
  if (place.owner) await chown(place.cluster, nobody, nobody);
  await chmod(place.cluster, 0o700);
  const password = (await readFile(join(place.folder, 'postgres.password'), 'utf8')).trim();
  const running = await runningServer(place, password);
  if (running)
    return { url: await ensureDatabase(running.url, database), started: false, pid: running.pid, stop: async () => {} };
  const { url, child } = await startServer(place, password, options.settings ?? []);
  child.unref();
  (child.stdin as Socket).unref();
  return {
    url: await ensureDatabase(url, database),
    started: true,
    pid: child.pid!,
    ended: ended(child),
    stop: async () => {
      child.ref();
      child.stdin?.end();
      await ended(child);
    },
  };
}
