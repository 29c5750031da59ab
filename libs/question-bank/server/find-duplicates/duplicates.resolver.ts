import { type Actor, err, failure, isId, ok, pageRequest, scopeOf } from '@skillhall/kernel';
import { Allow, CurrentActor } from '@skillhall/platform/access';
import { Database } from '@skillhall/platform/database';
import { answer, type RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { bareFace } from '../../domain/index.js';
import { textRow } from '../data/content-rows.js';
import { DuplicateRepository } from '../data/duplicate.repository.js';
import { QuestionLoader } from '../read-questions/question.loader.js';
import { QuestionForAuthor } from '../read-questions/question.types.js';
import { JudgeDuplicateResult, JudgeDuplicateSuccess, QuestionPair, QuestionPairPage, QuestionWordsInput, SimilarQuestion } from './duplicates.types.js';

const int = { type: () => Int, nullable: true } as const;
const id = { type: () => ID } as const;

@Resolver(() => QuestionPair)
export class DuplicatesResolver {
  constructor(
    private readonly database: Database,
    private readonly duplicates: DuplicateRepository,
    private readonly loader: QuestionLoader,
  ) {}

  @Allow('question.read')
  @Query(() => QuestionPairPage, { description: 'Pairs of which nobody has said that they are different, both in scope; the same first, then the nearest.' })
  duplicateQuestions(
    @CurrentActor() actor: Actor,
    @Args('exact', { type: () => Boolean, nullable: true }) exact?: boolean | null,
    @Args('offset', int) offset?: number,
    @Args('limit', int) limit?: number,
  ): Promise<QuestionPairPage> {
    const scope = scopeOf(actor, 'question.read');
    return this.database.asActor(actor, 'question.read', (tx) => this.duplicates.page(tx, scope, exact ?? null, pageRequest(offset, limit))) as Promise<QuestionPairPage>;
  }

  @ResolveField(() => QuestionForAuthor)
  a(@Parent() { aId }: QuestionPair, @Context() context: RequestContext): Promise<QuestionForAuthor> {
    return this.loader.question(context, aId);
  }

  @ResolveField(() => QuestionForAuthor)
  b(@Parent() { bId }: QuestionPair, @Context() context: RequestContext): Promise<QuestionForAuthor> {
    return this.loader.question(context, bId);
  }

  @Allow('question.manage')
  @Mutation(() => JudgeDuplicateResult, { description: 'Says that two questions are different, or takes that back.' })
  async judgeDuplicate(
    @Args('aId', id) aId: string,
    @Args('bId', id) bId: string,
    @Args('different', { type: () => Boolean }) different: boolean,
    @Context() { actor, locale }: RequestContext,
  ): Promise<typeof JudgeDuplicateResult> {
    const scope = scopeOf(actor!, 'question.manage');
    const done = await this.database.asSystem('verdicts are written by the system, for two questions in the scope of the actor', async (tx) => {
      if (!isId(aId) || !isId(bId)) return false;
      return different ? this.duplicates.judge(tx, scope, aId, bId, actor!.accountId) : this.duplicates.unjudge(tx, scope, aId, bId);
    });
    return answer(done ? ok(Object.assign(new JudgeDuplicateSuccess(), { questionIds: [aId, bId] })) : err(failure('NOT_FOUND')), locale);
  }
}

@Resolver(() => SimilarQuestion)
export class SimilarQuestionsResolver {
  constructor(
    private readonly database: Database,
    private readonly duplicates: DuplicateRepository,
    private readonly loader: QuestionLoader,
  ) {}

  @Allow('question.manage')
  @Query(() => [SimilarQuestion], { description: 'What the bank has that is like it, for who is writing it.' })
  similarQuestions(@Args('words') { type, stem, options }: QuestionWordsInput, @CurrentActor() actor: Actor, @Args('exceptId', { type: () => ID, nullable: true }) exceptId?: string | null): Promise<SimilarQuestion[]> {
    const text = textRow({ ...bareFace, type, stem, options });
    const except = exceptId != null && isId(exceptId) ? exceptId : null;
    return this.database.asActor(actor, 'question.read', (tx) => this.duplicates.like(tx, scopeOf(actor, 'question.read'), text, except));
  }

  @ResolveField(() => QuestionForAuthor)
  question(@Parent() { id: questionId }: SimilarQuestion, @Context() context: RequestContext): Promise<QuestionForAuthor> {
    return this.loader.question(context, questionId);
  }
}
