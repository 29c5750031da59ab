// Compiles the server side (kernel to apps) from TypeScript to ES modules beside its sources, in `dist`
// folders, file by file and only what changed. The web app is built by Vite (tools/build/build-web.mjs).
import { transform } from '@swc/core';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const skipped = new Set(['node_modules', 'dist', 'web', 'ui', 'e2e', 'check']);

async function* sources(folder) {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!skipped.has(entry.name)) yield* sources(path);
    } else if (/\.ts$/.test(entry.name) && !/\.(spec|d|config)\.ts$/.test(entry.name)) yield path;
  }
}

const modified = async (path) => (await stat(path).catch(() => undefined))?.mtimeMs ?? 0;

/** Whole or not at all: another process may be reading while this one builds. */
async function place(path, text) {
  const partial = `${path}.${process.pid}`;
  await writeFile(partial, text);
  await rename(partial, path);
}

async function compile(project, path) {
  const target = join(project, 'dist', relative(project, path)).replace(/\.ts$/, '.js');
  if ((await modified(target)) >= (await modified(path))) return 0;
  const { code, map } = await transform(await readFile(path, 'utf8'), {
    filename: path,
    sourceMaps: true,
    swcrc: false,
    configFile: false,
    module: { type: 'es6' },
    jsc: {
      target: 'es2022',
      keepClassNames: true,
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    },
  });
  await mkdir(dirname(target), { recursive: true });
  await place(`${target}.map`, map ?? '');
  await place(target, `${code}//# sourceMappingURL=${target.split('/').pop()}.map\n`);
  return 1;
}

async function dropOrphans(folder, project) {
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await dropOrphans(path, project);
    else {
      const source = join(project, relative(join(project, 'dist'), path)).replace(/\.js(\.map)?$/, '.ts');
      if (/\.js(\.map)?$/.test(path) && !(await modified(source))) await rm(path);
    }
  }
}

/** Brings every `dist` up to date; returns how many files were compiled. */
export async function buildServer() {
  let compiled = 0;
  for (const group of ['libs', 'apps'])
    for (const name of await readdir(join(root, group))) {
      if (skipped.has(name)) continue;
      const project = join(root, group, name);
      for await (const path of sources(project)) compiled += await compile(project, path);
      await dropOrphans(join(project, 'dist'), project);
    }
  return compiled;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(`compiled ${await buildServer()} files`);
