import { RoleEnum } from '@skillhall/platform/access';
import { CivilDateScalar, pageType } from '@skillhall/platform/graphql';
import type { Role } from '@skillhall/kernel';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';

@ObjectType()
export class Person {
  @Field(() => ID)
  id: string;

  @Field()
  staffNumber: string;

  @Field()
  name: string;

  @Field(() => CivilDateScalar, { nullable: true })
  hiredOn: string | null;

  @Field(() => CivilDateScalar, { nullable: true })
  leftOn: string | null;

  @Field(() => String, { nullable: true })
  employmentKind: string | null;

  unitId: string;
  unitPath: string;
  postId: string | null;
  phone: string | null;
}

@ObjectType()
export class PersonPage extends pageType(Person) {}

@InputType()
export class PersonFilter {
  @Field(() => ID, { nullable: true })
  unitId?: string | null;

  @Field(() => String, { nullable: true, description: 'Part of a name, or the beginning of a staff number.' })
  search?: string | null;

  @Field(() => ID, { nullable: true })
  postId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the person can sign in.' })
  hasAccount?: boolean | null;
}

@ObjectType()
export class Employment {
  @Field(() => CivilDateScalar)
  from: string;

  @Field(() => CivilDateScalar, { nullable: true, description: 'Last day; null while it lasts.' })
  until: string | null;

  unitId: string;
  postId: string | null;
}

@ObjectType()
export class RoleGrant {
  @Field(() => ID)
  id: string;

  @Field(() => RoleEnum)
  role: Role;

  unitId: string;
}
