import { err, failure, type Failure, isId, newId, ok, type Result } from '@skillhall/kernel';
import { Database } from '@skillhall/platform/database';
import type { RequestContext } from '@skillhall/platform/graphql';
import { Injectable } from '@nestjs/common';
import { attemptDeadline, startRefusal } from '../../domain/index.js';
import { AttemptRepository, type AttemptRow } from '../data/attempt.repository.js';
import type { ExamineeSittingRow } from '../data/examinee-sitting.repository.js';
import { PaperRepository } from '../data/paper.repository.js';
import { DrawPapers } from '../prepare-papers/draw-papers.service.js';
import { AttemptLoader } from '../read-attempts/attempt.loader.js';
import { PaperCache } from '../save-answer/paper-cache.js';
import { StartAttemptSuccess } from '../start-attempt/start-attempt.types.js';
import { CloseAttempt } from '../submit-attempt/close-attempt.service.js';
import { CheckInByCode } from './check-in-by-code.js';
import { type NewSittingAttempt, StartRush } from './rush.js';
import type { StartSittingInput } from './start-sitting.types.js';

type Outcome = Result<StartAttemptSuccess, Failure>;

const reason = 'papers, codes and exams are read for the acting person, who stands in every statement';
const invalid = (field: string): Outcome => err(failure('INVALID_INPUT', { field }, field));
const longestDevice = 100;

/** Begins or resumes the attempt of a person at a sitting; a second device takes the same attempt over, with a note of it. */
@Injectable()
export class StartSitting {
  constructor(
    private readonly database: Database,
    private readonly rush: StartRush,
    private readonly attempts: AttemptRepository,
    private readonly papers: PaperRepository,
    private readonly drawing: DrawPapers,
    private readonly codes: CheckInByCode,
    private readonly closing: CloseAttempt,
    private readonly cache: PaperCache,
    private readonly loader: AttemptLoader,
  ) {}

  async start(context: RequestContext, input: StartSittingInput): Promise<Outcome> {
    const { accountId, personId } = context.actor!;
    if (!personId || !isId(input.sittingId)) return err(failure('NOT_FOUND'));
    for (const field of ['deviceId', 'deviceLabel'] as const) if (!input[field] || input[field].length > longestDevice) return invalid(field);
    const refused = input.checkInCode ? await this.codes.enter({ accountId, personId }, input.sittingId, input.checkInCode) : null;
    if (refused) return err(refused);
    const first = await this.begin(context, personId, input);
    // Time ran out before the server closed it: it is handed in now, and what comes next is decided afresh.
    const overdue = first.ok && first.value.attempt.overdue && (await this.closing.closeOverdue(first.value.attempt.id));
    const outcome = overdue ? await this.begin(context, personId, input) : first;
    return outcome.ok ? ok(Object.assign(new StartAttemptSuccess(), { attempt: outcome.value.attempt })) : outcome;
  }

  private async begin(context: RequestContext, personId: string, input: StartSittingInput): Promise<Result<{ attempt: AttemptRow }, Failure>> {
    const { sitting, open } = await this.rush.look(personId, input.sittingId);
    if (!sitting) return err(failure('NOT_FOUND'));
    if (open) return ok({ attempt: await this.claimed(open, input) });
    if (sitting.delivery === 'paper') return err(failure('ON_PAPER'));
    const refusal = startRefusal(sitting, sitting, sitting.now);
    return refusal ? err(failure(refusal)) : ok({ attempt: await this.add(context, personId, sitting, input) });
  }

  private async add(context: RequestContext, personId: string, sitting: ExamineeSittingRow, device: StartSittingInput): Promise<AttemptRow> {
    const number = sitting.attemptsUsed + 1;
    const deadline = attemptDeadline(sitting.now, sitting.minutes, sitting.extraMinutes, sitting.closesAt);
    const attempt = { id: newId(), sittingId: sitting.id, personId, number, startedAt: sitting.now, deadline, deviceId: device.deviceId, deviceLabel: device.deviceLabel };
    const begun = (await this.rush.begin(attempt)) ?? (await this.beginUnprepared(sitting.examId, attempt));
    this.cache.keep(personId, begun.id, begun.paper);
    // Another device may have been faster by a moment; then this is its attempt.
    if (begun.id === attempt.id) this.loader.nothingAnswered(context, begun.id);
    return this.claimed(begun, device);
  }

  /** Admitted after the papers were drawn, or sits again: the paper follows from the same seed. */
  private async beginUnprepared(examId: string, attempt: NewSittingAttempt): Promise<AttemptRow> {
    await this.database.asSystem(reason, async (tx) => {
      const [paper] = await this.drawing.draw(tx, examId, [attempt]);
      await this.papers.addPrepared(tx, attempt.sittingId, attempt.number, [{ personId: attempt.personId, paper: paper! }]);
    });
    return (await this.rush.begin(attempt))!;
  }

  private async claimed(attempt: AttemptRow, { deviceId, deviceLabel }: StartSittingInput): Promise<AttemptRow> {
    if (attempt.deviceId !== deviceId) await this.database.asSystem(reason, (tx) => this.attempts.claim(tx, attempt.id, deviceId, deviceLabel));
    return { ...attempt, deviceId };
  }
}
