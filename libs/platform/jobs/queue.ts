import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Queue, Worker, withBackend, createPostgresBackend, runMigrations, type ConnectionOptions } from 'bullmq';
import pg from 'pg';
import { CONFIG, type Config } from '../config/index.js';

/** Address of the database that also carries the queue. */
export const DATABASE_ADDRESS = Symbol('database-address');

const queueName = 'skillhall';
const kept = { removeOnComplete: { age: 24 * 3600 }, removeOnFail: { age: 14 * 24 * 3600 } };

export interface QueuedJob {
  readonly name: string;
  readonly key: string;
  readonly payload: unknown;
  readonly attempts: number;
  readonly runAt: Date | null;
}

export type Process = (name: string, payload: unknown, attempt: number) => Promise<void>;

/** BullMQ over PostgreSQL, or over Redis/Valkey where QUEUE_URL names one. */
@Injectable()
export class JobQueue implements OnModuleDestroy {
  private readonly logger = new Logger('jobs');
  private queue: Promise<Queue> | undefined;
  private worker: Worker | undefined;
  private pool: pg.Pool | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE_ADDRESS) private readonly address: string,
  ) {}

  async add(jobs: readonly QueuedJob[]): Promise<void> {
    const queue = await this.open();
    await queue.addBulk(
      jobs.map(({ name, key, payload, attempts, runAt }) => ({
        name,
        data: payload,
        opts: {
          ...kept,
          jobId: `${name}-${key}`.replaceAll(':', '-'),
          attempts,
          backoff: { type: 'exponential', delay: 1000 },
          ...(runAt && { delay: Math.max(0, runAt.getTime() - Date.now()) }),
        },
      })),
    );
  }

  async schedule(name: string, cron: string): Promise<void> {
    const queue = await this.open();
    await queue.upsertJobScheduler(name, { pattern: cron, tz: this.config.TIME_ZONE }, { name, data: {}, opts: kept });
  }

  async work(process: Process): Promise<void> {
    await this.open();
    const { connection, Worker: WorkerClass } = this.backend();
    this.worker = new WorkerClass(queueName, (job) => process(job.name, job.data, job.attemptsMade + 1), {
      connection,
      concurrency: this.config.WORKER_CONCURRENCY,
      lockDuration: this.config.WORKER_LOCK_SECONDS * 1000,
      stalledInterval: this.config.WORKER_LOCK_SECONDS * 1000,
      // A worker may die of something else; a job during which three have died is not tried again.
      maxStalledCount: 2,
    });
    this.worker.on('error', (error) => this.logger.warn(`worker: ${error.message}`));
    this.worker.on('failed', (job, error) => this.logger.error(`job ${job?.name} ${job?.id} failed: ${error.message}`, error.stack));
  }

  /** How many jobs wait or failed, for the metrics. */
  async counts(): Promise<Record<string, number>> {
    return (await this.open()).getJobCounts('waiting', 'active', 'delayed', 'failed');
  }

  async onModuleDestroy(): Promise<void> {
    await this.worker?.close();
    await (await this.queue)?.close();
    // The workers' last checks still use the pool; it ends after them.
    await this.pool?.end();
  }

  private open(): Promise<Queue> {
    return (this.queue ??= this.connect());
  }

  private async connect(): Promise<Queue> {
    const { connection, Queue: QueueClass } = this.backend();
    if (this.pool) {
      const client = await this.pool.connect();
      try {
        await client.query('create schema if not exists bullmq');
        await runMigrations(client, 'bullmq');
      } finally {
        client.release();
      }
    }
    const queue = new QueueClass(queueName, { connection });
    queue.on('error', (error) => this.logger.warn(`queue: ${error.message}`));
    return queue;
  }

  private backend(): { connection: ConnectionOptions; Queue: typeof Queue; Worker: typeof Worker } {
    const { QUEUE_URL: url } = this.config;
    if (url) return { connection: { url, maxRetriesPerRequest: null }, Queue, Worker };
    if (!this.pool) {
      this.pool = new pg.Pool({ connectionString: this.address, max: 10, options: '-c search_path=bullmq,public' });
      // Idle or at work, a connection that breaks must not end the process.
      this.pool.on('error', () => {}).on('connect', (client) => client.on('error', () => {}));
    }
    // The classes bound to PostgreSQL behave as the plain ones; only their connection is of another type.
    return { connection: this.pool, ...withBackend(createPostgresBackend) } as unknown as ReturnType<JobQueue['backend']>;
  }
}
