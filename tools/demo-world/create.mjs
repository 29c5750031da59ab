// Creates the demo company: the files of a generated world, taken in as its users would bring them, then courses in
// force, sign-ins for every role, and what the staff have learnt so far.
import '../../node_modules/reflect-metadata/Reflect.js';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { createAccounts } from './create/accounts.mjs';
import { addHistory } from './create/history.mjs';
import { takeFilesIn } from './create/files.mjs';
import { publishCourses } from './create/courses.mjs';
import { generateDemoWorld } from './generate.mjs';

const load = async () => {
  const [{ ProductModule }, { parseConfig }, { Database }] = await Promise.all([import('@skillhall/api/composition'), import('@skillhall/platform/config'), import('@skillhall/platform/database')]);
  return { ProductModule, parseConfig, Database };
};

/** Everything may be repeated: a creation that was broken off is taken up again. */
export async function createDemoWorld({ databaseUrl, dataFolder, size = 'small', onProgress = () => {} }) {
  const folder = join(dataFolder, 'demo');
  await mkdir(folder, { recursive: true });
  onProgress('drawing the company', 0);
  generateDemoWorld({ out: folder, size });
  const { ProductModule, parseConfig, Database } = await load();
  const config = parseConfig({ ...process.env, SKILLHALL_DATA: dataFolder, LOG_LEVEL: 'error' });
  const app = await NestFactory.createApplicationContext(ProductModule.with(config, databaseUrl, 'skillhall-demo'), { logger: ['error', 'fatal'], abortOnError: false });
  try {
    const database = app.get(Database);
    await takeFilesIn(app, folder, (name, share) => onProgress(`importing ${name}`, 0.05 + 0.6 * share));
    onProgress('publishing courses', 0.65);
    await publishCourses(app, database);
    onProgress('learning records', 0.7);
    await addHistory(database, await readFile(join(folder, 'training.csv'), 'utf8'));
    onProgress('sign-ins', 0.95);
    const accounts = await createAccounts(app, database);
    await writeFile(join(dataFolder, 'demo-accounts.json'), JSON.stringify(accounts, null, 1), { mode: 0o600 });
  } finally {
    await app.close();
  }
}
