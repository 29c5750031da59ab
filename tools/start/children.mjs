import { fork, spawn } from 'node:child_process';
import { join } from 'node:path';
import { followOutput } from './child-log.mjs';
import { StartFailure, unpackError } from './failures.mjs';

// Children have process groups of their own: Ctrl-C reaches this process alone, which stops them in order.
const ofItsOwn = { detached: true };

function endGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    child.kill(signal);
  }
}

/** Starts a server process; `ready` resolves when it listens, `ended` with a sentence when it ends. */
export function startServer({ title, script, root, env, logFolder, onLine }) {
  const child = spawn(process.execPath, ['--enable-source-maps', join(root, script)], { ...ofItsOwn, cwd: root, env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const logFile = join(logFolder, `${title}.log`);
  let stopping = false;
  const output = followOutput(child, logFile, (text) => stopping || onLine(`${title}: ${text}`));
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(signal ? `was ended from outside (${signal})` : `ended by itself (exit code ${code})`));
  });
  const ready = new Promise((resolve, reject) => {
    child.on('message', (message) => message === 'listening' && resolve());
    void ended.then((how) => {
      const cause = output.last.length ? `: ${output.last.join(' · ')}` : '';
      reject(new StartFailure(`The ${title} ${how}${cause}\nIts log is ${logFile}.`));
    });
  });
  ready.catch(() => {});
  return {
    title,
    pid: child.pid,
    ready,
    ended,
    logFile,
    kill: () => endGroup(child, 'SIGKILL'),
    async stop(grace) {
      stopping = true;
      child.kill('SIGTERM');
      const timer = setTimeout(() => endGroup(child, 'SIGKILL'), grace);
      await ended;
      clearTimeout(timer);
    },
  };
}

/**
 * Runs a module of this folder in a process of its own, so that what it loads does not stay in memory:
 * the module's default export gets `data` and a function for notes on the way.
 */
export function runApart(module, data, { onNote, signal, logFile } = {}) {
  const child = fork(join(import.meta.dirname, 'apart.mjs'), [module], { ...ofItsOwn, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const output = logFile ? followOutput(child, logFile, () => {}) : { last: [] };
  if (!logFile) for (const stream of [child.stdout, child.stderr]) stream.resume();
  const abort = () => endGroup(child, 'SIGTERM');
  signal?.addEventListener('abort', abort, { once: true });
  child.send(data);
  return new Promise((resolve, reject) => {
    child.on('message', ({ note, done, failed }) => {
      if (note !== undefined) onNote?.(note);
      else if (failed) reject(unpackError(failed));
      else resolve(done);
    });
    child.once('error', reject);
    child.once('close', (code, how) => {
      signal?.removeEventListener('abort', abort);
      reject(new StartFailure(`The work ended before it was done (${how ?? `exit code ${code}`})${output.last.length ? `: ${output.last.join(' · ')}` : '.'}`));
    });
  });
}
