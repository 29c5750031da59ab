import type { z } from 'zod';

/** A kind of background work: its name, the shape of what it is handed (ids, never whole things), its rhythm. */
export interface JobType<Payload> {
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
  /** A cron pattern (in the configured zone) for work that starts by the clock; its payload is `{}`. */
  readonly cron?: string;
  readonly attempts: number;
}

export const defineJob = <Payload>(job: {
  name: string;
  payload: z.ZodType<Payload>;
  cron?: string;
  attempts?: number;
}): JobType<Payload> => ({ attempts: 5, ...job });

export interface JobContext {
  /** 1 at first, more when the job is repeated after a failure. */
  readonly attempt: number;
}

/** Does the work of one kind of job. It may run twice: the effects must be keyed. */
export interface JobHandler<Payload = unknown> {
  readonly job: JobType<Payload>;
  run(payload: Payload, context: JobContext): Promise<void>;
}

