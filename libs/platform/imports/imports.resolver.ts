import { type Actor, type Locale, may, pageRequest } from '@skillhall/kernel';
import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor, SignedIn } from '../access/index.js';
import { answer, type RequestContext, UserError } from '../graphql/index.js';
import type { Columns } from '../tabular/index.js';
import { isTableImport } from './import-handler.js';
import { ImportRunner } from './import-runner.js';
import { ImportRuns, type ImportRunRow } from './import-runs.js';
import { ImportColumn, ImportFileError, type ImportKind, ImportKindEnum, ImportOption, ImportProblemPage, ImportRecognition, ImportRun, ImportRunPage, StartImportInput, StartImportResult } from './imports.types.js';
import { StartImportService } from './start-import.service.js';

const offset = { type: () => Int, nullable: true } as const;

const titled = (columns: Columns): ImportColumn[] =>
  Object.entries(columns).map(([field, { titles, required }]) => ({ field, title: titles[0]!, required: required ?? false }));

@Resolver(() => ImportRun)
export class ImportsResolver {
  constructor(
    private readonly runs: ImportRuns,
    private readonly runner: ImportRunner,
    private readonly service: StartImportService,
  ) {}

  @SignedIn('own runs only')
  @Query(() => ImportRun, { nullable: true })
  importRun(@Args('id', { type: () => ID }) id: string, @CurrentActor() actor: Actor): Promise<ImportRun | null> {
    return this.runs.find(id, actor.accountId) as Promise<ImportRun | null>;
  }

  @SignedIn('own runs only')
  @Query(() => ImportRunPage)
  importRuns(@CurrentActor() actor: Actor, @Args('offset', offset) from?: number, @Args('limit', offset) limit?: number): Promise<ImportRunPage> {
    return this.runs.page(actor.accountId, pageRequest(from, limit)) as Promise<ImportRunPage>;
  }

  @SignedIn('titles of columns are no secret')
  @Query(() => [ImportColumn])
  importColumns(@Args('kind', { type: () => ImportKindEnum }) kind: ImportKind): ImportColumn[] {
    const handler = this.runner.find(kind);
    return handler && isTableImport(handler) ? titled(handler.columns) : [];
  }

  @SignedIn('the service asks for the permission of the kind')
  @Mutation(() => StartImportResult)
  async startImport(@Args('input') input: StartImportInput, @Context() { actor, locale }: RequestContext): Promise<typeof StartImportResult> {
    return answer(await this.service.start(actor!, locale as Locale, input), locale);
  }

  @ResolveField(() => Int, { description: 'Rows taken in: created, updated and unchanged.' })
  accepted(@Parent() { created, updated, unchanged }: ImportRun): number {
    return created + updated + unchanged;
  }

  @ResolveField(() => [ImportOption])
  options(@Parent() { options }: ImportRunRow): ImportOption[] {
    return Object.entries(options).map(([name, value]) => ({ name, value }));
  }

  @ResolveField(() => ImportProblemPage)
  async problems(@Parent() run: ImportRunRow, @CurrentActor() actor: Actor, @Args('offset', offset) from?: number, @Args('limit', offset) limit?: number): Promise<ImportProblemPage> {
    const handler = this.runner.find(run.kind);
    const allowed = handler && may(actor, handler.permission);
    return this.runs.problems(allowed ? run.id : '00000000-0000-0000-0000-000000000000', pageRequest(from, limit)) as Promise<ImportProblemPage>;
  }

  @ResolveField(() => UserError, { nullable: true, description: 'Why the whole file was refused.' })
  failure(@Parent() { failure }: ImportRunRow): UserError | null {
    return failure && Object.assign(new ImportFileError(), failure);
  }

  @ResolveField(() => ImportRecognition, { nullable: true, description: 'What was recognised of the header; where something is missing, a mapping is wanted.' })
  recognition(@Parent() { recognition, kind }: ImportRunRow): ImportRecognition | null {
    const handler = this.runner.find(kind);
    if (!recognition || !handler || !isTableImport(handler)) return null;
    const { headerRow, titles, mapping, missing, suggestions } = recognition;
    return {
      headerRow,
      columns: titled(handler.columns),
      sourceColumns: titles.map((title, column) => ({ column, title, sample: [] })),
      mapping: Object.entries(mapping).map(([field, column]) => ({ field, column: column ?? null })),
      suggested: Object.entries(suggestions).flatMap(([field, found]) => (found?.[0] ? [{ field, column: found[0].column }] : [])),
      missing: [...missing],
    };
  }
}
