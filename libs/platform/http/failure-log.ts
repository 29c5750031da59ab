import { type ArgumentsHost, Catch } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { withRequestId } from '../observability/index.js';

/** Lets what a controller did not expect be logged under the id of its request; GraphQL tells of its failures itself. */
@Catch()
export class FailureLog extends BaseExceptionFilter {
  override catch(failure: unknown, host: ArgumentsHost): void {
    if (host.getType<'http' | 'graphql'>() !== 'http') throw failure;
    withRequestId(host.switchToHttp().getRequest<FastifyRequest>().id, () => super.catch(failure, host));
  }
}
