import { type DynamicModule, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Outbox } from './outbox.js';
import { DATABASE_ADDRESS, JobQueue } from './queue.js';
import { JobRegistry } from './registry.js';
import { OutboxRelay } from './relay.js';
import { JobRunner } from './runner.js';

@Module({})
export class JobsModule {
  static with(databaseAddress: string): DynamicModule {
    return {
      module: JobsModule,
      global: true,
      imports: [DiscoveryModule],
      providers: [{ provide: DATABASE_ADDRESS, useValue: databaseAddress }, Outbox, JobQueue, JobRegistry, OutboxRelay, JobRunner],
      exports: [DATABASE_ADDRESS, Outbox, JobQueue, JobRegistry, OutboxRelay, JobRunner],
    };
  }
}
