import { type Actor, err, failure, type Failure, isId, ok, type Result, scopeOf } from '@skillhall/kernel';
import { AuditLog } from '@skillhall/platform/audit';
import { Database, type Transaction } from '@skillhall/platform/database';
import { Inject, Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { drawWaves, lotteryProblem, tiersOf, waveMonth } from '../../domain/index.js';
import { AssignmentRepository, type HallPlace } from '../data/assignment.repository.js';
import { LearningRecords } from '../data/learning-records.js';
import { LotteryRepository, type LotteryRow } from '../data/lottery.repository.js';
import { HALL_RATES, type HallRates } from '../hall-rates-port.js';
import { lockCourse } from '../schedule/schedule.service.js';
import { LotterySuccess, type PrepareLotteryInput, type TrainingLottery } from './lottery.types.js';

type Outcome = Result<LotterySuccess, Failure>;
const permission = 'training.schedule';
const longestDecider = 100;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const wrong = (field: string): Outcome => err(failure('INVALID_INPUT', { field }, field));
const reason = 'the seed of a lottery is kept from everybody until the draw; halls are checked against the scope';

/** Prepares lotteries, draws each of them once, and plans the sessions that were drawn. */
@Injectable()
export class LotteryService {
  constructor(
    private readonly database: Database,
    private readonly lotteries: LotteryRepository,
    private readonly assignments: AssignmentRepository,
    private readonly records: LearningRecords,
    private readonly audit: AuditLog,
    @Inject(HALL_RATES) private readonly rates: HallRates,
  ) {}

  /** Halls, tiers and the digest of a seed that nobody has seen are written down; the course is one the actor may see. */
  async prepare(actor: Actor, input: PrepareLotteryInput): Promise<Outcome> {
    const { unitIds: given, ...plan } = input;
    const [scope, unitIds, decidedBy] = [scopeOf(actor, permission), [...new Set(given)], input.decidedBy.trim()];
    if (!decidedBy || decidedBy.length > longestDecider) return wrong('decidedBy');
    if (!unitIds.length || !unitIds.every(isId)) return wrong('unitIds');
    return this.database.asSystem(reason, async (tx): Promise<Outcome> => {
      if ((await this.assignments.known(tx, scope, unitIds)) < unitIds.length) return err(failure('NOT_FOUND'));
      const halls = await this.assignments.halls(tx, scope, unitIds);
      const problem = lotteryProblem(plan, halls.length);
      if (problem) return wrong(problem === 'hallIds' ? 'unitIds' : problem);
      const taken = await this.taken(tx, input.courseId, halls);
      if (taken) return err(taken);
      const measures = await this.measures(tx, halls, plan.tiersBy);
      const tiers = tiersOf(halls.map(({ id, code }) => ({ code, measure: measures.get(id) ?? 0 })), plan.tiers);
      const seed = randomBytes(32).toString('hex');
      const unit = await this.lotteries.commonUnit(tx, halls.map(({ path }) => path));
      const lots = halls.map(({ id, code }) => ({ id, code, tier: tiers.get(code)! }));
      const id = await this.lotteries.add(tx, { ...plan, unit, decidedBy, seedDigest: sha256(seed) }, seed, lots, actor);
      return this.finish(tx, actor, scope, id, 'lottery.prepared', { halls: halls.length });
    });
  }

  async draw(actor: Actor, id: string): Promise<Outcome> {
    return this.step(actor, id, async (tx, lottery) => {
      const lots = await this.lotteries.lots(tx, id);
      const taken = await this.taken(tx, lottery.courseId, lots.map((lot) => ({ id: lot.unitId })));
      if (taken) return taken;
      const seed = await this.lotteries.seedOf(tx, id);
      const waves = drawWaves(new Map(lots.map(({ code, tier }) => [code, tier])), lottery, seed, sha256);
      await this.lotteries.setDrawn(tx, id, seed, waves, actor);
      const halls = lots.flatMap(({ code, unitId, unitPath }) => {
        const wave = waves.get(code);
        return wave ? [{ id: unitId, path: unitPath, month: waveMonth(lottery, wave) }] : [];
      });
      const plan = { plannedMonth: lottery.firstMonth, plannedOn: null, reason: 'lottery', lookedFrom: null, lookedUntil: null, decidedBy: lottery.decidedBy } as const;
      await this.assignments.add(tx, lottery.courseId, halls, plan, actor, id);
      return { action: 'lottery.drawn', halls: halls.length };
    });
  }

  /** Gives up a lottery that was not drawn; that it was prepared stays on record. */
  async drop(actor: Actor, id: string): Promise<Outcome> {
    return this.step(actor, id, async (tx, { seedDigest }) => {
      await this.lotteries.setDropped(tx, id);
      return { action: 'lottery.dropped', seedDigest };
    });
  }

  private async step(actor: Actor, id: string, work: (tx: Transaction, lottery: LotteryRow) => Promise<Failure | { action: string }>): Promise<Outcome> {
    const scope = scopeOf(actor, permission);
    if (!isId(id)) return err(failure('NOT_FOUND'));
    return this.database.asSystem(reason, async (tx): Promise<Outcome> => {
      const lottery = await this.lotteries.lock(tx, scope, id);
      if (!lottery) return err(failure('NOT_FOUND'));
      if (lottery.state !== 'prepared') return err(failure('LOTTERY_STATE'));
      const found = await work(tx, lottery);
      if ('code' in found) return err(found);
      const { action, ...details } = found;
      return this.finish(tx, actor, scope, id, action, details);
    });
  }

  private async taken(tx: Transaction, courseId: string, halls: readonly { id: string }[]): Promise<Failure | null> {
    await lockCourse(tx, courseId);
    const taken = await this.assignments.taken(tx, courseId, halls.map(({ id }) => id));
    return taken.length ? failure('TRAINING_SCHEDULED', { halls: taken.join('、') }) : null;
  }

  private async measures(tx: Transaction, halls: readonly HallPlace[], by: 'size' | 'rate'): Promise<ReadonlyMap<string, number>> {
    if (by === 'rate') return this.rates.lastYear(tx, halls.map(({ id }) => id));
    return new Map((await this.records.staffByHall(tx, halls.map(({ path }) => path))).map(({ unitId, staff }) => [unitId, staff]));
  }

  private async finish(tx: Transaction, actor: Actor, scope: readonly string[], id: string, action: string, details: object): Promise<Outcome> {
    const lottery = (await this.lotteries.find(tx, scope, id))!;
    await this.audit.record(tx, actor, { action, subjectType: 'lottery', subjectId: id, details: { seedDigest: lottery.seedDigest, ...details } });
    return ok(Object.assign(new LotterySuccess(), { lottery: lottery as TrainingLottery }));
  }
}
