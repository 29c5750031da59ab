import { databaseParts } from '@skillhall/api/composition';
import { createDataSource } from '@skillhall/platform/database';
import { createEmptyDatabase, type TestDatabase } from '@skillhall/platform/testing';
import type { DataSource } from 'typeorm';

let database: TestDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await createEmptyDatabase();
  source = await createDataSource(databaseParts, { url: database.url, asOwner: true, poolSize: 2 }).initialize();
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

const ours = `n.nspname !~ '^(pg_|information_schema)' and n.nspname <> 'public'`;
/** Everything that migrations make, as text to compare. */
const catalogue: Record<string, string> = {
  columns: `select format('%s.%s.%s %s %s %s %s', n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, coalesce(pg_get_expr(d.adbin, d.adrelid), ''), a.attcollation::regcollation) as line
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'v') and ${ours}`,
  constraints: `select format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(k.oid)) as line from pg_constraint k join pg_namespace n on n.oid = k.connamespace where ${ours}`,
  indexes: `select pg_get_indexdef(i.indexrelid) as line from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace where ${ours}`,
  functions: `select pg_get_functiondef(p.oid) as line from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${ours}`,
  triggers: `select pg_get_triggerdef(t.oid) as line from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace where not t.tgisinternal and ${ours}`,
  policies: `select format('%s.%s %s %s %s %s', schemaname, tablename, policyname, cmd, qual, with_check) as line from pg_policies`,
  walls: `select format('%s %s', c.oid::regclass, c.relrowsecurity) as line from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and ${ours}`,
  rights: `select format('%s %s %s', c.oid::regclass, c.relkind, c.relacl) as line from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${ours}`,
};

async function snapshot(): Promise<Record<string, string[]>> {
  const lines: Record<string, string[]> = {};
  for (const [kind, sql] of Object.entries(catalogue)) lines[kind] = ((await source.query(sql)) as { line: string }[]).map(({ line }) => line).sort();
  return lines;
}

async function downToNothing(): Promise<void> {
  for (let left = source.migrations.length; left > 0; left--) await source.undoLastMigration();
}

describe('the migrations', () => {
  it('lead up, down to nothing, and up again to the same database', async () => {
    await source.runMigrations();
    const first = await snapshot();
    expect(first['columns']!.length).toBeGreaterThan(100);
    expect(first['policies']!.length).toBeGreaterThan(10);
    await downToNothing();
    for (const [kind, lines] of Object.entries(await snapshot())) expect({ kind, lines }).toEqual({ kind, lines: [] });
    await source.runMigrations();
    expect(await snapshot()).toEqual(first);
  });

  it('agree with the entities about every column', async () => {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    const drift = upQueries.map(({ query }) => query).filter((query) => /create table|column/i.test(query));
    expect(drift).toEqual([]);
  });

  it('wall off every table that belongs to a unit or a person', async () => {
    const open = (await source.query(`select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and ${ours} and not c.relrowsecurity and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname in ('unit_path', 'person_id'))
        and has_table_privilege('skillhall_app', c.oid, 'select')`)) as { name: string }[];
    expect(open.map(({ name }) => name)).toEqual([]);
  });
});
