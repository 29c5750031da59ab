// The product's own handing-in of what is overdue, in a process of its own: the service that the job calls each minute.
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { ProductModule } from '@skillhall/api/composition';
import { CloseAttempt } from '@skillhall/assessment/server';
import { parseConfig } from '@skillhall/platform/config';

const app = await NestFactory.createApplicationContext(ProductModule.with(parseConfig(process.env), process.env.DATABASE_URL, 'skillhall-bench'), { logger: ['error', 'fatal'], abortOnError: false });

async function run() {
  const started = performance.now();
  const closed = await app.get(CloseAttempt).closeAllOverdue();
  return { operations: closed, seconds: (performance.now() - started) / 1000 };
}

process.on('message', () => run().then((result) => process.send({ result }), (error) => process.send({ error: error.stack })));
for (const end of ['disconnect', 'SIGTERM']) process.once(end, () => app.close().finally(() => process.exit()));
process.send('listening');
