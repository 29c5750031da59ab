import { isId, pageRequest, scopeOf } from '@skillhall/kernel';
import { UnitLoader } from '@skillhall/directory/server';
import { Allow } from '@skillhall/platform/access';
import { Database } from '@skillhall/platform/database';
import type { RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { shownBins, spreadOf } from '../../domain/index.js';
import { ResultsRepository, type ScoreFigures } from '../data/results.repository.js';
import { AbsentPersonPage, ExamResults, ExamSatPage, PersonResultFilter, PersonResultPage, ResultSitting, ResultSummary, UnitResult } from './results.types.js';

const permission = 'exam.read-results';
const reason = 'results are read by who is in charge of the people; their scope stands in every statement';
const id = { type: () => ID } as const;
const optionalId = { type: () => ID, nullable: true } as const;

const shown = <F extends ScoreFigures>({ quantiles, ...row }: F) => ({ ...row, spread: spreadOf(row.sat - row.pending, quantiles) });

@Resolver(() => ExamResults)
export class ResultsResolver {
  constructor(
    private readonly database: Database,
    private readonly results: ResultsRepository,
    private readonly unitLoader: UnitLoader,
  ) {}

  @Allow(permission)
  @Query(() => ExamSatPage, { description: 'Exams that people in the scope of the reader have sat, the last one first.' })
  examsSat(
    @Context() { actor }: RequestContext,
    @Args('search', { type: () => String, nullable: true }) search?: string | null,
    @Args('offset', { type: () => Int, nullable: true }) offset?: number,
    @Args('limit', { type: () => Int, nullable: true }) limit?: number,
  ): Promise<ExamSatPage> {
    return this.database.asSystem(reason, (tx) => this.results.exams(tx, scopeOf(actor!, permission), search?.trim() || null, pageRequest(offset, limit))) as Promise<ExamSatPage>;
  }

  @Allow(permission)
  @Query(() => ExamResults, { nullable: true, description: 'Of one sitting or of all, of one unit and what is below it or of all in scope.' })
  async examResults(@Args('id', id) examId: string, @Args('sittingId', optionalId) sittingId: string | null, @Args('unitId', optionalId) unitId: string | null, @Context() context: RequestContext): Promise<ExamResults | null> {
    if (![examId, sittingId, unitId].every((each) => each == null || isId(each))) return null;
    const scope = scopeOf(context.actor!, permission);
    const [exam, unit] = await Promise.all([this.database.asSystem(reason, (tx) => this.results.exam(tx, scope, examId)), unitId == null ? null : this.unitLoader.byId(context, unitId)]);
    if (!exam || (unitId != null && !unit)) return null;
    return Object.assign(new ExamResults(), { ...exam, of: { examId, scope, sittingId: sittingId ?? null, unitPath: unit?.path ?? null } });
  }

  @ResolveField(() => [ResultSitting], { description: 'The latest first.' })
  sittings(@Parent() { of }: ExamResults): Promise<ResultSitting[]> {
    return this.database.asSystem(reason, (tx) => this.results.sittings(tx, of.examId));
  }

  @ResolveField(() => ResultSummary)
  async summary(@Parent() { of }: ExamResults): Promise<ResultSummary> {
    const { bins, ...row } = await this.database.asSystem(reason, (tx) => this.results.summary(tx, of));
    return { ...shown(row), bins: shownBins(row.sat - row.pending, bins) };
  }

  @ResolveField(() => [UnitResult], { description: 'What lies right below the unit, each with everything below it.' })
  async units(@Parent() { of }: ExamResults): Promise<UnitResult[]> {
    return (await this.database.asSystem(reason, (tx) => this.results.units(tx, of))).map(shown);
  }

  @ResolveField(() => PersonResultPage, { description: 'Everybody once, with their last attempt; the best first.' })
  people(
    @Parent() { of }: ExamResults,
    @Args('filter', { type: () => PersonResultFilter, nullable: true }) filter?: PersonResultFilter | null,
    @Args('offset', { type: () => Int, nullable: true }) offset?: number,
    @Args('limit', { type: () => Int, nullable: true }) limit?: number,
  ): Promise<PersonResultPage> {
    const criteria = { search: filter?.search?.trim() || null, verdict: filter?.verdict ?? null };
    return this.database.asSystem(reason, (tx) => this.results.page(tx, of, criteria, pageRequest(offset, limit))) as Promise<PersonResultPage>;
  }

  @ResolveField(() => AbsentPersonPage)
  absent(@Parent() { of }: ExamResults, @Args('offset', { type: () => Int, nullable: true }) offset?: number, @Args('limit', { type: () => Int, nullable: true }) limit?: number): Promise<AbsentPersonPage> {
    return this.database.asSystem(reason, (tx) => this.results.absent(tx, of, pageRequest(offset, limit))) as Promise<AbsentPersonPage>;
  }
}
