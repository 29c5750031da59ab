// One run per data folder. The lock file names a local port on which the run that holds it answers, so that a
// killed run is told from a living one whatever became of its process number.
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { StartFailure } from './failures.mjs';
import { alive, endOrphans } from './processes.mjs';

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What the run at `control` says of itself: its entry, 'silent', or undefined when nobody is there. */
function ask(control) {
  return new Promise((resolve) => {
    let said = '';
    const socket = connect(control, '127.0.0.1');
    socket.setTimeout(2000, () => socket.destroy(new Error('silent')));
    socket.on('data', (chunk) => (said += chunk));
    socket.on('error', (error) => resolve(error.message === 'silent' ? 'silent' : undefined));
    socket.on('close', () => {
      try {
        resolve(JSON.parse(said));
      } catch {
        resolve(undefined);
      }
    });
  });
}

async function holderOf(entry) {
  const answer = await ask(entry.control);
  if (answer === 'silent') return alive(entry.pid) ? entry : undefined;
  return answer?.key === entry.key ? answer : undefined;
}

async function readEntry(path) {
  // The file may be caught between its making and its writing.
  for (let attempt = 0; attempt < 10; attempt++) {
    const text = await readFile(path, 'utf8').catch(() => undefined);
    if (text === undefined) return undefined;
    try {
      return JSON.parse(text);
    } catch {
      await pause(100);
    }
  }
  return { pid: 0, control: 0, key: '', children: [] };
}

async function clearTheWay(path, dataFolder) {
  const entry = await readEntry(path);
  if (!entry) return;
  const holder = entry.control ? await holderOf(entry) : undefined;
  if (holder)
    throw new StartFailure(`Skillhall already runs over ${dataFolder} (process ${holder.pid}, ${holder.address}). Stop that run first, or set SKILLHALL_DATA to another folder and PORT to another port.`);
  await endOrphans(entry.children ?? []);
  await rm(path, { force: true });
}

/** Takes `dataFolder` for this run; `update` tells later runs more, `release` lets go. */
export async function takeFolder(dataFolder, address) {
  await mkdir(dataFolder, { recursive: true });
  const path = join(dataFolder, 'start.lock');
  const entry = { pid: process.pid, control: 0, key: `${process.pid}-${Date.now()}-${Math.random()}`, address, children: [] };
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.end(JSON.stringify(entry));
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  server.unref();
  entry.control = server.address().port;
  try {
    for (let attempt = 0; ; attempt++) {
      const error = await writeFile(path, JSON.stringify(entry), { flag: 'wx', mode: 0o644 }).then(() => undefined, (problem) => problem);
      if (!error) break;
      if (error.code !== 'EEXIST' || attempt === 5) throw error;
      await clearTheWay(path, dataFolder);
    }
  } catch (error) {
    server.close();
    throw error;
  }
  return {
    async update(more) {
      Object.assign(entry, more);
      await writeFile(`${path}.new`, JSON.stringify(entry));
      await rename(`${path}.new`, path);
    },
    async release() {
      server.close();
      await rm(path, { force: true }).catch(() => {});
    },
  };
}
