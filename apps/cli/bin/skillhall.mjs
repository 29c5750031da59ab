#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const app = join(dirname(fileURLToPath(import.meta.url)), '..');
const builder = join(app, '../../tools/build/build.mjs');
// In a checkout the sources may be newer than what was compiled; an image holds no builder.
if (existsSync(builder)) {
  try {
    await (await import(pathToFileURL(builder).href)).buildServer();
  } catch (error) {
    const { sentenceFor } = await import(new URL('../../../tools/start/failures.mjs', import.meta.url).href);
    console.error(sentenceFor(error) ?? error);
    process.exit(1);
  }
}
await (await import('../dist/src/main.js')).main(process.argv);
