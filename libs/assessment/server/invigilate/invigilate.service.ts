import { type Actor, err, failure, type Failure, isId, ok, type Result, transition } from '@skillhall/kernel';
import { AuditLog } from '@skillhall/platform/audit';
import { Database, type Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { sittingState, sittingSteps } from '../../domain/index.js';
import { BoardRepository, type NewIncident } from '../data/board.repository.js';
import { CandidateRepository } from '../data/candidate.repository.js';
import { type SittingRow, SittingRepository } from '../data/sitting.repository.js';
import { SittingStore } from '../data/sitting-store.js';
import { CloseAttempt } from '../submit-attempt/close-attempt.service.js';
import { InvigilateSuccess } from './invigilate.types.js';
import { SittingAccess } from './sitting-access.js';

type Outcome = Result<InvigilateSuccess, Failure>;
const reason = 'who asks has been found to invigilate this sitting';
const longestNote = 1000;
const mostMinutes = 240;

const invalid = (field: string): Failure => failure('INVALID_INPUT', { field }, field);
const minutesProblem = (minutes: number): Failure | null => (minutes >= 1 && minutes <= mostMinutes ? null : invalid('minutes'));

/** What an invigilator does while a sitting runs. Everything is written down with who did it and why. */
@Injectable()
export class Invigilate {
  constructor(
    private readonly access: SittingAccess,
    private readonly database: Database,
    private readonly sittings: SittingRepository,
    private readonly store: SittingStore,
    private readonly board: BoardRepository,
    private readonly candidates: CandidateRepository,
    private readonly closing: CloseAttempt,
    private readonly audit: AuditLog,
  ) {}

  extend(actor: Actor, sittingId: string, attemptId: string, minutes: number, note: string): Promise<Outcome> {
    const incident: NewIncident = { sittingId, attemptId, kind: 'extended', minutes, note };
    return this.act(actor, incident, minutesProblem(minutes), async (tx) =>
      isId(attemptId) && (await this.board.extend(tx, sittingId, attemptId, minutes)) ? null : failure('ATTEMPT_NOT_OPEN'),
    );
  }

  extendAll(actor: Actor, sittingId: string, minutes: number, note: string): Promise<Outcome> {
    return this.act(actor, { sittingId, kind: 'all-extended', minutes, note }, minutesProblem(minutes), async (tx) => {
      await this.store.prolong(tx, sittingId, minutes);
      await this.board.extendAll(tx, sittingId, minutes);
      return null;
    });
  }

  noteIncident(actor: Actor, sittingId: string, attemptId: string | null, technical: boolean, note: string): Promise<Outcome> {
    const problem = note.trim() ? null : invalid('note');
    const known = async (tx: Transaction) => attemptId === null || (isId(attemptId) && (await this.belongs(tx, sittingId, attemptId)));
    return this.act(actor, { sittingId, attemptId, kind: technical ? 'technical' : 'note', note }, problem, async (tx) =>
      (await known(tx)) ? null : failure('NOT_FOUND'),
    );
  }

  checkIn(actor: Actor, sittingId: string, personId: string): Promise<Outcome> {
    return this.act(actor, { sittingId, kind: 'checked-in', note: '' }, null, async (tx) => {
      const [row] = isId(personId) ? ((await tx.query('select assessment.admits($1, $2) as ok', [sittingId, personId])) as [{ ok: boolean }]) : [{ ok: false }];
      if (!row.ok) return failure('NOT_ADMITTED');
      await this.store.checkIn(tx, sittingId, personId, actor.accountId);
      return null;
    });
  }

  forceSubmit(actor: Actor, sittingId: string, attemptId: string, note: string): Promise<Outcome> {
    const problem = note.trim() ? null : invalid('note');
    return this.act(actor, { sittingId, attemptId, kind: 'forced-in', note }, problem, async (tx) =>
      isId(attemptId) && (await this.belongs(tx, sittingId, attemptId)) && (await this.closing.closeFor(tx, attemptId, 'invigilator')) ? null : failure('ATTEMPT_NOT_OPEN'),
    );
  }

  /** Ends the sitting for everybody: what is open is handed in, each attempt by itself. */
  async end(actor: Actor, sittingId: string, note: string): Promise<Outcome> {
    const ended = await this.act(actor, { sittingId, kind: 'ended', note }, note.trim() ? null : invalid('note'), async (tx) => {
      await this.store.end(tx, sittingId);
      return null;
    });
    if (ended.ok) await this.closing.closeSitting(sittingId);
    return ended;
  }

  private async act(actor: Actor, incident: NewIncident, problem: Failure | null, work: (tx: Transaction) => Promise<Failure | null>): Promise<Outcome> {
    const { sittingId, attemptId, kind, note, minutes } = incident;
    const sitting = await this.access.invigilated(actor, sittingId);
    if (!sitting) return err(failure('NOT_FOUND'));
    if (problem) return err(problem);
    if (note.length > longestNote) return err(invalid('note'));
    if (!transition(sittingSteps, sittingState(sitting, sitting.now), kind)) return err(failure('SITTING_OVER'));
    return this.database.asSystem(reason, async (tx): Promise<Outcome> => {
      const failed = await work(tx);
      if (failed) return err(failed);
      await this.board.addIncident(tx, incident, actor);
      await this.audit.record(tx, actor, { action: `sitting.${kind}`, subjectType: 'sitting', subjectId: sittingId, details: { attemptId: attemptId ?? null, minutes: minutes ?? null, note } });
      const [after] = await this.sittings.byIds(tx, [sittingId]);
      return ok(Object.assign(new InvigilateSuccess(), { sitting: after as SittingRow }));
    });
  }

  private async belongs(tx: Transaction, sittingId: string, attemptId: string): Promise<boolean> {
    return ((await tx.query('select from assessment.attempt where id = $1 and sitting_id = $2', [attemptId, sittingId])) as unknown[]).length > 0;
  }
}
