import { type Actor, err, failure, type Failure, isId, newId, ok, type Result } from '@skillhall/kernel';
import { RateLimit } from '@skillhall/platform/access';
import { Database, type Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { attemptDeadline, graceSeconds, startRefusal } from '../../domain/index.js';
import { AttemptRepository, type AttemptRow } from '../data/attempt.repository.js';
import { type ExamineeSittingRow, ExamineeSittings } from '../data/examinee-sitting.repository.js';
import { PaperRepository } from '../data/paper.repository.js';
import { SittingStore } from '../data/sitting-store.js';
import { CheckInCodes } from '../invigilate/check-in-codes.js';
import { DrawPapers } from '../prepare-papers/draw-papers.service.js';
import { StartAttemptSuccess } from '../start-attempt/start-attempt.types.js';
import { CloseAttempt } from '../submit-attempt/close-attempt.service.js';
import type { StartSittingInput } from './start-sitting.types.js';

type Outcome = Result<StartAttemptSuccess, Failure>;

const reason = 'papers, codes and exams are read for the acting person, who stands in every statement';
const invalid = (field: string): Outcome => err(failure('INVALID_INPUT', { field }, field));
const longestDevice = 100;
/** Wrong codes of one person in five minutes, before they have to ask the invigilator. */
const mostCodes = 10;

/** Begins or resumes the attempt of a person at a sitting; a second device takes the same attempt over, with a note of it. */
@Injectable()
export class StartSitting {
  constructor(
    private readonly database: Database,
    private readonly sittings: ExamineeSittings,
    private readonly attempts: AttemptRepository,
    private readonly papers: PaperRepository,
    private readonly store: SittingStore,
    private readonly drawing: DrawPapers,
    private readonly codes: CheckInCodes,
    private readonly limit: RateLimit,
    private readonly closing: CloseAttempt,
  ) {}

  async start(actor: Actor, input: StartSittingInput): Promise<Outcome> {
    const { personId } = actor;
    if (!personId || !isId(input.sittingId)) return err(failure('NOT_FOUND'));
    for (const field of ['deviceId', 'deviceLabel'] as const) if (!input[field] || input[field].length > longestDevice) return invalid(field);
    const refused = input.checkInCode ? await this.checkIn(actor, personId, input.sittingId, input.checkInCode) : null;
    if (refused) return err(refused);
    const first = await this.begin(personId, input);
    // Time ran out before the server closed it: it is handed in now, and what comes next is decided afresh.
    const overdue = first.ok && first.value.attempt.overdue && (await this.closing.closeOverdue(first.value.attempt.id));
    const outcome = overdue ? await this.begin(personId, input) : first;
    return outcome.ok ? ok(Object.assign(new StartAttemptSuccess(), { attempt: outcome.value.attempt })) : outcome;
  }

  private begin(personId: string, input: StartSittingInput): Promise<Result<{ attempt: AttemptRow }, Failure>> {
    return this.database.asSystem(reason, async (tx) => {
      const sitting = await this.sittings.find(tx, personId, input.sittingId);
      if (!sitting) return err(failure('NOT_FOUND'));
      const open = await this.attempts.openAt(tx, personId, sitting.id, graceSeconds);
      if (open) return ok({ attempt: await this.claimed(tx, open, input) });
      if (sitting.delivery === 'paper') return err(failure('ON_PAPER'));
      const refusal = startRefusal(sitting, sitting, sitting.now);
      return refusal ? err(failure(refusal)) : ok({ attempt: await this.add(tx, personId, sitting, input) });
    });
  }

  /**
   * The right code checks a person in; why it does not, else null. One transaction after the other, before the attempt
   * begins: who holds a connection and waits for another could wait for ever when everybody comes at once.
   */
  private async checkIn(actor: Actor, personId: string, sittingId: string, code: string): Promise<Failure | null> {
    const sitting = await this.database.asSystem(reason, (tx) => this.sittings.find(tx, personId, sittingId));
    if (!sitting?.admitted || sitting.checkedIn || sitting.checkIn !== 'code' || sitting.delivery === 'paper') return null;
    if (await this.limit.hit(`check-in:${sittingId}:${personId}`, mostCodes, 300)) return failure('CHECK_IN_LOCKED');
    if (!(await this.codes.matches(sittingId, code))) return failure('CHECK_IN_WRONG');
    await this.database.asSystem(reason, (tx) => this.store.checkIn(tx, sittingId, personId, actor.accountId));
    return null;
  }

  private async add(tx: Transaction, personId: string, sitting: ExamineeSittingRow, device: StartSittingInput): Promise<AttemptRow> {
    const number = sitting.attemptsUsed + 1;
    const deadline = attemptDeadline(sitting.now, sitting.minutes, sitting.extraMinutes, sitting.closesAt);
    const attempt = { id: newId(), sittingId: sitting.id, personId, number, startedAt: sitting.now, deadline, deviceId: device.deviceId, deviceLabel: device.deviceLabel };
    if (!(await this.attempts.startPrepared(tx, attempt))) {
      // Admitted after the papers were drawn, or sits again: the paper follows from the same seed.
      const [paper] = await this.drawing.draw(tx, sitting.examId, [attempt]);
      await this.papers.addPrepared(tx, sitting.id, number, [{ personId, paper: paper! }]);
      await this.attempts.startPrepared(tx, attempt);
    }
    // Another device may have been faster by a moment; then this is its attempt.
    return this.claimed(tx, (await this.attempts.openAt(tx, personId, sitting.id, graceSeconds))!, device);
  }

  private async claimed(tx: Transaction, attempt: AttemptRow, { deviceId, deviceLabel }: StartSittingInput): Promise<AttemptRow> {
    if (attempt.deviceId !== deviceId) await this.attempts.claim(tx, attempt.id, deviceId, deviceLabel);
    return { ...attempt, deviceId };
  }
}
