export { defineJob, type JobContext, type JobHandler, type JobType } from './define-job.js';
export { Outbox, type OutboxRow } from './outbox.js';
export { DATABASE_ADDRESS, JobQueue } from './queue.js';
export { JobRegistry, type EventListener } from './registry.js';
export { OutboxRelay } from './relay.js';
export { JobRunner } from './runner.js';
export { JobsModule } from './jobs.module.js';
