import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/index.js';
import { Outbox, type OutboxRow } from './outbox.js';
import { JobQueue, type QueuedJob } from './queue.js';
import { JobRegistry } from './registry.js';

const take = `delete from platform.outbox where id in (
    select id from platform.outbox order by id limit 500 for update skip locked)
  returning id, kind, name, key, payload, run_at as "runAt"`;

/** Carries what was written in the outbox to the queue; job ids are keyed, so carrying twice does no harm. */
@Injectable()
export class OutboxRelay implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger('outbox');
  private running: Promise<void> | undefined;
  private again = false;
  private sweeper: NodeJS.Timeout | undefined;

  constructor(
    private readonly outbox: Outbox,
    private readonly database: Database,
    private readonly registry: JobRegistry,
    private readonly queue: JobQueue,
  ) {}

  onModuleInit(): void {
    this.outbox.onCommitted(() => this.wake());
  }

  /** Also carries what a process that died left behind. */
  sweepEvery(milliseconds: number): void {
    this.sweeper = setInterval(() => this.wake(), milliseconds);
    this.sweeper.unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.sweeper);
    await this.running;
  }

  wake(): void {
    this.again = true;
    this.running ??= this.drain().finally(() => {
      this.running = undefined;
      if (this.again) this.wake();
    });
  }

  private async drain(): Promise<void> {
    try {
      while (this.again) {
        this.again = false;
        if ((await this.carry()) > 0) this.again = true;
      }
    } catch (error) {
      // The rows stay; the sweep of the worker tries again.
      this.again = false;
      this.logger.warn(`outbox not carried: ${(error as Error).message}`);
    }
  }

  private carry(): Promise<number> {
    return this.handOver((jobs) => this.queue.add(jobs));
  }

  /** Takes rows out and hands over what is to be done for them; they stay if that fails. Answers how many. */
  handOver(receive: (jobs: readonly QueuedJob[]) => Promise<void>): Promise<number> {
    return this.database.asSystem('the outbox belongs to no unit', async (tx) => {
      const [rows] = (await tx.query(take)) as [OutboxRow[], number];
      const jobs = rows.toSorted((a, b) => Number(a.id) - Number(b.id)).flatMap((row) => this.jobsOf(row));
      if (jobs.length) await receive(jobs);
      return rows.length;
    });
  }

  /** What is to be done for one row: the job itself, or one job for each listener of the event. */
  private jobsOf({ kind, name, key, payload, runAt }: OutboxRow): QueuedJob[] {
    const names = kind === 'job' ? [name] : this.registry.listenersOf(name, payload);
    return names.map((job) => ({ name: job, key, payload, runAt, attempts: this.registry.find(job)?.job.attempts ?? 5 }));
  }
}
