import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { type DatabasePart, migrate } from '../database/index.js';

export interface TestDatabase {
  readonly url: string;
  readonly drop: () => Promise<void>;
}

function serverUrl(): string {
  const url = process.env['SKILLHALL_TEST_DATABASE_URL'];
  if (!url) throw new Error('Tests that query run in the Jest projects db and api, which start a server.');
  return url;
}

const named = (url: string, database: string): string => Object.assign(new URL(url), { pathname: `/${database}` }).href;

async function withAdmin<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Migrates one template for these migrations; test files that start together wait for the first. */
async function templateFor(parts: readonly DatabasePart[]): Promise<string> {
  const sources = parts.flatMap(({ migrations }) => migrations.map(String)).join('\n');
  const template = `template_${createHash('sha256').update(sources).digest('hex').slice(0, 16)}`;
  await withAdmin(async (client) => {
    await client.query('select pg_advisory_lock(74501003)');
    const found = await client.query('select from pg_database where datname = $1', [template]);
    if (found.rowCount) return;
    const growing = `${template}_growing`;
    await client.query(`drop database if exists ${growing}`);
    await client.query(`create database ${growing}`);
    await migrate(parts, named(serverUrl(), growing));
    await client.query(`alter database ${growing} rename to ${template}`);
  });
  return template;
}

/** A fresh, migrated database of a test file's own. */
export async function createTestDatabase(parts: readonly DatabasePart[]): Promise<TestDatabase> {
  const template = await templateFor(parts);
  const name = `test_${randomBytes(6).toString('hex')}`;
  await withAdmin((client) => client.query(`create database ${name} template ${template}`));
  return {
    url: named(serverUrl(), name),
    drop: () => withAdmin((client) => client.query(`drop database ${name} with (force)`)).then(() => {}),
  };
}

/** An empty database, for tests of the migrations themselves. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  const name = `empty_${randomBytes(6).toString('hex')}`;
  await withAdmin((client) => client.query(`create database ${name}`));
  return {
    url: named(serverUrl(), name),
    drop: () => withAdmin((client) => client.query(`drop database ${name} with (force)`)).then(() => {}),
  };
}
