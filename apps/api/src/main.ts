import { ConfigError, parseConfig } from '@skillhall/platform/config';
import { databaseFor, migrate } from '@skillhall/platform/database';
import { createHttpApp, endWithParent } from '@skillhall/platform/http';
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
  const { code, port, message } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') console.error(`Port ${port} is in use by another program. Stop it, or choose another port with PORT=….`);
  else console.error(error instanceof ConfigError ? `The configuration is not right:\n${message}` : error);
  process.exitCode = 1;
  setTimeout(() => process.exit(1), 500).unref();
});
