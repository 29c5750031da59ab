import { counterClasses } from '@skillhall/complaints/domain';
import { UnitRepository } from '@skillhall/directory/server';
import { type Actor, err, failure, type Failure, isId, type Locale, newId, ok, type Result, scopeOf } from '@skillhall/kernel';
import { Database } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { outlook, type OutlookRequest, planNote, rolloutOf, rolloutProblem, shocksBefore, studyRows, untrainedRows, usualWindow } from '../../domain/index.js';
import { Snapshots } from '../run-study/snapshots.js';
import { StudyOutlook, type StudyOutlookInput } from './outlook.types.js';

const permission = 'impact.read';
const reason = 'rates of the whole unit, which was found to be one that the actor may see';
const settings = { power: 0.8, alpha: 0.05, longest: 36 };
const usual = { preMonths: 12, postMonths: 10, decisionWindow: usualWindow, trainedShare: 0.5 };
const mostOrders = 6;

const between = (value: number, low: number, high: number): boolean => Number.isFinite(value) && value >= low && value <= high;

type Asked = Omit<StudyOutlookInput, keyof typeof usual> & typeof usual;

const withUsual = ({ preMonths, postMonths, decisionWindow, trainedShare, ...rest }: StudyOutlookInput): Asked => ({
  ...rest,
  ...{ preMonths: preMonths ?? usual.preMonths, postMonths: postMonths ?? usual.postMonths },
  ...{ decisionWindow: decisionWindow ?? usual.decisionWindow, trainedShare: trainedShare ?? usual.trainedShare },
});

/** The field that is not right. */
function outlookProblem({ fall, preMonths, postMonths, decisionWindow, trainedShare, halls, orders, outcomeClasses }: Asked): string | undefined {
  if (!between(fall, 0.01, 0.95)) return 'fall';
  if (!between(preMonths, 1, 60)) return 'preMonths';
  if (!between(postMonths, 1, 60)) return 'postMonths';
  if (!between(decisionWindow, 0, 12)) return 'decisionWindow';
  if (!between(trainedShare, 0.01, 0.99)) return 'trainedShare';
  if (halls !== undefined && halls !== null && !between(halls, 2, 1_000_000)) return 'halls';
  if (outcomeClasses?.length === 0) return 'outcomeClasses';
  return (orders?.length ?? 0) > mostOrders ? 'orders' : undefined;
}

/** Answers the planner's question with the unit's own history. */
@Injectable()
export class PlanOutlook {
  constructor(
    private readonly database: Database,
    private readonly units: UnitRepository,
    private readonly snapshots: Snapshots,
  ) {}

  async read(actor: Actor, given: StudyOutlookInput, locale: Locale): Promise<Result<StudyOutlook, Failure>> {
    const input = withUsual(given);
    const field = outlookProblem(input);
    if (field) return err(failure('INVALID_INPUT', { field }, field));
    const unit = await this.database.asActor(actor, permission, (tx) => this.units.findInScope(tx, scopeOf(actor, permission), input.unitId));
    if (!unit) return err(failure('NOT_FOUND'));
    // A course that nobody knows has trained no hall, as none has been.
    const courseId = input.courseId && isId(input.courseId) ? input.courseId : newId();
    const order = { unitPath: unit.path, courseId, outcomeClasses: input.outcomeClasses ?? [...counterClasses], controlClasses: [], countRule: 'filed', cluster: 'hall' } as const;
    const panel = await this.database.asSystem(reason, (tx) => this.snapshots.read(tx, order));
    const rows = studyRows(panel);
    const { count } = untrainedRows(rows);
    const ratePerHallMonth = count.reduce((sum, value) => sum + value, 0) / count.length;
    const halls = input.halls ?? panel.hallIds.length;
    if (!(ratePerHallMonth > 0) || halls < 2) return err(failure('STUDY_NO_HISTORY'));
    const rollouts = (input.orders ?? []).map(({ waves }) => waves);
    if (rollouts.some((waves) => rolloutProblem(waves, halls))) return err(failure('INVALID_INPUT', { field: 'orders' }, 'orders'));
    const { fromHistory, ...shocks } = shocksBefore(rows);
    const request: OutlookRequest = { ...settings, ...input, halls, ratePerHallMonth, shocks, rollouts: rollouts.map(rolloutOf) };
    return ok(outlookOf(request, fromHistory, locale));
  }
}

function outlookOf(request: OutlookRequest, fromHistory: boolean, locale: Locale): StudyOutlook {
  const { rollouts, soonest, notes, table, ...found } = outlook(request, locale);
  const { sd, correlation } = request.shocks;
  return Object.assign(new StudyOutlook(), {
    ...found,
    ...{ halls: request.halls, ratePerHallMonth: request.ratePerHallMonth, shockSd: sd, shockCorrelation: correlation, shocksFromHistory: fromHistory },
    table,
    orders: rollouts.map((rollout) => ({ ...rollout, waves: [...rollout.waves], timeline: [...rollout.timeline] })),
    ...{ soonestPlan: soonest?.plan ?? null, soonestMonths: soonest?.answerAfterMonths ?? null },
    notes: fromHistory ? notes : [planNote('shocks-usual', locale, { sd, correlation }), ...notes],
  });
}
