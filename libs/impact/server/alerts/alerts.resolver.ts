import { Unit, UnitLoader, UnitRepository } from '@skillhall/directory/server';
import { type Actor, err, failure, type Failure, isId, ok, pageOf, pageRequest, type Result, scopeOf } from '@skillhall/kernel';
import { Allow, CurrentActor } from '@skillhall/platform/access';
import { AuditLog } from '@skillhall/platform/audit';
import { Database } from '@skillhall/platform/database';
import { answer, type RequestContext } from '@skillhall/platform/graphql';
import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { alertWords } from '../../domain/index.js';
import { AlertRepository } from '../data/alert.repository.js';
import { AcknowledgeAlertResult, AlertSuccess, ImpactAlert, ImpactAlertPage } from './alerts.types.js';

/** Those see alerts who decide which halls are trained: managers, and trainers of the hall. */
const permission = 'training.schedule';
const longestNote = 500;
const count = { type: () => Int, nullable: true } as const;

@Resolver(() => ImpactAlert)
export class AlertsResolver {
  constructor(
    private readonly database: Database,
    private readonly repository: AlertRepository,
    private readonly unitRows: UnitRepository,
    private readonly units: UnitLoader,
    private readonly audit: AuditLog,
  ) {}

  @Allow(permission)
  @Query(() => ImpactAlertPage, { description: 'The newest first.' })
  impactAlerts(
    @CurrentActor() actor: Actor,
    @Args('unitId', { type: () => ID, nullable: true }) unitId?: string | null,
    @Args('open', { type: () => Boolean, nullable: true, description: 'True: those that nobody has acknowledged.' }) open?: boolean | null,
    @Args('offset', count) offset?: number,
    @Args('limit', count) limit?: number,
  ): Promise<ImpactAlertPage> {
    const [scope, request] = [scopeOf(actor, permission), pageRequest(offset, limit)];
    const read = this.database.asActor(actor, permission, async (tx) => {
      const unit = unitId ? await this.unitRows.findInScope(tx, scope, unitId) : null;
      return unitId && !unit ? pageOf([], 0, request) : this.repository.page(tx, scope, unit?.path ?? null, open ?? null, request);
    });
    return read as Promise<ImpactAlertPage>;
  }

  @Allow(permission)
  @Mutation(() => AcknowledgeAlertResult, { description: 'Says that somebody has seen it, and what is done about it.' })
  async acknowledgeAlert(
    @Args('id', { type: () => ID }) id: string,
    @Context() { actor, locale }: RequestContext,
    @Args('note', { type: () => String, nullable: true }) note?: string | null,
  ): Promise<typeof AcknowledgeAlertResult> {
    return answer(await this.acknowledge(actor!, id, note?.trim().slice(0, longestNote) || null), locale);
  }

  private acknowledge(actor: Actor, id: string, note: string | null): Promise<Result<AlertSuccess, Failure>> {
    const scope = scopeOf(actor, permission);
    return this.database.asActor(actor, permission, async (tx): Promise<Result<AlertSuccess, Failure>> => {
      const alert = isId(id) ? await this.repository.lock(tx, scope, id) : null;
      if (!alert) return err(failure('NOT_FOUND'));
      if (alert.acknowledgedAt) return err(failure('ALERT_ACKNOWLEDGED'));
      await this.repository.acknowledge(tx, id, note, actor);
      await this.audit.record(tx, actor, { action: 'alert.acknowledged', subjectType: 'alert', subjectId: id, details: { note } });
      return ok(Object.assign(new AlertSuccess(), { alert: (await this.repository.lock(tx, scope, id))! }));
    });
  }

  @ResolveField(() => Unit)
  async unit(@Parent() { unitId }: ImpactAlert, @Context() context: RequestContext): Promise<Unit> {
    return (await this.units.byId(context, unitId))!;
  }

  @ResolveField(() => String)
  async text(@Parent() alert: ImpactAlert, @Context() context: RequestContext): Promise<string> {
    return alertWords((await this.units.byId(context, alert.unitId))?.name ?? '', alert, context.locale).text;
  }

  @ResolveField(() => String, { description: 'What has to be written down if it decides who is trained.' })
  advice(@Parent() alert: ImpactAlert, @Context() { locale }: RequestContext): string {
    return alertWords('', alert, locale).advice;
  }
}
