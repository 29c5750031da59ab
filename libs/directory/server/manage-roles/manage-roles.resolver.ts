import type { Role } from '@skillhall/kernel';
import { Allow, RoleEnum } from '@skillhall/platform/access';
import { answer, type RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, ID, Mutation, Resolver } from '@nestjs/graphql';
import { ManageRolesService } from './manage-roles.service.js';
import { GrantRoleResult, RevokeRoleResult } from './manage-roles.types.js';

const id = { type: () => ID } as const;

@Resolver()
export class ManageRolesResolver {
  constructor(private readonly service: ManageRolesService) {}

  @Allow('role.grant')
  @Mutation(() => GrantRoleResult)
  async grantRole(
    @Args('personId', id) personId: string,
    @Args('role', { type: () => RoleEnum }) role: Role,
    @Args('unitId', id) unitId: string,
    @Context() { actor, locale }: RequestContext,
  ): Promise<typeof GrantRoleResult> {
    return answer(await this.service.grant(actor!, personId, role, unitId), locale);
  }

  @Allow('role.grant')
  @Mutation(() => RevokeRoleResult)
  async revokeRole(@Args('grantId', id) grantId: string, @Context() { actor, locale }: RequestContext): Promise<typeof RevokeRoleResult> {
    return answer(await this.service.revoke(actor!, grantId), locale);
  }
}
