import { may } from '@skillhall/kernel';
import { type CanActivate, type ExecutionContext, ForbiddenException, Injectable, UnauthorizedException } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ACCESS_RULE, type AccessRule, requestOf } from './decorators.js';

/** Lets nobody through to what carries no rule. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_RULE, [context.getHandler(), context.getClass()]);
    if (!rule) throw new ForbiddenException();
    if (rule.kind === 'public') return true;
    const { actor, mustChangePassword } = requestOf(context);
    if (!actor) throw new UnauthorizedException();
    if (mustChangePassword && !(rule.kind === 'signed-in' && rule.early)) throw new ForbiddenException();
    if (rule.kind === 'permission' && !may(actor, rule.permission)) throw new ForbiddenException();
    return true;
  }
}
