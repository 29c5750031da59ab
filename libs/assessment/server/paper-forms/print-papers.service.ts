import { type Actor, err, failure, type Failure, type Locale, newId, ok, type Result, transition } from '@skillhall/kernel';
import { AuditLog } from '@skillhall/platform/audit';
import { Database, type Transaction } from '@skillhall/platform/database';
import { Outbox } from '@skillhall/platform/jobs';
import { Injectable } from '@nestjs/common';
import { mostForms, sittingState, sittingSteps } from '../../domain/index.js';
import { ExamRepository } from '../data/exam.repository.js';
import { PrintedForms } from '../data/printed-form.repository.js';
import { PrintingRepository } from '../data/printing.repository.js';
import type { SittingRow } from '../data/sitting.repository.js';
import { missingOf } from '../manage-exams/manage-exams.service.js';
import { ExamPool } from '../prepare-papers/exam-pool.js';
import { PaperAccess } from './paper-access.js';
import { filesOf, printPapersJob } from './print-papers.job-type.js';
import { PrintPapersSuccess } from './print-papers.types.js';

const reason = 'who asks has been found to manage exams where the sitting is; papers are nobody’s to read';

export interface PrintRequest {
  readonly sittingId: string;
  readonly forms: number;
  /** Draws other questions; only before the sitting opens. */
  readonly anew: boolean;
}

/** Asks for the files of a sitting's papers: forms that are there stay as they are, others are drawn. */
@Injectable()
export class PrintPapers {
  constructor(
    private readonly access: PaperAccess,
    private readonly database: Database,
    private readonly exams: ExamRepository,
    private readonly forms: PrintedForms,
    private readonly printings: PrintingRepository,
    private readonly pool: ExamPool,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
  ) {}

  async print(actor: Actor, locale: Locale, request: PrintRequest): Promise<Result<PrintPapersSuccess, Failure>> {
    const sitting = await this.access.managed(actor, request.sittingId);
    if (!sitting) return err(failure('NOT_FOUND'));
    const refused = refusal(sitting, request) ?? (await this.lacking(sitting, request));
    if (refused) return err(refused);
    const failed = await this.database.asSystem(reason, (tx) => this.ask(tx, actor, locale, sitting, request));
    return failed ? err(failed) : ok(Object.assign(new PrintPapersSuccess(), { sitting }));
  }

  /** Where papers have still to be drawn: whether the bank can fill them. Counted before anything is held. */
  private async lacking({ id, examId }: SittingRow, { forms, anew }: PrintRequest): Promise<Failure | null> {
    const { exam, drawn } = await this.database.asSystem(reason, async (tx) => ({ exam: (await this.exams.byIds(tx, [examId]))[0], drawn: (await this.forms.of(tx, id)).length }));
    if (!exam || (!anew && forms <= drawn)) return null;
    const missing = missingOf((await this.pool.count(exam)).problems);
    return missing ? failure('EXAM_NOT_FEASIBLE', { missing }) : null;
  }

  private async ask(tx: Transaction, actor: Actor, locale: Locale, sitting: SittingRow, { forms, anew }: PrintRequest): Promise<Failure | null> {
    if (await this.access.withheld(tx, actor, sitting)) return failure('PAPERS_WITHHELD');
    const drawn = await this.forms.of(tx, sitting.id);
    // Fewer than there are would leave forms without files, which people may have in their hands.
    const count = anew ? forms : Math.max(forms, drawn.length);
    const printing = { id: newId(), sittingId: sitting.id, forms: count, locale, total: filesOf(count), accountId: actor.accountId, accountName: actor.name };
    if (!(await this.printings.add(tx, printing))) return failure('PAPERS_BUSY');
    if (anew) await this.forms.drop(tx, sitting.id);
    await this.outbox.enqueue(tx, printPapersJob, printing.id, { printingId: printing.id });
    await this.audit.record(tx, actor, { action: 'sitting.papers-printed', subjectType: 'sitting', subjectId: sitting.id, details: { forms: count } });
    return null;
  }
}

function refusal(sitting: SittingRow, { forms, anew }: PrintRequest): Failure | null {
  if (sitting.delivery !== 'paper') return failure('NOT_ON_PAPER');
  if (!(forms >= 1 && forms <= mostForms)) return failure('INVALID_INPUT', { field: 'forms' }, 'forms');
  const state = sittingState(sitting, sitting.now);
  if (!transition(sittingSteps, state, 'papers-printed')) return failure('SITTING_OVER');
  return anew && state !== 'planned' ? failure('PAPERS_HANDED_OUT') : null;
}
