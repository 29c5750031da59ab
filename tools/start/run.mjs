// The order in which a run comes up, and goes down again.
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { runApart, startServer } from './children.mjs';
import { sentenceFor, StartFailure } from './failures.mjs';
import { takeFolder } from './folder-lock.mjs';
import { help } from './help.mjs';
import { installMissing } from './install.mjs';
import { anyPort, choosePort, tryPort } from './ports.mjs';
import { createProgress } from './progress.mjs';
import { signInLines } from './sign-ins.mjs';

const root = join(import.meta.dirname, '../..');
const grace = 10_000;
const defaultWorkerPort = 8091;

/** Thrown where a step was broken off by Ctrl-C; nothing is said about it. */
class Stopped extends Error {}

class Run {
  progress = createProgress();
  closers = [];
  abort = new AbortController();
  stopping = undefined;
  context = { dataFolder: resolve(root, process.env.SKILLHALL_DATA || '.data'), databaseUrl: process.env.DATABASE_URL || undefined };

  /** Stops everything, last started first; safe to be called again. */
  stop() {
    this.abort.abort();
    return (this.stopping ??= (async () => {
      for (const close of this.closers.reverse()) await close().catch(() => {});
    })());
  }

  async step(title, work, options) {
    if (this.stopping) throw new Stopped();
    try {
      return await this.progress.step(title, work, { ...options, silenced: () => Boolean(this.stopping) });
    } catch (error) {
      throw this.stopping ? new Stopped() : error;
    }
  }

  install() {
    const { signal } = this.abort;
    return this.step('Packages', (note) => installMissing(root, { signal, onStart: (count) => note(`${count} to install, about a minute`) }), { long: true });
  }

  /** Works in a process of its own, whose output goes to a log file. */
  apart(module, data, onNote) {
    return runApart(module, data, { onNote, signal: this.abort.signal, logFile: join(this.context.dataFolder, 'logs', 'start.log') });
  }

  async readConfig() {
    const { parseConfig } = await import('../../libs/platform/dist/config/config.js');
    const config = parseConfig(process.env, root);
    Object.assign(this.context, { dataFolder: config.dataFolder, databaseUrl: config.DATABASE_URL });
    return config;
  }

  async takeFolder(address) {
    const lock = await takeFolder(this.context.dataFolder, address);
    this.closers.push(() => lock.release());
    await mkdir(join(this.context.dataFolder, 'logs'), { recursive: true });
    return lock;
  }

  async database(config) {
    const { databaseFor } = await import('../../libs/platform/dist/database/running-database.js');
    let running;
    await this.step('Database', async () => {
      running = await databaseFor(config, (sentence) => this.progress.line(`  ${sentence}`));
      this.closers.push(() => running.stop());
      if (!running.embedded) return 'the one of DATABASE_URL';
      return running.started ? undefined : `shared with another command (process ${running.pid})`;
    });
    return running;
  }

  /** Answers whether the demo company is there. */
  async prepare(config, databaseUrl) {
    const own = config.DATABASE_URL ? 'off' : 'auto';
    const demo = config.NODE_ENV === 'production' ? 'off' : process.env.SKILLHALL_DEMO || own;
    if (!['on', 'off', 'auto'].includes(demo)) throw new StartFailure(`SKILLHALL_DEMO is on or off, not ${demo}.`);
    const data = { databaseUrl, dataFolder: config.dataFolder, demo, size: 'small' };
    let answer;
    await this.step('Data', async (note) => {
      answer = await this.apart('prepare-work.mjs', data, note);
      const migrated = answer.migrations ? `${answer.migrations} migrations` : 'up to date';
      return answer.demo === 'created' ? `${migrated}, demo company created` : migrated;
    });
    return answer.demo !== 'no';
  }

  async serve(config, port, databaseUrl, demo, lock) {
    const { HOST } = config;
    const shared = { ...process.env, HOST, DATABASE_URL: databaseUrl, SKILLHALL_DATA: config.dataFolder, PORT: String(port) };
    const workerPort = (await tryPort(config.WORKER_HEALTH_PORT, HOST)) ? await anyPort(HOST) : config.WORKER_HEALTH_PORT;
    const common = { root, logFolder: join(config.dataFolder, 'logs'), onLine: (text) => this.progress.line(`  ${text}`) };
    const web = join(root, 'apps/web/dist');
    const children = [
      startServer({ ...common, title: 'api', script: 'apps/api/dist/src/main.js', env: { ...shared, WEB_ROOT: config.WEB_ROOT ?? web, DEMO: String(demo) } }),
      startServer({ ...common, title: 'worker', script: 'apps/worker/dist/src/main.js', env: { ...shared, WORKER_HEALTH_PORT: String(workerPort || defaultWorkerPort), DEMO: 'false' } }),
    ];
    this.forceEnd = () => children.forEach((child) => child.kill());
    this.closers.push(async () => void (await Promise.all(children.map((child) => child.stop(grace)))));
    await lock.update({ children: children.map(({ pid }) => pid) });
    await this.step('Server and worker', async () => void (await Promise.all(children.map(({ ready }) => ready))));
    return children;
  }
}

function addressOf(host, port) {
  const shown = ['0.0.0.0', '::'].includes(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${shown}:${port}`;
}

async function comeUp(run) {
  const host = process.env.HOST || '127.0.0.1';
  const asked = Number(process.env.PORT || 8090);
  // A run of ours over the same folder is named before its port is; both are asked for before the long work.
  const lock = await run.takeFolder(addressOf(host, asked));
  // A mistake in the number itself is named by the configuration later.
  const port = Number.isInteger(asked) && asked >= 0 && asked < 65536 ? await choosePort(asked, host) : undefined;
  const address = addressOf(host, port);
  if (port !== asked) await lock.update({ address });
  await run.install();
  await run.step('Build', (note) => run.apart('build-work.mjs', {}, note), { long: true });
  const config = await run.readConfig();
  const database = await run.database(config);
  const demo = await run.prepare(config, database.url);
  const children = await run.serve(config, port, database.url, demo, lock);
  const signIns = demo ? await signInLines(config.dataFolder) : [];
  run.progress.line(['', `Skillhall runs at ${address}`, ...(signIns.length ? ['', ...signIns] : []), '', 'Ctrl-C stops it.'].join('\n'));
  const ends = children.map(({ title, ended, logFile }) => ended.then((how) => `The ${title} ${how}. Its log is ${logFile}.`));
  if (database.ended) ends.push(database.ended.then(() => 'The database ended by itself.'));
  return Promise.race(ends);
}

/** Says what went wrong in a sentence; what nobody foresaw goes to a file with everything known about it. */
async function explain(error, context) {
  const sentence = sentenceFor(error, context);
  if (sentence) return sentence;
  const file = join(context.dataFolder, 'logs', 'start-failure.log');
  const kept = await writeFile(file, `${new Date().toISOString()}\n${error.stack ?? error}\n`).then(() => true, () => false);
  return `Something unforeseen went wrong: ${String(error.message ?? error).split('\n')[0]}${kept ? `\nMore about it is in ${file}.` : ''}`;
}

function stopOnSignals(run) {
  let signals = 0;
  let latest = 0;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      // npm passes on what the terminal has sent here already; that is one Ctrl-C, not two.
      if (performance.now() - latest < 400) return;
      latest = performance.now();
      signals += 1;
      if (signals === 1) {
        run.progress.line('\nStopping …');
        void run.stop().then(() => {
          run.progress.line('Stopped.');
          process.exit(0);
        });
      } else if (signals === 2) {
        run.forceEnd?.();
        // The database ends when nobody uses it any more.
        setTimeout(() => process.exit(130), 1000);
      }
    });
}

export async function main(argv) {
  if (argv.includes('--help') || argv.includes('-h')) return void console.log(help);
  if (argv.length) {
    console.error(`npm start does not know ${argv.join(' ')}. npm start -- --help says what there is.`);
    return void (process.exitCode = 2);
  }
  const run = new Run();
  stopOnSignals(run);
  const fail = async (sentence) => {
    if (run.stopping) return;
    console.error(`\n${sentence}`);
    await run.stop();
    process.exit(1);
  };
  process.on('uncaughtException', (error) => void explain(error, run.context).then(fail));
  try {
    await fail(await comeUp(run));
  } catch (error) {
    if (!(error instanceof Stopped)) await fail(await explain(error, run.context));
  }
}
