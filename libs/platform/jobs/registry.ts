import type { EventType } from '@skillhall/kernel';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { z } from 'zod';
import { defineJob, type JobHandler, type JobType } from './define-job.js';

/** Hears of one kind of event, once per happening at least. */
export interface EventListener<Payload = unknown> {
  readonly event: EventType<string, Payload>;
  /** Distinguishes the listeners of one event. */
  readonly listener: string;
  /** False for what it would hear for nothing: then no job is made of it. */
  concerns?(payload: Payload): boolean;
  hear(payload: Payload): Promise<void>;
}

const isHandler = (value: unknown): value is JobHandler =>
  typeof value === 'object' && value !== null && 'job' in value && 'run' in value && typeof value.run === 'function';

const isListener = (value: unknown): value is EventListener =>
  typeof value === 'object' && value !== null && 'event' in value && 'hear' in value && typeof value.hear === 'function';

/** Finds the job handlers and event listeners among the providers of all modules. */
@Injectable()
export class JobRegistry implements OnModuleInit {
  private readonly handlers = new Map<string, JobHandler>();
  private readonly listeners = new Map<string, { readonly name: string; readonly listener: EventListener }[]>();

  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    for (const { instance } of this.discovery.getProviders() as { instance: unknown }[]) {
      if (isHandler(instance)) this.add(instance);
      if (isListener(instance)) this.addListener(instance);
    }
  }

  private add(handler: JobHandler): void {
    const { name } = handler.job;
    if (this.handlers.has(name)) throw new Error(`two handlers for job ${name}`);
    this.handlers.set(name, handler);
  }

  private addListener(listener: EventListener): void {
    const name = `${listener.event.name}.${listener.listener}`;
    const job = defineJob({ name, payload: z.unknown() });
    this.add({ job, run: (payload) => listener.hear(payload) });
    this.listeners.set(listener.event.name, [...(this.listeners.get(listener.event.name) ?? []), { name, listener }]);
  }

  /** The jobs that hear of an event with this payload. */
  listenersOf(event: string, payload: unknown): string[] {
    return (this.listeners.get(event) ?? []).flatMap(({ name, listener }) => (listener.concerns?.(payload) === false ? [] : [name]));
  }

  find(name: string): JobHandler | undefined {
    return this.handlers.get(name);
  }

  scheduled(): JobType<unknown>[] {
    return [...this.handlers.values()].map(({ job }) => job).filter(({ cron }) => cron !== undefined);
  }
}
