import { Controller, Get, Headers, Inject, NotFoundException, Req, Res, ServiceUnavailableException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash, timingSafeEqual } from 'node:crypto';
import { Public } from '../access/decorators.js';
import { CONFIG, type Config } from '../config/index.js';
import { Database } from '../database/index.js';
import { Readiness } from './readiness.js';
import { Metrics } from './metrics.js';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const same = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));

@Controller()
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly readiness: Readiness,
    private readonly metrics: Metrics,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Public('tells only that the process lives')
  @Get('healthz')
  alive(): { status: string } {
    return { status: 'ok' };
  }

  @Public('tells a load balancer whether to send requests here')
  @Get('readyz')
  async ready(): Promise<{ status: string }> {
    const database = await this.database.ping().then(() => true, () => false);
    if (!database || this.readiness.draining) throw new ServiceUnavailableException({ status: this.readiness.draining ? 'draining' : 'no database' });
    return { status: 'ok' };
  }

  @Public('guarded here: this machine alone, or a token')
  @Get('metrics')
  async read(@Req() request: FastifyRequest, @Headers('authorization') authorization: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { METRICS_TOKEN: token, TRUST_PROXY: proxied } = this.config;
    const local = !proxied && ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.socket.remoteAddress ?? '');
    const allowed = token ? same(authorization ?? '', `Bearer ${token}`) : local;
    if (!allowed) throw new NotFoundException();
    reply.header('content-type', this.metrics.registry.contentType);
    return this.metrics.registry.metrics();
  }
}
