// What is known about processes of an earlier run.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

export function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** How a process was called, or '' when there is none; numbers of processes are used again for others. */
export async function commandOf(pid) {
  const listed = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
  if (listed !== undefined) return listed.replaceAll('\0', ' ');
  return promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).then(({ stdout }) => stdout, () => '');
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits until `pid` is gone; answers whether it is. */
export async function gone(pid, milliseconds) {
  for (const end = Date.now() + milliseconds; alive(pid); await pause(100)) if (Date.now() > end) return false;
  return true;
}

/** Ends what a killed run left behind: its processes end by themselves when they notice, or are ended here. */
export async function endOrphans(pids) {
  for (const pid of pids) {
    if (!alive(pid) || !/apps\/(api|worker)\/dist\/src\/main\.js/.test(await commandOf(pid))) continue;
    if (await gone(pid, 8000)) continue;
    process.kill(pid, 'SIGKILL');
    await gone(pid, 2000);
  }
}
