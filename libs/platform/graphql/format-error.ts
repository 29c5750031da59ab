import { HttpException, Logger } from '@nestjs/common';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { withRequestId } from '../observability/request-id.js';

const logger = new Logger('graphql');
/** Codes whose message was written for the one who asked; any other message may hold what nobody should read. */
const spoken = new Set([
  ...['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'BAD_REQUEST', 'OPERATION_RESOLUTION_FAILURE'],
  ...['TOO_COSTLY', 'PERSISTED_QUERY_NOT_FOUND', 'PERSISTED_QUERY_NOT_SUPPORTED'],
]);

const codeOfStatus: Readonly<Record<number, string>> = { 400: 'BAD_USER_INPUT', 401: 'UNAUTHENTICATED', 403: 'FORBIDDEN' };
const sentences: Readonly<Record<string, string>> = {
  UNAUTHENTICATED: 'Please sign in.',
  FORBIDDEN: 'You may not do this.',
  BAD_VALUE: 'A value, such as an id, does not have the form it must have.',
};

/** PostgreSQL's class for text that is no uuid, date or number of the kind wanted, out of range, or holds a NUL. */
const badValues: readonly unknown[] = ['22P02', '22007', '22008', '22003', '22021'];
const isBadValue = (cause: unknown): boolean => cause instanceof Error && badValues.includes((cause as { code?: unknown }).code);

const requests = new WeakMap<object, string>();

/** Says to which request an error belongs that is formatted later. */
export const rememberRequest = (error: object, requestId: string): void => void requests.set(error, requestId);

/** Hides what an unexpected failure says; the log has it, under the request's id. */
export function formatError(formatted: GraphQLFormattedError, error: unknown, requestId?: string): GraphQLFormattedError {
  const cause = error instanceof GraphQLError && error.originalError ? error.originalError : error;
  let code = String(formatted.extensions?.['code'] ?? '');
  if (cause instanceof HttpException) code = codeOfStatus[cause.getStatus()] ?? 'INTERNAL';
  else if (isBadValue(cause)) code = 'BAD_VALUE';
  // Only variables of the wrong form come without a code and without a place in the answer.
  else if (!code && cause instanceof GraphQLError && !cause.originalError && !cause.path) code = 'BAD_USER_INPUT';
  const place = { ...(formatted.locations && { locations: formatted.locations }), ...(formatted.path && { path: formatted.path }) };
  const sentence = sentences[code];
  if (sentence) return { message: sentence, ...place, extensions: { code } };
  if (spoken.has(code)) return { message: formatted.message, ...place, extensions: { code } };
  const id = requestId ?? (typeof error === 'object' && error !== null ? requests.get(error) : undefined);
  withRequestId(id, () => logger.error(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)));
  return { message: 'Something went wrong on our side.', ...place, extensions: { code: 'INTERNAL' } };
}
