import { findCompetency } from '@skillhall/directory/domain';
import { Competency } from '@skillhall/directory/server';
import { type Actor, err, failure, isId, type Locale, ok, pageRequest, scopeOf } from '@skillhall/kernel';
import { Allow, CurrentActor, CurrentLocale } from '@skillhall/platform/access';
import { Database } from '@skillhall/platform/database';
import { answer, type RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { AnswerKey } from '../data/answer-keys.js';
import { QuestionRepository } from '../data/question.repository.js';
import { AuthorKeys } from './author-keys.js';
import { KeyForAuthor, KeyForAuthorResult, QuestionFilter, QuestionForAuthor, QuestionPage } from './question.types.js';

const keyForAuthor = ({ key, explanation }: AnswerKey): KeyForAuthor =>
  Object.assign(new KeyForAuthor(), { correctKeys: key.kind === 'choice' ? [...key.correct] : [], explanation });

@Resolver(() => QuestionForAuthor)
export class QuestionsResolver {
  constructor(
    private readonly database: Database,
    private readonly repository: QuestionRepository,
    private readonly keys: AuthorKeys,
  ) {}

  @Allow('question.read')
  @Query(() => QuestionPage)
  questions(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => QuestionFilter, nullable: true }) filter?: QuestionFilter | null,
    @Args('offset', { type: () => Int, nullable: true }) offset?: number,
    @Args('limit', { type: () => Int, nullable: true }) limit?: number,
  ): Promise<QuestionPage> {
    const scope = scopeOf(actor, 'question.read');
    return this.database.asActor(actor, 'question.read', (tx) => this.repository.page(tx, scope, filter ?? {}, pageRequest(offset, limit))) as Promise<QuestionPage>;
  }

  @Allow('question.read')
  @Query(() => QuestionForAuthor, { nullable: true })
  async questionForAuthor(@Args('id', { type: () => ID }) id: string, @CurrentActor() actor: Actor): Promise<QuestionForAuthor | null> {
    if (!isId(id)) return null;
    return this.database.asActor(actor, 'question.read', (tx) => this.repository.findInScope(tx, scopeOf(actor, 'question.read'), id));
  }

  @ResolveField(() => Competency, { nullable: true })
  competency(@Parent() question: QuestionForAuthor, @CurrentLocale() locale: Locale): Competency | null {
    const found = question.competencyCode === null ? undefined : findCompetency(question.competencyCode);
    return found ? { code: found.code, track: found.track, name: found.name[locale] } : null;
  }

  @ResolveField(() => KeyForAuthorResult)
  async key(@Parent() { versionId }: QuestionForAuthor, @Context() context: RequestContext): Promise<KeyForAuthor> {
    const found = await this.keys.of(context, versionId);
    return answer(found ? ok(keyForAuthor(found)) : err(failure('KEY_WITHHELD')), context.locale);
  }
}
