import { type Actor, type CivilDate, civilDateIn, err, failure, type Failure, isId, ok, type Result, scopeOf, transition } from '@skillhall/kernel';
import { AuditLog } from '@skillhall/platform/audit';
import { CONFIG, type Config } from '@skillhall/platform/config';
import { Database, type Transaction } from '@skillhall/platform/database';
import { Inject, Injectable } from '@nestjs/common';
import { type AssignmentPlan, assignmentProblem, assignmentStates, type AssignmentStep } from '../../domain/index.js';
import { AssignmentRepository } from '../data/assignment.repository.js';
import { type ScheduleTrainingInput, ScheduleTrainingSuccess } from './schedule.types.js';

type Outcome = Result<ScheduleTrainingSuccess, Failure>;
const permission = 'training.schedule';
const longestWhy = 500;
const wrong = (field: string): Outcome => err(failure('INVALID_INPUT', { field }, field));
const done = (halls: number): Outcome => ok(Object.assign(new ScheduleTrainingSuccess(), { halls }));

const planOf = ({ plannedMonth, plannedOn, reason, lookedFrom, lookedUntil, decidedBy }: ScheduleTrainingInput): AssignmentPlan => ({
  ...{ plannedMonth, reason, decidedBy },
  ...{ plannedOn: plannedOn ?? null, lookedFrom: lookedFrom ?? null, lookedUntil: lookedUntil ?? null },
});

/** Plans first sessions for many halls at once, and records what became of them: all of them, or none. */
@Injectable()
export class ScheduleService {
  constructor(
    private readonly database: Database,
    private readonly assignments: AssignmentRepository,
    private readonly audit: AuditLog,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The course has been found to be one that the actor may see. */
  async schedule(actor: Actor, input: ScheduleTrainingInput): Promise<Outcome> {
    const [plan, unitIds, scope] = [planOf(input), [...new Set(input.unitIds)], scopeOf(actor, permission)];
    // A lottery is drawn, not claimed.
    const field = plan.reason === 'lottery' ? 'reason' : assignmentProblem(plan);
    if (field) return wrong(field);
    if (!unitIds.length || !unitIds.every(isId)) return wrong('unitIds');
    return this.database.asActor(actor, permission, async (tx): Promise<Outcome> => {
      if ((await this.assignments.known(tx, scope, unitIds)) < unitIds.length) return err(failure('NOT_FOUND'));
      const halls = await this.assignments.halls(tx, scope, unitIds);
      if (!halls.length) return wrong('unitIds');
      await lockCourse(tx, input.courseId);
      const taken = await this.assignments.taken(tx, input.courseId, halls.map(({ id }) => id));
      if (taken.length) return err(failure('TRAINING_SCHEDULED', { halls: taken.join('、') }));
      await this.assignments.add(tx, input.courseId, halls, plan, actor);
      await this.record(tx, actor, 'training.scheduled', input.courseId, { halls: halls.length, month: plan.plannedMonth, reason: plan.reason });
      return done(halls.length);
    });
  }

  async hold(actor: Actor, ids: readonly string[], on: CivilDate): Promise<Outcome> {
    if (on > civilDateIn(new Date(), this.config.TIME_ZONE)) return wrong('heldOn');
    return this.step(actor, ids, 'hold', async (tx) => {
      await this.assignments.hold(tx, ids, on);
      return { action: 'training.held', heldOn: on };
    });
  }

  async cancel(actor: Actor, ids: readonly string[], why: string): Promise<Outcome> {
    const text = why.trim();
    if (!text || text.length > longestWhy) return wrong('why');
    return this.step(actor, ids, 'cancel', async (tx) => {
      await this.assignments.cancel(tx, ids, text);
      return { action: 'training.cancelled' };
    });
  }

  private async step(actor: Actor, given: readonly string[], step: AssignmentStep, work: (tx: Transaction) => Promise<{ action: string; heldOn?: string }>): Promise<Outcome> {
    const ids = [...new Set(given)];
    if (!ids.length || !ids.every(isId)) return err(failure('NOT_FOUND'));
    return this.database.asActor(actor, permission, async (tx): Promise<Outcome> => {
      const found = await this.assignments.lock(tx, scopeOf(actor, permission), ids);
      if (found.length < ids.length) return err(failure('NOT_FOUND'));
      if (!found.every(({ state }) => transition(assignmentStates, state, step))) return err(failure('TRAINING_NOT_PLANNED'));
      const { action, ...details } = await work(tx);
      for (const courseId of new Set(found.map((one) => one.courseId)))
        await this.record(tx, actor, action, courseId, { halls: found.filter((one) => one.courseId === courseId).length, ...details });
      return done(found.length);
    });
  }

  private record(tx: Transaction, actor: Actor, action: string, subjectId: string, details: object): Promise<void> {
    return this.audit.record(tx, actor, { action, subjectType: 'course', subjectId, details: { ...details } });
  }
}

/** Whoever plans sessions of a course waits for the other, so that both see what is taken. */
export async function lockCourse(tx: Transaction, courseId: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`training ${courseId}`]);
}
