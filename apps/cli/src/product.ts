import type { INestApplicationContext } from '@nestjs/common';
import type { RunningDatabase } from '@skillhall/platform/database';
import { CommandFailure } from './failure.js';

const notice = (sentence: string): void => console.error(sentence);

/** The configured database, started if need be and, unless told otherwise, up to date, for the time of `work`. */
export async function withDatabase<T>(work: (database: RunningDatabase) => Promise<T>, { migrated = true } = {}): Promise<T> {
  const [{ ConfigError, parseConfig }, { databaseFor, EmbeddedPostgresError, migrate, NoBinariesError }, { databaseParts }] = await Promise.all([
    import('@skillhall/platform/config'),
    import('@skillhall/platform/database'),
    import('@skillhall/api/composition'),
  ]);
  let database: RunningDatabase | undefined;
  try {
    database = await databaseFor(parseConfig(process.env), notice);
    if (migrated) await migrate(databaseParts, database.url);
    return await work(database);
  } catch (error) {
    if (error instanceof ConfigError || error instanceof EmbeddedPostgresError || error instanceof NoBinariesError) throw new CommandFailure(error.message);
    if ((error as NodeJS.ErrnoException).code === 'ECONNREFUSED') throw new CommandFailure('The database of DATABASE_URL does not answer.');
    throw error;
  } finally {
    await database?.stop();
  }
}

/** The product's modules without a port, for the time of `work`. */
export function withProduct<T>(work: (app: INestApplicationContext) => Promise<T>): Promise<T> {
  return withDatabase(async ({ url }) => {
    const [{ NestFactory }, { parseConfig }, { ProductModule }] = await Promise.all([import('@nestjs/core'), import('@skillhall/platform/config'), import('@skillhall/api/composition')]);
    const app = await NestFactory.createApplicationContext(ProductModule.with(parseConfig(process.env), url, 'skillhall-cli'), { logger: ['error', 'fatal'], abortOnError: false });
    try {
      return await work(app);
    } finally {
      await app.close();
    }
  });
}
