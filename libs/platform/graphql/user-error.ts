import type { Failure, Locale, Result } from '@skillhall/kernel';
import type { Type } from '@nestjs/common';
import { createUnionType, Field, InterfaceType, ObjectType } from '@nestjs/graphql';
import { explain } from '../i18n/index.js';

@InterfaceType('UserError', { description: 'A failure that the user can understand and act upon.' })
export abstract class UserError {
  @Field({ description: 'Stable code from the catalogue.' })
  code: string;

  @Field({ description: 'The sentence in the language of the request.' })
  message: string;
}

const typesByCode = new Map<string, Type<UserError>>();

/** Declares the GraphQL type that carries failures of these codes. */
export const ErrorType =
  (...codes: string[]) =>
  (target: Type<UserError>): void => {
    ObjectType({ implements: () => [UserError] })(target);
    for (const code of codes) {
      const other = typesByCode.get(code);
      // The later one would answer in place of the first, in unions that do not hold it.
      if (other && other !== target) throw new Error(`error code ${code} belongs to ${other.name} and to ${target.name}`);
      typesByCode.set(code, target);
    }
  };

/** The failure as the object that the schema promises; its values fill further fields of the type. */
export function toUserError(failure: Failure, locale: Locale): UserError {
  const ErrorClass = typesByCode.get(failure.code);
  if (!ErrorClass) throw new Error(`error code ${failure.code} has no GraphQL type`);
  const { code, values, field } = failure;
  return Object.assign(new ErrorClass(), values, { code, message: explain(failure, locale) }, field !== undefined && { field });
}

/**
 * What a mutation answers: the success, or the failure as a type of its union. Which failures the union holds
 * is checked when it is resolved, not by the compiler, hence the type of the success alone.
 */
export const answer = <T extends object>(result: Result<T, Failure>, locale: Locale): T =>
  result.ok ? result.value : (toUserError(result.error, locale) as object as T);

/** A union of one success type and the failures it may come to. */
export const resultUnion = <const T extends readonly Type<object>[]>(name: string, ...types: T): InstanceType<T[number]> =>
  createUnionType({
    name,
    types: () => types,
    resolveType: (value: object) => value.constructor as Type<object>,
  }) as InstanceType<T[number]>;

@ErrorType('NOT_FOUND')
export class NotFoundError extends UserError {}

@ErrorType('INVALID_INPUT')
export class InvalidInputError extends UserError {
  @Field({ description: 'The input field the failure is about.' })
  field: string;
}
