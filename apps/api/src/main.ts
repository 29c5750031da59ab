import { parseConfig } from '@skillhall/platform/config';
import { databaseFor, migrate } from '@skillhall/platform/database';
import { createHttpApp, endWithParent, startFailure } from '@skillhall/platform/http';
import { databaseParts, ProductModule } from './composition.js';

async function main(): Promise<void> {
  endWithParent();
  const config = parseConfig(process.env);
  const database = await databaseFor(config, (sentence) => console.error(sentence));
  await migrate(databaseParts, database.url);
  const app = await createHttpApp(ProductModule.with(config, database.url, 'skillhall-api'), config);
  app.enableShutdownHooks();
  await app.listen(config.PORT, config.HOST);
  process.send?.('listening');
}

main().catch((error: unknown) => {
  console.error(startFailure(error));
  process.exitCode = 1;
  setTimeout(() => process.exit(1), 500).unref();
});
