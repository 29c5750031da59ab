import { type Actor, err, failure, type Failure, isId, ok, type Result, scopeOf, transition } from '@skillhall/kernel';
import { PersonRepository, UnitRepository } from '@skillhall/directory/server';
import { AuditLog } from '@skillhall/platform/audit';
import { Database, type Transaction } from '@skillhall/platform/database';
import { Outbox } from '@skillhall/platform/jobs';
import { Injectable } from '@nestjs/common';
import { sittingState, type SittingStep, sittingSteps } from '../../domain/index.js';
import { type SittingRow, SittingRepository } from '../data/sitting.repository.js';
import { type SittingRules, SittingStore } from '../data/sitting-store.js';
import { preparePapersAt, preparePapersJob } from '../prepare-papers/prepare-papers.job-type.js';
import { sittingProblem } from './check-sitting.js';
import { type CandidateInput, type SaveSittingInput, SaveSittingSuccess } from './manage-sittings.types.js';

type Outcome = Result<SaveSittingSuccess, Failure>;
const permission = 'exam.manage';
const invalid = (field: string): Result<never, Failure> => err(failure('INVALID_INPUT', { field }, field));

/** Plans sittings. Once one has opened only what an invigilator may do is left. */
@Injectable()
export class ManageSittings {
  constructor(
    private readonly database: Database,
    private readonly sittings: SittingRepository,
    private readonly store: SittingStore,
    private readonly units: UnitRepository,
    private readonly people: PersonRepository,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
  ) {}

  async save(actor: Actor, input: SaveSittingInput): Promise<Outcome> {
    const problem = sittingProblem(input);
    if (problem) return err(problem);
    const saved = await this.database.asActor(actor, permission, async (tx): Promise<Result<SittingRow, Failure>> => {
      const found = await this.resolve(tx, actor, input);
      if (!found.ok) return found;
      const { fields, rules } = found.value;
      if (!input.id) return ok(await this.written(tx, actor, await this.store.add(tx, fields, actor.accountId), rules, 'sitting.planned'));
      const old = await this.lock(tx, actor, input.id, 'changed');
      if (!old.ok) return old;
      if (old.value.version !== input.version) return err(failure('SITTING_CHANGED'));
      await this.store.change(tx, input.id, fields);
      return ok(await this.written(tx, actor, input.id, rules, 'sitting.changed'));
    });
    return saved.ok ? ok(Object.assign(new SaveSittingSuccess(), { sitting: saved.value })) : saved;
  }

  async cancel(actor: Actor, id: string, reason: string): Promise<Outcome> {
    if (!reason.trim() || reason.length > 500) return invalid('reason');
    return this.change(actor, id, 'cancelled', (tx) => this.store.cancel(tx, id, reason));
  }

  async setCandidate(actor: Actor, { sittingId, personId, admitted, extraMinutes, note }: CandidateInput): Promise<Outcome> {
    if (!(extraMinutes >= 0 && extraMinutes <= 600)) return invalid('extraMinutes');
    if ((note?.length ?? 0) > 500) return invalid('note');
    if (!isId(personId)) return err(failure('NOT_FOUND'));
    return this.change(actor, sittingId, 'candidate-set', async (tx) => {
      const person = await this.people.findInScope(tx, scopeOf(actor, permission), personId);
      if (!person) return failure('NOT_FOUND');
      await this.store.setCandidate(tx, sittingId, personId, { admitted: admitted ?? null, extraMinutes, note: note ?? null });
      return null;
    });
  }

  private async change(actor: Actor, id: string, step: SittingStep, work: (tx: Transaction) => Promise<Failure | null | void>): Promise<Outcome> {
    const changed = await this.database.asActor(actor, permission, async (tx): Promise<Result<SittingRow, Failure>> => {
      const old = await this.lock(tx, actor, id, step);
      if (!old.ok) return old;
      const failed = await work(tx);
      if (failed) return err(failed);
      await this.audit.record(tx, actor, { action: `sitting.${step}`, subjectType: 'sitting', subjectId: id });
      return ok((await this.sittings.find(tx, scopeOf(actor, permission), id))!);
    });
    return changed.ok ? ok(Object.assign(new SaveSittingSuccess(), { sitting: changed.value })) : changed;
  }

  private async lock(tx: Transaction, actor: Actor, id: string, step: SittingStep): Promise<Result<SittingRow, Failure>> {
    const row = isId(id) ? await this.sittings.lock(tx, scopeOf(actor, permission), id) : null;
    if (!row) return err(failure('NOT_FOUND'));
    const state = sittingState(row, row.now);
    return transition(sittingSteps, state, step) ? ok(row) : err(failure(state === 'open' ? 'SITTING_BEGUN' : 'SITTING_OVER'));
  }

  /** Everything that the input names, found within the scope of whoever names it. */
  private async resolve(tx: Transaction, actor: Actor, input: SaveSittingInput) {
    const scope = scopeOf(actor, permission);
    const [exam] = (await tx.query(
      `select state from assessment.exam e where e.id = $2 and exists (select from unnest($1::text[]) as top where starts_with(e.unit_path, top) or starts_with(top, e.unit_path))`,
      [scope, input.examId],
    )) as [{ state: string }?];
    if (!exam) return invalid('examId');
    if (exam.state !== 'published') return err(failure('EXAM_NOT_PUBLISHED'));
    const unit = await this.units.findInScope(tx, scope, input.unitId);
    if (!unit) return invalid('unitId');
    const admitted = await Promise.all(input.admittedUnitIds.map((id) => this.units.findInScope(tx, scope, id)));
    if (!admitted.every((found) => found !== null)) return invalid('admittedUnitIds');
    const invigilators = await Promise.all(input.invigilatorIds.map((id) => this.people.findInScope(tx, scope, id)));
    if (!invigilators.every((found) => found !== null)) return invalid('invigilatorIds');
    const { examId, title, delivery, opensAt, closesAt, checkIn, proctoring } = input;
    const rules: SittingRules = { units: admitted, postIds: input.admittedPostIds, invigilatorIds: input.invigilatorIds };
    const fields = { examId, title: title.trim(), place: input.place?.trim() || null, unit, delivery, opensAt, closesAt, lateEntryMinutes: input.lateEntryMinutes ?? null, checkIn, proctoring };
    return ok({ fields, rules });
  }

  private async written(tx: Transaction, actor: Actor, id: string, rules: SittingRules, action: string): Promise<SittingRow> {
    await this.store.setRules(tx, id, rules);
    await this.audit.record(tx, actor, { action, subjectType: 'sitting', subjectId: id });
    const row = (await this.sittings.find(tx, scopeOf(actor, permission), id))!;
    await this.outbox.enqueue(tx, preparePapersJob, `${id}:${row.version}`, { sittingId: id, version: row.version }, preparePapersAt(row.opensAt, row.now));
    return row;
  }
}
