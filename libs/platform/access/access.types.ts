import { locales, roles } from '@skillhall/kernel';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ErrorType, NotFoundError, resultUnion, UserError } from '../graphql/index.js';
import type { Locale, Role } from '@skillhall/kernel';

export const RoleEnum = Object.fromEntries(roles.map((role) => [role, role])) as { [R in Role]: R };
registerEnumType(RoleEnum, { name: 'Role' });

@ObjectType()
export class Viewer {
  @Field(() => ID)
  accountId: string;

  @Field()
  login: string;

  @Field()
  name: string;

  @Field(() => [RoleEnum])
  roles: Role[];

  @Field(() => [String], { description: 'What the viewer may do somewhere.' })
  permissions: string[];

  @Field(() => String, { nullable: true, description: `One of ${locales.join(', ')}.` })
  locale: Locale | null;

  @Field()
  mustChangePassword: boolean;

  personId: string | null;
}

@ObjectType()
export class Session {
  @Field(() => ID)
  id: string;

  @Field()
  current: boolean;

  @Field()
  createdAt: Date;

  @Field()
  lastSeenAt: Date;

  @Field(() => String, { nullable: true })
  userAgent: string | null;

  @Field(() => String, { nullable: true })
  ip: string | null;
}

@ObjectType()
export class SignInOptions {
  @Field()
  password: boolean;

  @Field(() => String, { nullable: true, description: 'Name of the OIDC sign-in; it starts at /auth/oidc/start.' })
  oidcLabel: string | null;
}

@ObjectType()
export class SignInSuccess {
  @Field(() => Viewer)
  viewer: Viewer;
}

@ErrorType('WRONG_CREDENTIALS')
export class WrongCredentialsError extends UserError {}

@ErrorType('TOO_MANY_ATTEMPTS')
export class TooManyAttemptsError extends UserError {
  @Field(() => Int)
  retryAfterSeconds: number;
}

@ErrorType('PASSWORD_SHORT', 'PASSWORD_LONG', 'PASSWORD_COMMON', 'PASSWORD_CONTEXT')
export class WeakPasswordError extends UserError {}

@ObjectType()
export class SignOutSuccess {
  @Field()
  signedOut: boolean;
}

@ObjectType()
export class EndSessionSuccess {
  @Field(() => ID)
  endedId: string;
}

@ObjectType()
export class ChangePasswordSuccess {
  @Field()
  changed: boolean;
}

export const SignInResult = resultUnion('SignInResult', SignInSuccess, WrongCredentialsError, TooManyAttemptsError);
export const EndSessionResult = resultUnion('EndSessionResult', EndSessionSuccess, NotFoundError);
export const ChangePasswordResult = resultUnion('ChangePasswordResult', ChangePasswordSuccess, WrongCredentialsError, WeakPasswordError, TooManyAttemptsError);
