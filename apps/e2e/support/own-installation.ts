import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
const dataFolder = join(import.meta.dirname, '../.data-first-day');
const port = Number(process.env['E2E_FIRST_DAY_PORT'] ?? 18_195);
const environment = { ...process.env, PORT: String(port), SKILLHALL_DATA: dataFolder, SKILLHALL_DEMO: 'off' };

export interface OwnInstallation {
  readonly address: string;
  /** Makes the first administrator, as an operator does, and answers the first password. */
  readonly createAdministrator: (login: string) => string;
  readonly stop: () => Promise<void>;
}

async function answers(address: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the installation ended by itself (${child.exitCode})`);
    const ready = await fetch(`${address}/readyz`).then((response) => response.ok, () => false);
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** An empty installation with a database of its own: nobody and nothing is in it. */
export async function startOwnInstallation(): Promise<OwnInstallation> {
  rmSync(dataFolder, { recursive: true, force: true });
  const address = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ['tools/start/start.mjs'], { cwd: root, env: environment, stdio: 'inherit' });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await answers(address, child);
  return {
    address,
    createAdministrator: (login) => {
      const { stdout, stderr } = spawnSync(process.execPath, ['apps/cli/bin/skillhall.mjs', 'user', 'create-admin', '--login', login], { cwd: root, env: environment, encoding: 'utf8' });
      const password = /Password: (\S+)/.exec(stdout)?.[1];
      if (!password) throw new Error(`no administrator was made: ${stdout}${stderr}`);
      return password;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
