import type { RequestContext } from '@skillhall/platform/graphql';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { QuestionLoader } from './question.loader.js';
import { QuestionPartForAuthor } from './question.types.js';
import { QuestionVersion, VersionStep } from './version.types.js';

@Resolver(() => QuestionVersion)
export class VersionsResolver {
  constructor(private readonly loader: QuestionLoader) {}

  @ResolveField(() => [VersionStep])
  steps(@Parent() { versionId }: QuestionVersion, @Context() context: RequestContext): Promise<VersionStep[]> {
    return this.loader.steps(context, versionId);
  }

  @ResolveField(() => [QuestionPartForAuthor])
  parts(@Parent() { type, versionId }: QuestionVersion, @Context() context: RequestContext): Promise<QuestionPartForAuthor[]> {
    return type === 'case' ? this.loader.parts(context, versionId) : Promise.resolve([]);
  }
}
