import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { matchLocale, newId } from '@skillhall/kernel';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { pino, type Logger } from 'pino';
import { sessionToken } from '../access/cookie.js';
import { Sessions } from '../access/sessions.js';
import type { Config } from '../config/index.js';
import { answerKnown, Operations } from '../graphql/index.js';
import { Metrics, NestLogger } from '../observability/index.js';
import { FailureLog } from './failure-log.js';
import { securityHeaders } from './security-headers.js';
import { serveWeb } from './serve-web.js';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);
/** Headers that may carry who somebody is. */
const secretHeaders = ['req.headers.authorization', 'req.headers.cookie', 'res.headers["set-cookie"]'];

export const createLogger = (config: Config): Logger => pino({ level: config.LOG_LEVEL, redact: secretHeaders });

/** A write must come from our own pages: same origin, and a header that no form of another page can set. */
function refuseForeignWrites(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  if (safeMethods.has(request.method)) return done();
  const { origin } = request.headers;
  const foreign = origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== request.host);
  const unmarked = !request.url.startsWith('/graphql') && request.headers['x-skillhall-request'] === undefined;
  if (foreign || unmarked) void reply.code(403).send({ statusCode: 403, message: 'This request did not come from our own pages.' });
  else done();
}

/** Ids that no other process nor an earlier run of this one gives: where the process began, and a count. */
function requestIdsOfThisProcess(): () => string {
  const [start, count] = [newId(), { given: 0 }];
  return () => `${start}-${(++count.given).toString(36)}`;
}

function addRequestHooks(server: FastifyInstance, app: NestFastifyApplication, config: Config): void {
  const [sessions, metrics, headers] = [app.get(Sessions), app.get(Metrics), securityHeaders(config.PUBLIC_URL?.startsWith('https') ?? false)];
  server.decorateRequest('actor', null);
  server.decorateRequest('sessionId', null);
  server.decorateRequest('mustChangePassword', false);
  server.decorateRequest('locale', 'zh-CN');
  server.addHook('onRequest', (request, reply, done) => {
    void reply.headers(headers).header('x-request-id', request.id);
    done();
  });
  server.addHook('onRequest', refuseForeignWrites);
  server.addHook('preHandler', async (request) => {
    const token = sessionToken(request);
    const session = token ? await sessions.resolve(token) : null;
    request.actor = session?.actor ?? null;
    request.sessionId = session?.sessionId ?? null;
    request.mustChangePassword = session?.mustChangePassword ?? false;
    const asked = request.headers['x-skillhall-locale'];
    request.locale = matchLocale((typeof asked === 'string' && asked) || session?.locale || request.headers['accept-language']);
  });
  server.addHook('preHandler', answerKnown(app.get(Operations), config.GRAPHQL_MAX_COST));
  server.addHook('onResponse', (request, reply, done) => {
    const labels = { method: request.method, route: request.routeOptions.url ?? 'none', status: String(reply.statusCode) };
    metrics.requests.observe(labels, reply.elapsedTime / 1000);
    done();
  });
}

async function addPlugins(server: FastifyInstance, config: Config): Promise<void> {
  await server.register(cookie);
  await server.register(multipart, { limits: { fileSize: config.UPLOAD_MAX_BYTES, files: 1, fields: 5 }, throwFileSizeLimit: true });
}

/** The application behind one port: GraphQL, files, health, and the pages where they have been built. */
export async function createHttpApp(module: Type<unknown> | DynamicModule, config: Config): Promise<NestFastifyApplication> {
  const logger = createLogger(config);
  const adapter = new FastifyAdapter({
    loggerInstance: logger as never,
    logController: new LogController({ disableRequestLogging: config.LOG_LEVEL !== 'debug' }),
    trustProxy: config.TRUST_PROXY,
    bodyLimit: 1024 * 1024,
    genReqId: requestIdsOfThisProcess(),
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, { logger: new NestLogger(logger), abortOnError: false });
  const server = adapter.getInstance() as unknown as FastifyInstance;
  app.useGlobalFilters(new FailureLog(adapter));
  addRequestHooks(server, app, config);
  await addPlugins(server, config);
  if (config.WEB_ROOT) await serveWeb(server, config.WEB_ROOT);
  return app;
}
