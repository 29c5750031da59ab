import { ConfigError } from '../config/index.js';
import { EmbeddedPostgresError, NoBinariesError } from '../database/index.js';

const unreachable = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH']);

/** What kept a server from starting: a sentence where a person can put it right, else the error itself. */
export function startFailure(error: unknown): unknown {
  if (error instanceof ConfigError) return `The configuration is not right:\n${error.message}`;
  if (error instanceof EmbeddedPostgresError || error instanceof NoBinariesError) return error.message;
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} is in use by another program. Stop it, or choose another port with PORT=… (WORKER_HEALTH_PORT=… for the worker).`;
  if (code && unreachable.has(code)) return `The database of DATABASE_URL does not answer (${code}).`;
  return error;
}
