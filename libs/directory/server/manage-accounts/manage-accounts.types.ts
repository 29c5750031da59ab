import { NotFoundError, resultUnion } from '@skillhall/platform/graphql';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType()
export class CreateAccountsSuccess {
  @Field(() => Int)
  created: number;

  @Field(() => ID, { nullable: true, description: 'A table of the first passwords, to be downloaded once; null when nobody needed an account.' })
  passwordsFileId: string | null;
}

@ObjectType()
export class ResetPasswordSuccess {
  @Field()
  temporaryPassword: string;
}

export const CreateAccountsResult = resultUnion('CreateAccountsResult', CreateAccountsSuccess, NotFoundError);
export const ResetPasswordResult = resultUnion('ResetPasswordResult', ResetPasswordSuccess, NotFoundError);
