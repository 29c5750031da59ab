import { type Actor, err, failure, type Failure, ok, type Page, pageOf, type PageRequest, type Result } from '@skillhall/kernel';
import { Database } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { formLetter, writtenOf } from '../../domain/index.js';
import { type EntryRow, PaperEntries } from '../data/paper-entry.repository.js';
import { PrintedForms } from '../data/printed-form.repository.js';
import { PaperAccess } from '../paper-forms/paper-access.js';
import { PaperEntry } from './paper-entry.js';
import { type EnterPaperInput, EnterPaperSuccess, type PaperOfPerson } from './paper-results.types.js';

const reason = 'who types has been found to manage exams where the sitting is';
const mostAnswers = 500;
const longestText = 8000;

/** Papers typed in on a page, one after the other. */
@Injectable()
export class EnterPaper {
  constructor(
    private readonly access: PaperAccess,
    private readonly database: Database,
    private readonly forms: PrintedForms,
    private readonly entries: PaperEntries,
    private readonly entry: PaperEntry,
  ) {}

  async enter(actor: Actor, input: EnterPaperInput): Promise<Result<EnterPaperSuccess, Failure>> {
    const sitting = await this.access.managed(actor, input.sittingId);
    if (!sitting) return err(failure('NOT_FOUND'));
    if (input.answers.length > mostAnswers || input.answers.some(({ text }) => text.length > longestText)) return err(failure('INVALID_INPUT', { field: 'answers' }, 'answers'));
    const letter = formLetter(input.form);
    return this.database.asSystem(reason, async (tx) => {
      const form = (await this.forms.of(tx, sitting.id)).find((one) => one.form === letter);
      if (!form) return err(failure('NO_SUCH_FORM', { form: letter.slice(0, 5) }, 'form'));
      const written = new Map(input.answers.map(({ position, text }) => [position, text]));
      const done = await this.entry.enter(tx, { sitting, form, staffNumber: input.staffNumber.trim(), written, correct: input.correct, note: input.note ?? '', fromFile: false, by: actor });
      if (!done.ok) return done;
      const { examinee, ...counts } = done.value;
      return ok(Object.assign(new EnterPaperSuccess(), { name: examinee.name, ...counts }));
    });
  }

  /** Null for who does not sit, and for a sitting that is not the viewer's. */
  async ofPerson(actor: Actor, sittingId: string, staffNumber: string): Promise<PaperOfPerson | null> {
    const sitting = await this.access.managed(actor, sittingId);
    if (!sitting) return null;
    return this.database.asSystem(reason, async (tx) => {
      const examinee = await this.entries.examinee(tx, sitting.id, staffNumber.trim());
      if (!examinee || (!examinee.admitted && !examinee.attemptId)) return null;
      const { name, attemptId } = examinee;
      const person = { staffNumber: examinee.staffNumber, name };
      if (!attemptId) return { ...person, form: null, answers: [] };
      const { formId, form, answers } = await this.entries.latest(tx, attemptId);
      const { paper } = (await this.forms.of(tx, sitting.id)).find(({ id }) => id === formId)!;
      return { ...person, form, answers: paper.questions.map((question, index) => ({ position: index + 1, text: writtenOf(answers.get(question.id) ?? [], question) })) };
    });
  }

  async page(actor: Actor, sittingId: string, search: string | null, request: PageRequest): Promise<Page<EntryRow>> {
    const sitting = await this.access.managed(actor, sittingId);
    return sitting ? this.database.asSystem(reason, (tx) => this.entries.page(tx, sitting.id, search?.trim() || null, request)) : pageOf([], 0, request);
  }
}
