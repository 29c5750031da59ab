// The product's own import, in a process of its own: the same ImportRunner that the worker and the command use.
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { ProductModule } from '@skillhall/api/composition';
import { parseConfig } from '@skillhall/platform/config';
import { ImportRunner } from '@skillhall/platform/imports';

const app = await NestFactory.createApplicationContext(ProductModule.with(parseConfig(process.env), process.env.DATABASE_URL, 'skillhall-bench'), { logger: ['error', 'fatal'], abortOnError: false });

async function run({ kind, path, dryRun }) {
  const started = performance.now();
  let merging = 0;
  const outcome = await app.get(ImportRunner).run({ kind, path, fileName: 'staff.xlsx', dryRun, actor: null, locale: 'zh-CN', onProgress: ({ stage }) => stage === 'merging' && (merging = performance.now()) });
  const ended = performance.now();
  return { seconds: (ended - started) / 1000, read: (merging - started) / 1000, merge: (ended - merging) / 1000, counts: outcome.counts, rejected: outcome.rejected.length, failure: outcome.failure };
}

process.on('message', (order) => run(order).then((result) => process.send({ result }), (error) => process.send({ error: error.stack })));
for (const end of ['disconnect', 'SIGTERM']) process.once(end, () => app.close().finally(() => process.exit()));
process.send('listening');
