import type { Config } from '../config/index.js';
import { startEmbeddedPostgres } from './embedded/cluster.js';

export interface RunningDatabase {
  readonly url: string;
  readonly embedded: boolean;
  readonly stop: () => Promise<void>;
}

/** The configured server, or the embedded one, started if it does not run yet. */
export async function databaseFor(config: Config, onNotice?: (sentence: string) => void): Promise<RunningDatabase> {
  if (config.DATABASE_URL) return { url: config.DATABASE_URL, embedded: false, stop: async () => {} };
  const { url, stop } = await startEmbeddedPostgres({ dataFolder: config.dataFolder, ...(onNotice && { onNotice }) });
  return { url, embedded: true, stop };
}
