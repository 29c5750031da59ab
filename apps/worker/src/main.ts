import { databaseParts, ProductModule } from '@skillhall/api/composition';
import { parseConfig } from '@skillhall/platform/config';
import { databaseFor, migrate } from '@skillhall/platform/database';
import { createHttpApp, endWithParent, startFailure } from '@skillhall/platform/http';
import { JobRunner } from '@skillhall/platform/jobs';

/** The same modules as the API; its port answers health and metrics, and is not for people. */
async function main(): Promise<void> {
  endWithParent();
  const config = { ...parseConfig(process.env), WEB_ROOT: undefined };
  const database = await databaseFor(config, (sentence) => console.error(sentence));
  await migrate(databaseParts, database.url);
  const app = await createHttpApp(ProductModule.with(config, database.url, 'skillhall-worker'), config);
  app.enableShutdownHooks();
  await app.listen(config.WORKER_HEALTH_PORT, config.HOST);
  await app.get(JobRunner).start();
  process.send?.('listening');
}

main().catch((error: unknown) => {
  console.error(startFailure(error));
  process.exitCode = 1;
  setTimeout(() => process.exit(1), 500).unref();
});
