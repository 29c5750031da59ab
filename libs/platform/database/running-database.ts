import type { Config } from '../config/index.js';
import { startEmbeddedPostgres } from './embedded/cluster.js';

export interface RunningDatabase {
  readonly url: string;
  readonly embedded: boolean;
  /** Whether this call started the embedded server; false where it ran already and is shared. */
  readonly started: boolean;
  /** Process number of the embedded server. */
  readonly pid?: number;
  /** Resolves when the embedded server has ended. */
  readonly ended?: Promise<void>;
  /** Lets go of the embedded server, which ends with the last that does. */
  readonly stop: () => Promise<void>;
}

/** The configured server, or the embedded one: started if it does not run yet, shared if it does. */
export async function databaseFor(config: Config, onNotice?: (sentence: string) => void): Promise<RunningDatabase> {
  if (config.DATABASE_URL) return { url: config.DATABASE_URL, embedded: false, started: false, stop: async () => {} };
  const server = await startEmbeddedPostgres({ dataFolder: config.dataFolder, ...(onNotice && { onNotice }) });
  return { embedded: true, ...server };
}
