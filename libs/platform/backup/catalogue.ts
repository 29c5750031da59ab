import type { Client } from 'pg';

export interface TableShape {
  /** `schema.table`, as the database quotes it. */
  readonly name: string;
  readonly columns: readonly string[];
}

/** Ledgers of migrations belong to the code, counters to the moment. */
const leftOut = ['public.schema_migration', 'platform.rate_limit'];

const tables = `select c.oid::regclass::text as name,
    (select array_agg(quote_ident(a.attname) order by a.attnum) from pg_attribute a
     where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)'
    and not (n.nspname || '.' || c.relname = any($1)) and not (n.nspname = 'bullmq' and c.relname ~ 'migration')
  order by 1`;

const references = `select distinct conrelid::regclass::text as "from", confrelid::regclass::text as "to"
  from pg_constraint where contype = 'f' and conrelid <> confrelid`;

/** Every table that holds the product's data, those that are referred to before those that refer. */
export async function tablesInOrder(client: Client): Promise<TableShape[]> {
  await client.query(`set search_path = ''`);
  const found = new Map((await client.query<TableShape>(tables, [leftOut])).rows.map((table) => [table.name, table]));
  const links = (await client.query<{ from: string; to: string }>(references)).rows;
  const done = new Set<string>();
  const visit = (name: string, way: readonly string[]): void => {
    if (done.has(name)) return;
    if (way.includes(name)) throw new Error(`tables refer to each other in a circle: ${[...way, name].join(' → ')}`);
    for (const link of links) if (link.from === name && found.has(link.to)) visit(link.to, [...way, name]);
    done.add(name);
  };
  for (const name of found.keys()) visit(name, []);
  return [...done].map((name) => found.get(name)!);
}

const sequences = `select quote_ident(schemaname) || '.' || quote_ident(sequencename) as name, last_value::text as value
  from pg_sequences where last_value is not null and schemaname !~ '^pg_'`;

export const sequenceValues = async (client: Client): Promise<{ name: string; value: string }[]> => (await client.query<{ name: string; value: string }>(sequences)).rows;
