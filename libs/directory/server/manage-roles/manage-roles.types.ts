import { ErrorType, NotFoundError, resultUnion, UserError } from '@skillhall/platform/graphql';
import { Field, ObjectType } from '@nestjs/graphql';
import { Person } from '../read-people/person.types.js';

@ObjectType()
export class GrantRoleSuccess {
  @Field(() => Person)
  person: Person;
}

@ErrorType('ROLE_ALREADY_GRANTED')
export class AlreadyGrantedError extends UserError {}

export const GrantRoleResult = resultUnion('GrantRoleResult', GrantRoleSuccess, NotFoundError, AlreadyGrantedError);
export const RevokeRoleResult = resultUnion('RevokeRoleResult', GrantRoleSuccess, NotFoundError);
