import { Allow } from '@skillhall/platform/access';
import { answer, type RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, ID, Mutation, Resolver } from '@nestjs/graphql';
import { ManageAccountsService } from './manage-accounts.service.js';
import { CreateAccountsResult, ResetPasswordResult } from './manage-accounts.types.js';

@Resolver()
export class ManageAccountsResolver {
  constructor(private readonly service: ManageAccountsService) {}

  @Allow('account.manage')
  @Mutation(() => CreateAccountsResult)
  async createAccounts(@Args('unitId', { type: () => ID }) unitId: string, @Context() { actor, locale }: RequestContext): Promise<typeof CreateAccountsResult> {
    return answer(await this.service.createAll(actor!, unitId), locale);
  }

  @Allow('account.manage')
  @Mutation(() => ResetPasswordResult)
  async resetPassword(@Args('personId', { type: () => ID }) personId: string, @Context() { actor, locale }: RequestContext): Promise<typeof ResetPasswordResult> {
    return answer(await this.service.reset(actor!, personId), locale);
  }
}
