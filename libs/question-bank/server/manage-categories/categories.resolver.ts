import { Unit, UnitLoader } from '@skillhall/directory/server';
import { type Actor, type Failure, inScope, type Locale, ok, type Result, scopeOf } from '@skillhall/kernel';
import { Allow, CurrentActor } from '@skillhall/platform/access';
import { Database } from '@skillhall/platform/database';
import { answer, type RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CategoryRepository } from '../data/category.repository.js';
import { CategoriesService } from './categories.service.js';
import { CategoryResult, CategorySuccess, QuestionCategory } from './categories.types.js';

const id = { type: () => ID } as const;
const idOrTop = { type: () => ID, nullable: true } as const;

const answered = (result: Result<string, Failure>, locale: Locale): CategorySuccess =>
  answer(result.ok ? ok(Object.assign(new CategorySuccess(), { categoryId: result.value })) : result, locale);

@Resolver(() => QuestionCategory)
export class CategoriesResolver {
  constructor(
    private readonly database: Database,
    private readonly categories: CategoryRepository,
    private readonly units: UnitLoader,
    private readonly service: CategoriesService,
  ) {}

  @Allow('question.read')
  @Query(() => [QuestionCategory], { description: 'The trees of the units in scope and above it, parents before their children in no particular order.' })
  async questionCategories(@CurrentActor() actor: Actor): Promise<QuestionCategory[]> {
    const [scope, managed] = [scopeOf(actor, 'question.read'), scopeOf(actor, 'question.manage')];
    const rows = await this.database.asActor(actor, 'question.read', (tx) => this.categories.list(tx, scope));
    return rows.map((row) => ({ ...row, manageable: inScope(managed, row.unitPath) }));
  }

  @ResolveField(() => Unit, { nullable: true })
  unit(@Parent() { unitId }: QuestionCategory, @Context() context: RequestContext): Promise<Unit | null> {
    return this.units.byId(context, unitId);
  }

  @Allow('question.manage')
  @Mutation(() => CategoryResult)
  async createQuestionCategory(@Args('unitId', id) unitId: string, @Args('name') name: string, @Context() { actor, locale }: RequestContext, @Args('parentId', idOrTop) parentId?: string | null): Promise<typeof CategoryResult> {
    return answered(await this.service.create(actor!, unitId, parentId ?? null, name), locale);
  }

  @Allow('question.manage')
  @Mutation(() => CategoryResult)
  async renameQuestionCategory(@Args('id', id) categoryId: string, @Args('name') name: string, @Context() { actor, locale }: RequestContext): Promise<typeof CategoryResult> {
    return answered(await this.service.rename(actor!, categoryId, name), locale);
  }

  @Allow('question.manage')
  @Mutation(() => CategoryResult, { description: 'Within its own tree.' })
  async moveQuestionCategory(
    @Args('id', id) categoryId: string,
    @Args('position', { type: () => Int }) position: number,
    @Context() { actor, locale }: RequestContext,
    @Args('parentId', idOrTop) parentId?: string | null,
  ): Promise<typeof CategoryResult> {
    return answered(await this.service.move(actor!, categoryId, parentId ?? null, position), locale);
  }

  @Allow('question.manage')
  @Mutation(() => CategoryResult, { description: 'Only an empty one.' })
  async removeQuestionCategory(@Args('id', id) categoryId: string, @Context() { actor, locale }: RequestContext): Promise<typeof CategoryResult> {
    return answered(await this.service.remove(actor!, categoryId), locale);
  }

  @Allow('question.manage')
  @Mutation(() => CategoryResult, { description: 'All that lies in the first comes to lie in the second.' })
  async mergeQuestionCategories(@Args('id', id) categoryId: string, @Args('intoId', id) intoId: string, @Context() { actor, locale }: RequestContext): Promise<typeof CategoryResult> {
    return answered(await this.service.merge(actor!, categoryId, intoId), locale);
  }
}
