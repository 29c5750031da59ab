import { isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';

const text = z.string().trim().min(1);
const flag = z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1');
const count = (fallback: number) => z.coerce.number().int().positive().default(fallback);

const schema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  /** Where the embedded database, its log and uploaded files live. */
  SKILLHALL_DATA: text.default('.data'),
  /** A PostgreSQL of your own (15 or newer); without it the embedded one is used. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_POOL: count(12),
  /** Connections kept for sessions, sign-ins and papers that are being sat, besides those of the pool. */
  DATABASE_KEPT: count(4),
  /** Redis or Valkey for the job queue; without it the queue lives in PostgreSQL. */
  QUEUE_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  WORKER_CONCURRENCY: count(4),
  /** How long jobs of a worker that died wait before another does them. */
  WORKER_LOCK_SECONDS: count(30),
  HOST: text.default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(8090),
  WORKER_HEALTH_PORT: z.coerce.number().int().min(0).max(65535).default(8091),
  /** The address people use; needed behind a proxy and for OIDC. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUST_PROXY: flag.default(false),
  WEB_ROOT: text.optional(),
  TIME_ZONE: text.default('Asia/Shanghai'),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
  /** Bearer token for /metrics from elsewhere; without it only this machine may read them. */
  METRICS_TOKEN: text.min(16).optional(),
  SESSION_IDLE_MINUTES: count(8 * 60),
  SESSION_DAYS: count(30),
  /** Demo sign-ins are shown on the sign-in page; never in production. */
  DEMO: flag.default(false),
  FILES_S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  FILES_S3_BUCKET: text.optional(),
  FILES_S3_REGION: text.default('us-east-1'),
  FILES_S3_ACCESS_KEY_ID: text.optional(),
  FILES_S3_SECRET_ACCESS_KEY: text.optional(),
  UPLOAD_MAX_BYTES: count(200 * 1024 * 1024),
  /** Days for which uploaded files, and what was wrong with their rows, are kept. */
  FILE_RETENTION_DAYS: count(30),
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: text.optional(),
  OIDC_CLIENT_SECRET: text.optional(),
  OIDC_LABEL: text.default('统一身份认证'),
  /** The claim that holds the staff number or sign-in name. */
  OIDC_LOGIN_CLAIM: text.default('preferred_username'),
  GRAPHQL_MAX_DEPTH: count(12),
  GRAPHQL_MAX_COST: count(5000),
  GRAPHQL_MAX_ALIASES: count(20),
  GRAPHQL_MAX_TOKENS: count(2000),
});

type Parsed = z.infer<typeof schema>;
export interface Config extends Parsed {
  /** Absolute data folder. */
  readonly dataFolder: string;
}

export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Reads the configuration once at start; every mistake is named in one message. */
export function parseConfig(environment: NodeJS.ProcessEnv, workingFolder: string = process.cwd()): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success)
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'));
  const config = parsed.data;
  const together = (names: (keyof Parsed)[]): void => {
    const missing = names.filter((name) => config[name] === undefined);
    if (missing.length && missing.length < names.length)
      throw new ConfigError(`${missing.join(', ')}: needed together with ${names.filter((n) => !missing.includes(n)).join(', ')}`);
  };
  together(['FILES_S3_ENDPOINT', 'FILES_S3_BUCKET', 'FILES_S3_ACCESS_KEY_ID', 'FILES_S3_SECRET_ACCESS_KEY']);
  together(['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']);
  if (config.OIDC_ISSUER && !config.PUBLIC_URL) throw new ConfigError('PUBLIC_URL: needed together with OIDC_ISSUER');
  if (config.NODE_ENV === 'production' && config.DEMO) throw new ConfigError('DEMO: not allowed in production');
  const folder = config.SKILLHALL_DATA;
  return { ...config, dataFolder: isAbsolute(folder) ? folder : resolve(join(workingFolder, folder)) };
}
