import type { DomainEvent } from '@skillhall/kernel';
import { Injectable } from '@nestjs/common';
import { afterCommit, type Transaction } from '../database/index.js';
import type { JobType } from './define-job.js';

export interface OutboxRow {
  readonly id: string;
  readonly kind: 'event' | 'job';
  readonly name: string;
  readonly key: string;
  readonly payload: unknown;
  readonly runAt: Date | null;
}

const insert = `insert into platform.outbox (kind, name, key, payload, run_at) values ($1, $2, $3, $4, $5)`;
const insertEvents = `insert into platform.outbox (kind, name, key, payload) select 'event', * from unnest($1::text[], $2::text[], $3::jsonb[])`;

/**
 * Work and news are written down in the transaction of the change itself and carried to the queue afterwards,
 * so that neither exists without the other, whichever queue is configured.
 */
@Injectable()
export class Outbox {
  private wake: () => void = () => {};

  /** Who carries the rows to the queue, called after each commit that wrote some. */
  onCommitted(wake: () => void): void {
    this.wake = wake;
  }

  /** Asks for a job; two requests with one `key` are done once. */
  async enqueue<P>(tx: Transaction, job: JobType<P>, key: string, payload: P, runAt: Date | null = null): Promise<void> {
    await this.write(tx, 'job', job.name, key, job.payload.parse(payload), runAt);
  }

  /** Tells of something that happened; `key` names the happening, for example the id of what changed. */
  async publish(tx: Transaction, event: DomainEvent, key: string): Promise<void> {
    await this.write(tx, 'event', event.name, key, event.payload, null);
  }

  /** Many happenings in one statement. */
  async publishAll(tx: Transaction, happenings: readonly { readonly event: DomainEvent; readonly key: string }[]): Promise<void> {
    if (!happenings.length) return;
    await tx.query(insertEvents, [happenings.map(({ event }) => event.name), happenings.map(({ key }) => key), happenings.map(({ event }) => JSON.stringify(event.payload))]);
    afterCommit(tx, () => this.wake());
  }

  private async write(tx: Transaction, kind: OutboxRow['kind'], name: string, key: string, payload: unknown, runAt: Date | null): Promise<void> {
    await tx.query(insert, [kind, name, key, JSON.stringify(payload), runAt]);
    afterCommit(tx, () => this.wake());
  }
}
