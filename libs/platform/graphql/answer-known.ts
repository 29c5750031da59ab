import type { FastifyReply, FastifyRequest } from 'fastify';
import { RequestContext } from './context.js';
import type { KnownOperation, Operations, Variables } from './operations.js';

interface Asked {
  readonly query?: unknown;
  readonly operationName?: unknown;
  readonly variables?: unknown;
}

const plainAccept = new Set<string | undefined>([undefined, '*/*', 'application/json']);
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const jsonType = 'application/json; charset=utf-8';

/** Requests of the plainest kind; what is asked for in another way goes through Apollo. */
function plainlyAsked({ method, body, headers, routeOptions }: FastifyRequest): Asked | undefined {
  if (method !== 'POST' || routeOptions.url !== '/graphql' || !isRecord(body) || 'extensions' in body) return undefined;
  return headers['content-type']?.startsWith('application/json') && plainAccept.has(headers.accept) ? body : undefined;
}

function knownOperation(operations: Operations, { query, operationName }: Asked): KnownOperation | undefined {
  const named = typeof operationName === 'string';
  return typeof query === 'string' && (named || operationName == null) ? operations.find(query, named ? operationName : undefined) : undefined;
}

/**
 * A hook that answers what has been asked before: a document that Apollo has parsed, checked and compiled once is run
 * straight, with the same answer, for a third of the CPU. Session and cost belong to the request and are looked at each time.
 */
export const answerKnown =
  (operations: Operations, mostCost: number) =>
  (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    const asked = plainlyAsked(request);
    const operation = asked && knownOperation(operations, asked);
    const variables: Variables | undefined = asked?.variables == null ? {} : isRecord(asked.variables) ? asked.variables : undefined;
    if (!operation || !variables || operation.cost(variables) > mostCost) return done();
    operations.run(operation, variables, new RequestContext(request, reply)).then(
      (result) => void reply.header('cache-control', 'no-store').header('content-type', jsonType).send(`${JSON.stringify(result)}\n`),
      (error: Error) => void reply.send(error),
    );
  };
