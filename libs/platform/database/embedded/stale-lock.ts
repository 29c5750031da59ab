import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

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
 * After a crash the number in the lock file may belong to another program by now, which is the rule in containers,
 * where numbers start anew. PostgreSQL would take that program for a server and refuse to start.
 */
export async function dropStaleLock(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid');
  const pid = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0]);
  if (!pid) return;
  const command = await commandOf(pid);
  // Without a process PostgreSQL clears the file itself; a zombie has no command and is about to go.
  if (command && !command.includes('postgres')) await rm(file, { force: true });
}
