import { TestApp } from '@skillhall/api/testing';
import { databaseParts } from '@skillhall/api/composition';
import { AuditLog } from '@skillhall/platform/audit';
import { backUp, restore } from '@skillhall/platform/backup';
import { parseConfig } from '@skillhall/platform/config';
import { fileStoreFor } from '@skillhall/platform/files';
import { createEmptyDatabase, type TestDatabase } from '@skillhall/platform/testing';
import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

let product: TestApp;
let folder: string;
const empty: TestDatabase[] = [];

const storeIn = (name: string) => fileStoreFor(parseConfig({ SKILLHALL_DATA: join(folder, name) }));
const into = async (): Promise<string> => {
  const database = await createEmptyDatabase();
  empty.push(database);
  return database.url;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'skillhall-backup-'));
  product = await TestApp.start({ SKILLHALL_DATA: join(folder, 'live') });
  const city = await product.addUnit('C', 'city', null, '临江市\t供电公司\\');
  const hall = await product.addUnit('Y', 'hall', city);
  await product.addPerson('10001', hall, ['hr'], '王\n芳');
  await product.arrange((tx) => product.app.get(AuditLog).record(tx, null, { action: 'demo.created', subjectType: 'demo', subjectId: '1' }));
  await product.upload('文件.txt', Buffer.from('内容'), await product.signIn('10001'));
});
afterAll(async () => {
  await product.stop();
  for (const database of empty) await database.drop();
  await rm(folder, { recursive: true });
});

/** Every table of the product as one digest. */
async function digestOf(url: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(`select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema|public|bullmq)' and c.relname <> 'rate_limit'`);
    const digests: Record<string, string> = {};
    for (const { name } of tables) digests[name] = (await client.query<{ d: string }>(`select count(*) || ':' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as d from ${name} t`)).rows[0]!.d;
    return digests;
  } finally {
    await client.end();
  }
}

describe('a backup', () => {
  it('restores every row and file as it was, and the audit log verifies', async () => {
    const backup = join(folder, 'whole');
    const manifest = await backUp(product.url, storeIn('live'), backup);
    expect(manifest.files).toHaveLength(1);
    const [url, store] = [await into(), storeIn('restored')];
    await restore(databaseParts, url, store, backup);
    expect(await digestOf(url)).toEqual(await digestOf(product.url));
    expect(Buffer.concat(await (await store.get(manifest.files[0]!))!.toArray()).toString()).toBe('内容');
  });

  it('is refused by a database that is not empty, and leaves it as it is', async () => {
    const before = await digestOf(product.url);
    await expect(restore(databaseParts, product.url, storeIn('live'), join(folder, 'whole'))).rejects.toThrow('not empty');
    expect(await digestOf(product.url)).toEqual(before);
  });

  it('that was damaged restores nothing, and one that was cut off is told from a whole one', async () => {
    const damaged = join(folder, 'damaged');
    await cp(join(folder, 'whole'), damaged, { recursive: true });
    for (const file of (await readdir(damaged)).filter((name) => name.endsWith('.gz'))) await writeFile(join(damaged, file), 'not gzip');
    const url = await into();
    await expect(restore(databaseParts, url, storeIn('other'), damaged)).rejects.toThrow();
    expect((await digestOf(url))['directory.person']).toMatch(/^0:/);
    await rm(join(damaged, 'manifest.json'));
    await expect(restore(databaseParts, url, storeIn('other'), damaged)).rejects.toThrow('holds no backup');
  });

  it('made by a newer version is refused with the name of what is unknown', async () => {
    const newer = join(folder, 'newer');
    await cp(join(folder, 'whole'), newer, { recursive: true });
    const manifest = JSON.parse((await import('node:fs')).readFileSync(join(newer, 'manifest.json'), 'utf8')) as { migrations: string[] };
    await writeFile(join(newer, 'manifest.json'), JSON.stringify({ ...manifest, migrations: [...manifest.migrations, 'FromTheFuture1999999999999'] }));
    await expect(restore(databaseParts, await into(), storeIn('other'), newer)).rejects.toThrow('FromTheFuture1999999999999');
  });

  it('wants a folder of its own', async () => {
    await expect(backUp(product.url, storeIn('live'), join(folder, 'whole'))).rejects.toThrow('not empty');
  });
});
