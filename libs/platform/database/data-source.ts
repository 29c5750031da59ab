import { DataSource, type DataSourceOptions } from 'typeorm';
import { SnakeNaming } from './naming.js';

type Classes = Extract<DataSourceOptions['entities'], unknown[]>;

/** What one capability brings to the database. */
export interface DatabasePart {
  readonly entities: Classes;
  readonly migrations: Extract<DataSourceOptions['migrations'], unknown[]>;
}

/** The role every connection of the product works under; it owns nothing, so row-level security holds for it. */
export const appRole = 'skillhall_app';

export interface DataSourceSettings {
  readonly url: string;
  readonly poolSize?: number;
  readonly applicationName?: string;
  /** Connect as the owner of the tables: for migrations and backups only. */
  readonly asOwner?: boolean;
}

export function createDataSource(parts: readonly DatabasePart[], settings: DataSourceSettings): DataSource {
  const options = ['-c timezone=UTC', '-c statement_timeout=60000', ...(settings.asOwner ? [] : [`-c role=${appRole}`])];
  return new DataSource({
    type: 'postgres',
    url: settings.url,
    entities: parts.flatMap((part) => part.entities),
    migrations: parts.flatMap((part) => part.migrations),
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeNaming(),
    applicationName: settings.applicationName ?? 'skillhall',
    poolSize: settings.poolSize ?? 12,
    // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
    poolErrorHandler: () => {},
    extra: { options: (settings.asOwner ? options.filter((o) => !o.includes('statement_timeout')) : options).join(' ') },
  });
}

const migrationLock = 74_501_001;

/** Brings the database up to date; several processes may start at once, one migrates and the others wait. */
export async function migrate(parts: readonly DatabasePart[], url: string): Promise<string[]> {
  const source = await createDataSource(parts, { url, asOwner: true, poolSize: 2 }).initialize();
  const runner = source.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock($1)', [migrationLock]);
    return (await source.runMigrations()).map(({ name }) => name);
  } finally {
    await runner.query('select pg_advisory_unlock($1)', [migrationLock]).catch(() => {});
    await runner.release();
    await source.destroy();
  }
}
