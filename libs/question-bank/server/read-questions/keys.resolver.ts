import { err, failure, ok } from '@skillhall/kernel';
import { answer, type RequestContext } from '@skillhall/platform/graphql';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { keyFields } from '../../domain/index.js';
import type { AnswerKey } from '../data/answer-keys.js';
import { AuthorKeys } from './author-keys.js';
import { KeyForAuthor, KeyForAuthorResult, QuestionForAuthor, QuestionPartForAuthor } from './question.types.js';
import { QuestionVersion } from './version.types.js';

const shown = ({ key, explanation, revision }: AnswerKey): KeyForAuthor => Object.assign(new KeyForAuthor(), { ...keyFields(key), explanation, revision });

/** The one way to a key for authors, for whatever has one. */
abstract class KeyResolver {
  constructor(private readonly keys: AuthorKeys) {}

  protected async keyOf(versionId: string, context: RequestContext): Promise<KeyForAuthor> {
    const found = await this.keys.of(context, versionId);
    return answer(found ? ok(shown(found)) : err(failure('KEY_WITHHELD')), context.locale);
  }
}

@Resolver(() => QuestionForAuthor)
export class QuestionKeysResolver extends KeyResolver {
  constructor(keys: AuthorKeys) {
    super(keys);
  }

  @ResolveField(() => KeyForAuthorResult)
  key(@Parent() { versionId }: QuestionForAuthor, @Context() context: RequestContext): Promise<KeyForAuthor> {
    return this.keyOf(versionId, context);
  }
}

@Resolver(() => QuestionPartForAuthor)
export class PartKeysResolver extends KeyResolver {
  constructor(keys: AuthorKeys) {
    super(keys);
  }

  @ResolveField(() => KeyForAuthorResult)
  key(@Parent() { versionId }: QuestionPartForAuthor, @Context() context: RequestContext): Promise<KeyForAuthor> {
    return this.keyOf(versionId, context);
  }
}

@Resolver(() => QuestionVersion)
export class VersionKeysResolver extends KeyResolver {
  constructor(keys: AuthorKeys) {
    super(keys);
  }

  @ResolveField(() => KeyForAuthorResult)
  key(@Parent() { versionId }: QuestionVersion, @Context() context: RequestContext): Promise<KeyForAuthor> {
    return this.keyOf(versionId, context);
  }
}
