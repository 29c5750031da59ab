import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

// Real processes over the compiled launcher, which the set-up of these tests has built.
const launcher = resolve(process.cwd(), 'libs/platform/dist/database/embedded/cluster.js');
const script = `
  import pg from 'pg';
  import { startEmbeddedPostgres } from ${JSON.stringify(launcher)};
  const [dataFolder, times] = process.argv.slice(1);
  const ask = async (url) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query('select pg_backend_pid() > 0 as answers');
    await client.end();
    return rows[0].answers;
  };
  const begin = () => startEmbeddedPostgres({ dataFolder, settings: ['fsync=off'] });
  const tell = (message) => console.log(JSON.stringify(message));
  for (let n = 1; n < Number(times); n++) {
    const server = await begin();
    if (!(await ask(server.url))) throw new Error('no answer');
    await server.stop();
  }
  const server = await begin();
  tell({ pid: server.pid, started: server.started, answers: await ask(server.url) });
  void server.ended.then(() => tell({ ended: true }));
  for await (const word of process.stdin.setEncoding('utf8')) {
    if (word.startsWith('ask')) tell({ answers: await ask(server.url).catch(() => false) });
    if (word.startsWith('stop')) break;
  }
  await server.stop();
  tell({ stopped: true });
  process.exit(0);
`;

interface Told {
  readonly pid?: number;
  readonly started?: boolean;
  readonly answers?: boolean;
  readonly ended?: boolean;
  readonly stopped?: boolean;
}

/** A command that uses the database until it is told to stop. */
class Command {
  private readonly told: AsyncIterator<string>;
  private readonly closed: Promise<unknown>;

  private constructor(private readonly child: ChildProcess) {
    this.told = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
    this.closed = new Promise((done) => child.once('close', done));
  }

  static over(folder: string, times = 1): Command {
    return new Command(spawn(process.execPath, ['--input-type=module', '-e', script, folder, String(times)], { stdio: ['pipe', 'pipe', 'inherit'] }));
  }

  async hear(): Promise<Told> {
    const { value, done } = await this.told.next();
    if (done) throw new Error('the command ended');
    return JSON.parse(value) as Told;
  }

  say(word: 'ask' | 'stop'): Promise<Told> {
    this.child.stdin!.write(`${word}\n`);
    return this.hear();
  }

  kill(): Promise<unknown> {
    this.child.kill('SIGKILL');
    return this.closed;
  }
}

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
const untilGone = async (pid: number): Promise<void> => {
  while (alive(pid)) await new Promise((next) => setTimeout(next, 20));
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'skillhall-shared-'));
  await chmod(folder, 0o755);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the embedded database under several commands', () => {
  it('is made and started once by two that come at the same time, and ends with the last that leaves', async () => {
    const both = [Command.over(folder), Command.over(folder)] as const;
    const said = await Promise.all(both.map((command) => command.hear()));
    expect(said.map(({ started }) => started).sort()).toEqual([false, true]);
    expect(said[0]!.pid).toBe(said[1]!.pid);
    const [starter, joiner] = said[0]!.started ? both : [both[1], both[0]];
    expect(await starter.say('stop')).toEqual({ stopped: true });
    expect(await joiner.say('ask')).toEqual({ answers: true });
    expect(await joiner.say('stop')).toEqual({ stopped: true });
    expect(alive(said[0]!.pid!)).toBe(false);
  });

  it('goes on for the others when the one that started it is killed, and ends when the last is killed', async () => {
    const first = Command.over(folder);
    const { pid } = await first.hear();
    const second = Command.over(folder);
    expect(await second.hear()).toMatchObject({ pid, started: false, answers: true });
    await first.kill();
    const third = Command.over(folder);
    expect(await third.hear()).toMatchObject({ pid, started: false, answers: true });
    expect(await second.say('ask')).toEqual({ answers: true });
    await second.kill();
    expect(await third.say('ask')).toEqual({ answers: true });
    await third.kill();
    await untilGone(pid!);
    const next = Command.over(folder);
    expect(await next.hear()).toMatchObject({ started: true, answers: true });
    await next.say('stop');
  });

  it('answers everybody, however many come and go at once', async () => {
    const commands = Array.from({ length: 3 }, () => Command.over(folder, 6));
    const pids = await Promise.all(
      commands.map(async (command) => {
        const { pid, answers } = await command.hear();
        expect(answers).toBe(true);
        expect(await command.say('stop')).toEqual({ stopped: true });
        return pid!;
      }),
    );
    for (const pid of pids) expect(alive(pid)).toBe(false);
  });

  it('is stopped and started anew by the next that comes, when what watches over it was killed and nobody uses it', async () => {
    const command = Command.over(folder);
    const { pid } = await command.hear();
    const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,comm='], { encoding: 'utf8' }).trim().split('\n').map((line) => line.trim().split(/\s+/));
    const [, shell] = processes.find(([number]) => number === String(pid))!;
    for (const [number] of processes.filter(([own, parent, name]) => (own === shell || parent === shell) && name === 'sh')) process.kill(Number(number), 'SIGKILL');
    expect(await command.hear()).toEqual({ ended: true });
    await command.kill();
    const next = Command.over(folder);
    const found = await next.hear();
    expect(found).toMatchObject({ started: true, answers: true });
    expect(found.pid).not.toBe(pid);
    await next.say('stop');
    expect(alive(found.pid!)).toBe(false);
  });

  it('tells who uses it when it ends under them, and starts again for the next', async () => {
    const command = Command.over(folder);
    const { pid } = await command.hear();
    process.kill(pid!, 'SIGKILL');
    expect(await command.hear()).toEqual({ ended: true });
    expect(await command.say('stop')).toEqual({ stopped: true });
    const next = Command.over(folder);
    expect(await next.hear()).toMatchObject({ started: true, answers: true });
    await next.say('stop');
  });
});
