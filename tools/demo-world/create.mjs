// Creates the demo company: the files of a generated world, taken in as its users would bring them, then courses in
// force, what the staff have learnt so far, and sign-ins for every role.
import 'reflect-metadata';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { createAccounts } from './create/accounts.mjs';
import { fillBank } from './create/bank.mjs';
import { publishCourses } from './create/courses.mjs';
import { addExams } from './create/exams.mjs';
import { takeFilesIn } from './create/files.mjs';
import { addHistory } from './create/history.mjs';
import { addStudies } from './create/studies.mjs';
import { defaultSeed, generateDemoWorld } from './generate.mjs';

const reason = 'the demo company is being created';
const load = async () => {
  const parts = ['@skillhall/api/composition', '@skillhall/platform/config', '@skillhall/platform/database', '@skillhall/platform/access', '@skillhall/platform/audit'];
  return Object.assign({}, ...(await Promise.all(parts.map((part) => import(part)))));
};

/**
 * Everything may be repeated: a creation that was broken off is taken up again, and one that was finished (the audit
 * log says so) only writes the list of sign-ins once more. Needs compiled servers and a migrated database.
 */
export async function createDemoWorld({ databaseUrl, dataFolder, size = 'small', seed = defaultSeed, onProgress = () => {} }) {
  const { ProductModule, parseConfig, Database, Accounts, AuditLog } = await load();
  const config = parseConfig({ ...process.env, SKILLHALL_DATA: dataFolder, LOG_LEVEL: 'error' });
  const app = await NestFactory.createApplicationContext(ProductModule.with(config, databaseUrl, 'skillhall-demo'), { logger: ['error', 'fatal'], abortOnError: false });
  try {
    const database = app.get(Database);
    const done = await database.asSystem(reason, (tx) => tx.query(`select from platform.audit_entry where action = 'demo.created' limit 1`));
    if (!done.length) await bringIn(app, database, { folder: join(dataFolder, 'demo'), size, seed, onProgress });
    onProgress('sign-ins', 0.95);
    const accounts = await database.asSystem(reason, async (tx) => {
      if (!done.length) await app.get(AuditLog).record(tx, null, { action: 'demo.created', subjectType: 'demo', subjectId: `${size}-${seed}` });
      return createAccounts(app.get(Accounts), tx);
    });
    await writeSecretly(join(dataFolder, 'demo-accounts.json'), JSON.stringify(accounts, null, 1));
  } finally {
    await app.close();
  }
}

async function bringIn(app, database, { folder, size, seed, onProgress }) {
  await mkdir(folder, { recursive: true });
  onProgress('drawing the company', 0);
  generateDemoWorld({ out: folder, size, seed });
  await takeFilesIn(app, folder, (name, share) => onProgress(`importing ${name}`, 0.05 + 0.57 * share));
  onProgress('question bank', 0.62);
  await fillBank(app, database, folder);
  onProgress('publishing courses', 0.65);
  await publishCourses(app, database);
  onProgress('learning records', 0.7);
  await addHistory(database, await readFile(join(folder, 'training.csv'), 'utf8'), seed);
  onProgress('exams', 0.85);
  await addExams(app, database, seed);
  onProgress('studies', 0.9);
  await addStudies(app, database);
}

/** Readable by nobody else, and whole or not there. */
async function writeSecretly(path, text) {
  await writeFile(`${path}.new`, text, { mode: 0o600 });
  await rename(`${path}.new`, path);
}
