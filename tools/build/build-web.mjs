// Builds the web app with Vite, only when something it is made of has changed since the last build.
import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip as gzipCompress } from 'node:zlib';

const [gzip, brotli] = [promisify(gzipCompress), promisify(brotliCompress)];
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const output = join(root, 'apps/web/dist');
const stampFile = join(output, '.built-from');
const skipped = new Set(['node_modules', 'dist', 'server', 'migrations', 'testing', 'platform', 'statistics', 'optimisation']);
const extra = ['package-lock.json', 'tools/build/build-web.mjs'];

async function* files(folder) {
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!skipped.has(entry.name)) yield* files(path);
    } else if (!/\.spec\.tsx?$/.test(entry.name)) yield path;
  }
}

/** Names, sizes and times of everything the build reads. */
async function inputs() {
  const paths = extra.map((path) => join(root, path));
  for (const folder of ['apps/web', 'libs']) for await (const path of files(join(root, folder))) paths.push(path);
  const hash = createHash('sha256');
  for (const path of paths.sort()) {
    const { size, mtimeMs } = await stat(path);
    hash.update(`${relative(root, path)} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

const compressible = /\.(js|css|html|svg|webmanifest)$/;
const leastBytes = 1024;

/** Every text also as .br and .gz, so that the server has nothing to compress while people wait. */
async function compress() {
  for await (const path of files(output)) {
    if (!compressible.test(path)) continue;
    const content = await readFile(path);
    if (content.length < leastBytes) continue;
    await writeFile(`${path}.gz`, await gzip(content, { level: 9 }));
    await writeFile(`${path}.br`, await brotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
  }
}

/** Brings apps/web/dist up to date. */
export async function buildWeb({ force = false, logLevel = 'warn' } = {}) {
  const stamp = await inputs();
  if (!force && (await readFile(stampFile, 'utf8').catch(() => '')) === stamp) return { built: false };
  const { build } = await import('vite');
  await build({ configFile: join(root, 'apps/web/vite.config.ts'), logLevel });
  await compress();
  await writeFile(stampFile, stamp);
  return { built: true };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { built } = await buildWeb({ force: process.argv.includes('--force'), logLevel: 'info' });
  console.log(built ? 'built apps/web/dist' : 'apps/web/dist is up to date');
}
