import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { runMigrations } from 'bullmq';
import pg from 'pg';
import { from } from 'pg-copy-streams';
import { type DatabasePart, migrate } from '../database/index.js';
import type { FileStore } from '../files/file-store.js';
import { tablesInOrder } from './catalogue.js';
import { BackupError, type Manifest, readManifest } from './manifest.js';

const nameOf = (migration: unknown): string => (typeof migration === 'function' ? migration.name : String(migration));

/** The parts as they were when the backup was made, so that its tables fit. */
function partsOf(parts: readonly DatabasePart[], { migrations }: Manifest): DatabasePart[] {
  const known = new Set(parts.flatMap((part) => part.migrations.map(nameOf)));
  const newer = migrations.find((name) => !known.has(name));
  if (newer) throw new BackupError(`The backup was made by a newer version (migration ${newer}); restore it with that version.`);
  return parts.map((part) => ({ entities: [], migrations: part.migrations.filter((migration) => migrations.includes(nameOf(migration))) }));
}

/** Nobody and nothing has been entered; rows that migrations themselves write do not count. */
const telling = ['platform.account', 'platform.audit_entry', 'directory.unit'];

async function refuseUnlessEmpty(client: pg.Client): Promise<void> {
  for (const name of telling) {
    const { rowCount } = await client.query(`select from ${name} limit 1`);
    if (rowCount) throw new BackupError(`The database is not empty (${name} holds rows). Restore into a new one: another DATABASE_URL, or another SKILLHALL_DATA.`);
  }
}

/** Takes out what migrations wrote: the backup has it, perhaps changed since. */
async function clear(client: pg.Client, tables: readonly string[]): Promise<void> {
  for (const name of tables) await client.query(`alter table ${name} disable trigger user`);
  await client.query(`truncate ${tables.join(', ')}`);
}

async function loadTable(client: pg.Client, folder: string, { name, columns, file, sha256 }: Manifest['tables'][number]): Promise<void> {
  const digest = createHash('sha256');
  const watch = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      digest.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(createReadStream(join(folder, file)), createGunzip(), watch, client.query(from(`copy ${name} (${columns.join(', ')}) from stdin`)));
  await client.query(`alter table ${name} enable trigger user`);
  if (digest.digest('hex') !== sha256) throw new BackupError(`${file} (${name}) is not what the backup wrote: its digest differs. Nothing was restored.`);
}

async function loadTables(url: string, folder: string, manifest: Manifest): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    if (manifest.tables.some(({ name }) => name.startsWith('bullmq.'))) {
      await client.query('create schema if not exists bullmq');
      await runMigrations(client, 'bullmq');
    }
    await client.query('begin');
    await refuseUnlessEmpty(client);
    const here = (await tablesInOrder(client)).map(({ name }) => name);
    const missing = manifest.tables.find(({ name }) => !here.includes(name));
    if (missing) throw new BackupError(`There is no table ${missing.name} to restore into.`);
    await clear(client, here);
    for (const table of manifest.tables) await loadTable(client, folder, table);
    for (const { name, value } of manifest.sequences) await client.query('select setval($1::regclass, $2)', [name, value]);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

/**
 * Restores a backup into an empty database and file store, all of it or nothing of its tables, and brings it up
 * to date. Throws BackupError where the folder is no backup, damaged or newer, or the database is not empty.
 */
export async function restore(parts: readonly DatabasePart[], url: string, store: FileStore, folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder);
  await migrate(partsOf(parts, manifest), url);
  await loadTables(url, folder, manifest);
  for (const id of manifest.files) await store.put(id, createReadStream(join(folder, 'files', id)));
  await migrate(parts, url);
  return manifest;
}
