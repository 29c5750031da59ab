import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface LockedServer {
  readonly pid: number;
  /** Not written yet in the first moments of a server. */
  readonly port: number | undefined;
}

/** How a process was called, or undefined when there is none. */
async function commandOf(pid: number): Promise<string | undefined> {
  const listed = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
  if (listed !== undefined) return listed;
  return promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).then(
    ({ stdout }) => stdout,
    () => undefined,
  );
}

/**
 * The server that the lock file of the cluster speaks of. After a crash its number may belong to another program by
 * now, which is the rule in containers, where numbers start anew. PostgreSQL would take that program for a server and
 * refuse to start, so the file goes. Without a process PostgreSQL clears it; a zombie has no command and is about to go.
 */
export async function serverInLock(cluster: string): Promise<LockedServer | undefined> {
  const file = join(cluster, 'postmaster.pid');
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  const command = pid ? await commandOf(pid) : undefined;
  if (!command) return undefined;
  if (/postgres[\0 ]-D[\0 ]/.test(command)) return { pid, port: Number(lines[3]) || undefined };
  await rm(file, { force: true });
  return undefined;
}
