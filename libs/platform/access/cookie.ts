import type { FastifyReply, FastifyRequest } from 'fastify';

const secureName = '__Host-skillhall';
/** Where the page came over plain http from another machine, browsers store no Secure cookie. */
const plainName = 'skillhall';

const trustworthy = (request: FastifyRequest): boolean =>
  request.protocol === 'https' || /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(request.host);

export const sessionToken = (request: FastifyRequest): string | undefined =>
  request.cookies[trustworthy(request) ? secureName : plainName];

export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, token: string, days: number): void {
  const secure = trustworthy(request);
  reply.setCookie(secure ? secureName : plainName, token, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: days * 24 * 3600 });
}

export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  const secure = trustworthy(request);
  reply.clearCookie(secure ? secureName : plainName, { path: '/', httpOnly: true, sameSite: 'lax', secure });
}
