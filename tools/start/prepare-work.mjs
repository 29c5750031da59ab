// Brings the database up to date and, where it is wanted, creates the demo company.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

async function isEmpty(databaseUrl) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query('select exists (select from directory.unit) or exists (select from platform.account) as used');
    return !rows[0].used;
  } finally {
    await client.end();
  }
}

/**
 * Whether to create the company: 'done' before, 'create', or 'no'. What somebody has brought in is never mixed
 * with it unless they ask; a creation that was broken off is taken up again.
 */
async function demoPlan({ databaseUrl, demo, markerFile }) {
  if (demo === 'off') return 'no';
  if (demo === 'on') return 'create';
  if (await isEmpty(databaseUrl)) return 'create';
  const marker = await readFile(markerFile, 'utf8').catch(() => '');
  return { begun: 'create', done: 'done' }[marker] ?? 'no';
}

export default async function prepare({ databaseUrl, dataFolder, demo, size }, note) {
  const [{ migrate }, { databaseParts }] = await Promise.all([
    import('../../libs/platform/dist/database/index.js'),
    import('../../apps/api/dist/src/composition.js'),
  ]);
  const migrations = await migrate(databaseParts, databaseUrl);
  const markerFile = join(dataFolder, 'demo-world');
  const plan = await demoPlan({ databaseUrl, demo, markerFile });
  if (plan !== 'create') return { migrations: migrations.length, demo: plan };
  await writeFile(markerFile, 'begun');
  const { createDemoWorld } = await import('../demo-world/create.mjs');
  await createDemoWorld({
    databaseUrl,
    dataFolder,
    size,
    onProgress: (text, share) => note(share === undefined ? text : `${text} ${Math.round(share * 100)} %`),
  });
  await writeFile(markerFile, 'done');
  return { migrations: migrations.length, demo: 'created' };
}
