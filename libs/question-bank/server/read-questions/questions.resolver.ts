import { findCompetency } from '@skillhall/directory/domain';
import { Competency, Unit, UnitLoader } from '@skillhall/directory/server';
import { type Actor, isId, type Locale, pageRequest, scopeOf } from '@skillhall/kernel';
import { Allow, CurrentActor, CurrentLocale } from '@skillhall/platform/access';
import { Database } from '@skillhall/platform/database';
import type { RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { QuestionRepository } from '../data/question.repository.js';
import { QuestionLoader } from './question.loader.js';
import { QuestionCategoryName, QuestionFilter, QuestionForAuthor, QuestionPage, QuestionPartForAuthor, QuestionSort, QuestionUsage } from './question.types.js';
import { QuestionVersion } from './version.types.js';

const int = { type: () => Int, nullable: true } as const;

@Resolver(() => QuestionForAuthor)
export class QuestionsResolver {
  constructor(
    private readonly database: Database,
    private readonly repository: QuestionRepository,
    private readonly loader: QuestionLoader,
    private readonly units: UnitLoader,
  ) {}

  @Allow('question.read')
  @Query(() => QuestionPage)
  questions(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => QuestionFilter, nullable: true }) filter?: QuestionFilter | null,
    @Args('sort', { type: () => QuestionSort, nullable: true }) sort?: QuestionSort | null,
    @Args('offset', int) offset?: number,
    @Args('limit', int) limit?: number,
  ): Promise<QuestionPage> {
    const selection = { criteria: filter ?? {}, order: sort?.by ?? 'code', descending: sort?.descending ?? false };
    const scope = scopeOf(actor, 'question.read');
    return this.database.asActor(actor, 'question.read', (tx) => this.repository.page(tx, scope, selection, pageRequest(offset, limit))) as Promise<QuestionPage>;
  }

  @Allow('question.read')
  @Query(() => QuestionForAuthor, { nullable: true })
  async questionForAuthor(
    @Args('id', { type: () => ID }) id: string,
    @CurrentActor() actor: Actor,
    @Args('version', { ...int, description: '0 for the latest, whether it is in use or not.' }) version?: number | null,
  ): Promise<QuestionForAuthor | null> {
    if (!isId(id)) return null;
    return this.database.asActor(actor, 'question.read', (tx) => this.repository.findInScope(tx, scopeOf(actor, 'question.read'), id, version ?? null));
  }

  @ResolveField(() => Competency, { nullable: true })
  competency(@Parent() { competencyCode }: QuestionForAuthor, @CurrentLocale() locale: Locale): Competency | null {
    const found = competencyCode === null ? undefined : findCompetency(competencyCode);
    return found ? { code: found.code, track: found.track, name: found.name[locale] } : null;
  }

  @ResolveField(() => Unit, { nullable: true, description: 'Who keeps the question.' })
  unit(@Parent() { unitId }: QuestionForAuthor, @Context() context: RequestContext): Promise<Unit | null> {
    return this.units.byId(context, unitId);
  }

  @ResolveField(() => QuestionCategoryName, { nullable: true })
  category(@Parent() { categoryId }: QuestionForAuthor, @Context() context: RequestContext): Promise<QuestionCategoryName | null> {
    return categoryId === null ? Promise.resolve(null) : this.loader.category(context, categoryId);
  }

  @ResolveField(() => [QuestionPartForAuthor], { description: 'Of a case; empty for other types.' })
  parts(@Parent() { type, versionId }: QuestionForAuthor, @Context() context: RequestContext): Promise<QuestionPartForAuthor[]> {
    return type === 'case' ? this.loader.parts(context, versionId) : Promise.resolve([]);
  }

  @ResolveField(() => QuestionUsage)
  usage(@Parent() { id }: QuestionForAuthor, @Context() context: RequestContext): Promise<QuestionUsage> {
    return this.loader.usage(context, id);
  }

  @ResolveField(() => [QuestionVersion], { description: 'All versions, the newest first.' })
  versions(@Parent() { id }: QuestionForAuthor): Promise<QuestionVersion[]> {
    return this.loader.versions(id);
  }
}
