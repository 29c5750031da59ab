import type { Permission } from '@skillhall/kernel';
import { createParamDecorator, type ExecutionContext, SetMetadata, UnauthorizedException } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Actor, Locale } from '@skillhall/kernel';
import type { FastifyRequest } from 'fastify';
import type { RequestContext } from '../graphql/context.js';

export type AccessRule =
  | { readonly kind: 'public'; readonly reason: string }
  | { readonly kind: 'signed-in'; readonly reason: string; readonly early?: boolean }
  | { readonly kind: 'permission'; readonly permission: Permission };

export const ACCESS_RULE = 'access-rule';

/** Only for who holds the permission somewhere; the query itself narrows to where. */
export const Allow = (permission: Permission) => SetMetadata(ACCESS_RULE, { kind: 'permission', permission } satisfies AccessRule);

/** For everybody who is signed in, since it shows or changes only what is theirs; `reason` says why. */
export const SignedIn = (reason: string) => SetMetadata(ACCESS_RULE, { kind: 'signed-in', reason } satisfies AccessRule);

/** As `SignedIn`, also while a first password still has to be changed. */
export const SignedInEarly = (reason: string) => SetMetadata(ACCESS_RULE, { kind: 'signed-in', reason, early: true } satisfies AccessRule);

/** For everybody; `reason` says why. */
export const Public = (reason: string) => SetMetadata(ACCESS_RULE, { kind: 'public', reason } satisfies AccessRule);

/** The HTTP request behind a controller method or a resolver. */
export function requestOf(context: ExecutionContext): FastifyRequest {
  if (context.getType<'graphql' | 'http'>() === 'http') return context.switchToHttp().getRequest<FastifyRequest>();
  return GqlExecutionContext.create(context).getContext<RequestContext>().request;
}

export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = requestOf(context);
  if (!actor) throw new UnauthorizedException();
  return actor;
});

/** The language of the request. */
export const CurrentLocale = createParamDecorator((_: unknown, context: ExecutionContext): Locale => requestOf(context).locale);
