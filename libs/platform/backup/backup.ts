import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to } from 'pg-copy-streams';
import type { FileStore } from '../files/file-store.js';
import { sequenceValues, type TableShape, tablesInOrder } from './catalogue.js';
import { BackupError, type Manifest, manifestName } from './manifest.js';

type SavedTable = Manifest['tables'][number];

const auditHead = `select count(*)::int as entries, (select encode(hash, 'hex') from platform.audit_entry order by seq desc limit 1) as head from platform.audit_entry`;

/** A table as COPY writes it, compressed, with the digest of the text. */
async function saveTable(client: pg.Client, folder: string, { name, columns }: TableShape, index: number): Promise<SavedTable> {
  const file = `${index}.copy.gz`;
  const digest = createHash('sha256');
  let rows = 0;
  const watch = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      digest.update(chunk);
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) rows++;
      done(null, chunk);
    },
  });
  await pipeline(client.query(to(`copy ${name} (${columns.join(', ')}) to stdout`)), watch, createGzip({ level: 4 }), createWriteStream(join(folder, file), { mode: 0o600 }));
  return { name, columns: [...columns], file, rows, sha256: digest.digest('hex') };
}

async function saveFiles(client: pg.Client, store: FileStore, folder: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>('select id from platform.file order by id');
  const saved: string[] = [];
  for (const { id } of rows) {
    const content = await store.get(id);
    if (!content) continue;
    await pipeline(content, createWriteStream(join(folder, id), { mode: 0o600 }));
    saved.push(id);
  }
  return saved;
}

/**
 * Writes everything into `folder`, which must be empty or new: tables from one snapshot, then the files they
 * speak of. Needs no program of PostgreSQL. The manifest comes last: a folder with one is whole.
 */
export async function backUp(url: string, store: FileStore, folder: string): Promise<Manifest> {
  await mkdir(join(folder, 'files'), { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 1) throw new BackupError(`${folder} is not empty; a backup wants a folder of its own.`);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const tables: SavedTable[] = [];
    for (const [index, table] of (await tablesInOrder(client)).entries()) tables.push(await saveTable(client, folder, table, index));
    const { rows: ledger } = await client.query<{ name: string }>('select name from public.schema_migration order by id');
    const { rows: audit } = await client.query<Manifest['audit']>(auditHead);
    const sequences = await sequenceValues(client);
    const files = await saveFiles(client, store, join(folder, 'files'));
    const manifest: Manifest = { format: 1, createdAt: new Date().toISOString(), migrations: ledger.map(({ name }) => name), tables, sequences, audit: audit[0]!, files };
    await writeFile(join(folder, `${manifestName}.part`), JSON.stringify(manifest, null, 2), { mode: 0o600 });
    await rename(join(folder, `${manifestName}.part`), join(folder, manifestName));
    return manifest;
  } finally {
    await client.end();
  }
}
