// Writes the generated files that are committed; `--check` only says whether they are fresh.
import { readFile, writeFile } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildServer } from '../build/build.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const check = process.argv.includes('--check');

await buildServer();
const { schemaText } = await import('../../apps/api/dist/src/print-schema.js');
const path = join(root, 'apps/api/schema.graphql');
const fresh = await schemaText();
const committed = await readFile(path, 'utf8').catch(() => '');
if (fresh !== committed && check) {
  console.error('apps/api/schema.graphql is stale: run `npm run generate` and commit.');
  process.exit(1);
}
if (fresh !== committed) await writeFile(path, fresh);

const types = spawnSync(process.execPath, [join(here, 'graphql-types.mjs'), ...(check ? ['--check'] : [])], { stdio: 'inherit' });
process.exit(types.status ?? 1);
