import { Unit, UnitLoader, UnitRepository } from '@skillhall/directory/server';
import { type Actor, err, failure, type Failure, inScope, isId, ok, type Result, scopeOf } from '@skillhall/kernel';
import { Allow, CurrentActor } from '@skillhall/platform/access';
import { AuditLog } from '@skillhall/platform/audit';
import { Database } from '@skillhall/platform/database';
import { answer, type RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type TaxonomyChangeRow, TaxonomyRepository } from '../data/taxonomy.repository.js';
import { NoteTaxonomyChangeInput, NoteTaxonomyChangeResult, RemoveTaxonomyChangeResult, TaxonomyChange, TaxonomyChangeSuccess } from './taxonomy.types.js';

type Outcome = Result<TaxonomyChangeSuccess, Failure>;
const managing = 'complaint.manage';
const longestNote = 200;

const shown = ({ unitPath, ...row }: TaxonomyChangeRow, actor: Actor): TaxonomyChange => Object.assign(new TaxonomyChange(), row, { mayRemove: inScope(scopeOf(actor, managing), unitPath) });
const success = (row: TaxonomyChangeRow, actor: Actor): Outcome => ok(Object.assign(new TaxonomyChangeSuccess(), { change: shown(row, actor) }));
const wrong = (field: string): Outcome => err(failure('INVALID_INPUT', { field }, field));

@Resolver(() => TaxonomyChange)
export class TaxonomyResolver {
  constructor(
    private readonly database: Database,
    private readonly changes: TaxonomyRepository,
    private readonly unitRows: UnitRepository,
    private readonly units: UnitLoader,
    private readonly audit: AuditLog,
  ) {}

  @Allow('complaint.read')
  @Query(() => [TaxonomyChange], { description: 'What concerns all of a node: noted at it or above it, the earliest first.' })
  taxonomyChanges(@CurrentActor() actor: Actor, @Args('unitId', { type: () => ID }) unitId: string): Promise<TaxonomyChange[]> {
    return this.database.asActor(actor, 'complaint.read', async (tx) => {
      const unit = isId(unitId) ? await this.unitRows.findInScope(tx, scopeOf(actor, 'complaint.read'), unitId) : null;
      return unit ? (await this.changes.at(tx, unit.path)).map((row) => shown(row, actor)) : [];
    });
  }

  @Allow(managing)
  @Mutation(() => NoteTaxonomyChangeResult)
  async noteTaxonomyChange(@Args('input') { unitId, date, note }: NoteTaxonomyChangeInput, @Context() { actor, locale }: RequestContext): Promise<typeof NoteTaxonomyChangeResult> {
    const text = note.trim();
    if (!text || text.length > longestNote) return answer(wrong('note'), locale);
    const outcome = await this.database.asActor(actor!, managing, async (tx): Promise<Outcome> => {
      const unit = await this.unitRows.findInScope(tx, scopeOf(actor!, managing), unitId);
      if (!unit) return err(failure('NOT_FOUND'));
      const id = await this.changes.add(tx, unit, date, text, actor!.name);
      if (!id) return err(failure('TAXONOMY_CHANGE_THERE'));
      await this.audit.record(tx, actor!, { action: 'taxonomy.noted', subjectType: 'taxonomy', subjectId: id, details: { date, note: text } });
      return success({ id, date, note: text, unitId: unit.id, unitPath: unit.path, notedBy: actor!.name }, actor!);
    });
    return answer(outcome, locale);
  }

  @Allow(managing)
  @Mutation(() => RemoveTaxonomyChangeResult)
  async removeTaxonomyChange(@Args('id', { type: () => ID }) id: string, @Context() { actor, locale }: RequestContext): Promise<typeof RemoveTaxonomyChangeResult> {
    const outcome = await this.database.asActor(actor!, managing, async (tx): Promise<Outcome> => {
      const row = isId(id) ? await this.changes.remove(tx, scopeOf(actor!, managing), id) : null;
      if (!row) return err(failure('NOT_FOUND'));
      await this.audit.record(tx, actor!, { action: 'taxonomy.removed', subjectType: 'taxonomy', subjectId: id, details: { date: row.date, note: row.note } });
      return success(row, actor!);
    });
    return answer(outcome, locale);
  }

  @ResolveField(() => Unit, { nullable: true, description: 'Null for a change that concerns everybody.' })
  unit(@Parent() { unitId }: TaxonomyChange, @Context() context: RequestContext): Promise<Unit | null> | null {
    return unitId ? this.units.byId(context, unitId) : null;
  }
}
