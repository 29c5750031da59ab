import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, chmod, chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { binariesFolder, reachableByOthers } from './binaries.js';

/** PostgreSQL refuses to run as root; the account `nobody` exists everywhere and owns nothing else. */
const nobody = 65534;

export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}

export interface Place {
  readonly folder: string;
  readonly cluster: string;
  /** Where whoever uses the server holds it, see hold.ts. */
  readonly holds: string;
  readonly bin: string;
  readonly owner?: { readonly uid: number; readonly gid: number };
}

const placeIn = (folder: string, bin: string): Place => ({ folder, cluster: join(folder, 'postgres'), holds: join(folder, 'postgres.holds'), bin });

export async function choosePlace(dataFolder: string, onNotice?: (sentence: string) => void): Promise<Place> {
  await mkdir(dataFolder, { recursive: true })
    .then(() => access(dataFolder, constants.W_OK))
    .catch(({ code }: NodeJS.ErrnoException) => {
      const problem = code === 'EEXIST' || code === 'ENOTDIR' ? 'is not a folder' : `cannot be written by this user (${code})`;
      throw new EmbeddedPostgresError(`The data folder ${dataFolder} ${problem}. Give this user the right to write there, or set SKILLHALL_DATA to another folder.`);
    });
  if (process.getuid?.() !== 0) return placeIn(dataFolder, join(await binariesFolder(false, dataFolder), 'bin'));
  let folder = dataFolder;
  if (!(await reachableByOthers(dataFolder))) {
    folder = join('/var/lib/skillhall', createHash('sha256').update(dataFolder).digest('hex').slice(0, 12));
    await mkdir(folder, { recursive: true, mode: 0o755 });
    onNotice?.(`${dataFolder} can be read by root alone, which PostgreSQL refuses to run as: the database is kept in ${folder}.`);
  }
  return { ...placeIn(folder, join(await binariesFolder(true, folder), 'bin')), owner: { uid: nobody, gid: nobody } };
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

export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** What commands that were killed left behind; the number of the process stands at the end of the name. */
export async function clearLeftovers(folder: string, prefix: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = name.startsWith(prefix) ? Number(/\d+$/.exec(name.replace('.closing', ''))?.[0]) : 0;
    if (pid && (pid === process.pid || !alive(pid))) await rm(join(folder, name), { recursive: true, force: true });
  }
}

const passwordIn = 'skillhall.password';

/** Of several commands that make a cluster at the same time one gives it its name, whole and with its password. */
async function createCluster(place: Place): Promise<void> {
  await clearLeftovers(place.folder, 'postgres.new-');
  const fresh = `${place.cluster}.new-${process.pid}`;
  const passwordFile = `${fresh}/${passwordIn}`;
  const first = `${place.cluster}.new-password-${process.pid}`;
  await mkdir(fresh, { mode: 0o700 });
  await writeFile(first, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (place.owner) await Promise.all([fresh, first].map((path) => chown(path, nobody, nobody)));
  // Without a UTF-8 character type, trigram search finds nothing in Chinese text, and says nothing of it.
  await run(place, 'initdb', [
    ...['-D', fresh, '-U', 'skillhall', '--auth=scram-sha-256', `--pwfile=${first}`, '--encoding=UTF8'],
    ...['--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=und', '--data-checksums'],
  ]);
  await rename(first, passwordFile);
  await rename(fresh, place.cluster).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    await rm(fresh, { recursive: true, force: true });
  });
}

/** Makes what is missing, and answers the password of the cluster. */
export async function readyCluster(place: Place): Promise<string> {
  if (!(await readFile(join(place.cluster, 'PG_VERSION'), 'utf8').catch(() => ''))) await createCluster(place);
  await mkdir(place.holds, { recursive: true, mode: 0o700 });
  if (place.owner) await Promise.all([place.cluster, place.holds].map((path) => chown(path, nobody, nobody)));
  await chmod(place.cluster, 0o700);
  const read = (path: string): Promise<string> => readFile(path, 'utf8').then((text) => text.trim());
  // Clusters of the first days kept it beside the folder.
  return read(join(place.cluster, passwordIn)).catch(() => read(join(dirname(place.cluster), 'postgres.password')));
}
