import { Injectable, Logger } from '@nestjs/common';
import { OutboxRelay } from './relay.js';
import { JobQueue } from './queue.js';
import { JobRegistry } from './registry.js';

/** Does the jobs; only the worker process starts it. */
@Injectable()
export class JobRunner {
  private readonly logger = new Logger('jobs');

  constructor(
    private readonly registry: JobRegistry,
    private readonly queue: JobQueue,
    private readonly relay: OutboxRelay,
  ) {}

  async start(): Promise<void> {
    for (const { name, cron } of this.registry.scheduled()) await this.queue.schedule(name, cron!);
    await this.queue.work((name, payload, attempt) => this.run(name, payload, attempt));
    this.relay.sweepEvery(1000);
    this.relay.wake();
  }

  async run(name: string, payload: unknown, attempt: number): Promise<void> {
    const handler = this.registry.find(name);
    if (!handler) throw new Error(`no handler for job ${name}`);
    const started = performance.now();
    await handler.run(handler.job.payload.parse(payload), { attempt });
    this.logger.log(`${name} done in ${Math.round(performance.now() - started)} ms`);
  }
}
