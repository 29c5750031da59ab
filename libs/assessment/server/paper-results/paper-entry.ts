import { type Actor, err, failure, type Failure, ok, type Result, transition } from '@skillhall/kernel';
import { AnswerKeys } from '@skillhall/question-bank/server';
import { AuditLog } from '@skillhall/platform/audit';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { grade, type HumanMarks, humanMarksOf, readWritten, sittingState, sittingSteps, usualMarks } from '../../domain/index.js';
import { GradingRepository } from '../data/grading.repository.js';
import { LaterResults, type LatestResult } from '../data/later-result.repository.js';
import { MarkingRepository } from '../data/marking.repository.js';
import { type Entry, type EntryVersion, type Examinee, PaperEntries } from '../data/paper-entry.repository.js';
import type { PrintedForm } from '../data/printed-form.repository.js';
import type { SittingRow } from '../data/sitting.repository.js';
import { CloseAttempt } from '../submit-attempt/close-attempt.service.js';

export interface PaperToEnter {
  readonly sitting: SittingRow;
  readonly form: PrintedForm;
  readonly staffNumber: string;
  /** Number of the question → what was written; the others were left blank. */
  readonly written: ReadonlyMap<number, string>;
  readonly correct: boolean;
  /** Why it is corrected. */
  readonly note: string;
  readonly fromFile: boolean;
  readonly by: Pick<Actor, 'accountId' | 'name' | 'personId'> | null;
}

export interface EnteredPaper {
  readonly examinee: Examinee;
  readonly answered: number;
  readonly total: number;
  /** Answers that people have still to mark. */
  readonly pending: number;
}

type Outcome = Result<EnteredPaper, Failure>;
export const longestNote = 500;

/**
 * Takes in one paper in the transaction of whoever typed it in: attempt, answers, grade and record are there together or
 * not at all. The unique number of an attempt keeps a second one out, however many type at once.
 */
@Injectable()
export class PaperEntry {
  constructor(
    private readonly entries: PaperEntries,
    private readonly closing: CloseAttempt,
    private readonly grading: GradingRepository,
    private readonly later: LaterResults,
    private readonly keys: AnswerKeys,
    private readonly marking: MarkingRepository,
    private readonly audit: AuditLog,
  ) {}

  async enter(systemTx: Transaction, paper: PaperToEnter): Promise<Outcome> {
    const refused = refusal(paper);
    if (refused) return err(refused);
    const answers = answersOn(paper);
    if (!answers.ok) return answers;
    const examinee = await this.entries.examinee(systemTx, paper.sitting.id, paper.staffNumber);
    // A number that nobody has, and one of somebody who does not sit, are told alike.
    if (!examinee || (!examinee.admitted && !examinee.attemptId)) return err(failure('NOT_ADMITTED'));
    if (examinee.id === paper.by?.personId) return err(failure('OWN_ENTRY'));
    return paper.correct ? this.correct(systemTx, paper, examinee, answers.value) : this.add(systemTx, paper, examinee, answers.value);
  }

  /** Whether just this was typed in before. */
  async isSame(systemTx: Transaction, paper: PaperToEnter): Promise<boolean> {
    const [answers, examinee] = [answersOn(paper), await this.entries.examinee(systemTx, paper.sitting.id, paper.staffNumber)];
    if (!answers.ok || !examinee?.attemptId) return false;
    const before = await this.entries.latest(systemTx, examinee.attemptId);
    return before.formId === paper.form.id && !changes(before, paper.form, answers.value).length;
  }

  private async add(tx: Transaction, paper: PaperToEnter, examinee: Examinee, answers: Entry): Promise<Outcome> {
    const { sitting, form, fromFile, by } = paper;
    const attemptId = await this.entries.begin(tx, sitting, examinee.id, form.id);
    if (!attemptId) return err(failure('PAPER_ENTERED', { name: examinee.name }));
    await this.entries.answer(tx, attemptId, answered(answers));
    await this.closing.closeFor(tx, attemptId, 'clerk');
    await this.entries.add(tx, { attemptId, version: 1, formId: form.id, answers, fromFile, note: '', by });
    return this.recorded(tx, paper, examinee, attemptId, answers, 'entered');
  }

  /** The first result and its receipt stay; what was typed in then stays on record as well. */
  private async correct(tx: Transaction, paper: PaperToEnter, examinee: Examinee, answers: Entry): Promise<Outcome> {
    const { attemptId } = examinee;
    if (!attemptId) return err(failure('PAPER_NOT_ENTERED'));
    await this.grading.lock(tx, attemptId);
    const before = await this.entries.latest(tx, attemptId);
    const changed = changes(before, paper.form, answers);
    if (before.formId === paper.form.id && !changed.length) return err(failure('PAPER_SAME'));
    const refused = await this.marked(tx, attemptId, before, paper.form, changed);
    if (refused) return err(refused);
    if (before.formId !== paper.form.id) await this.entries.changeForm(tx, attemptId, paper.form.id, paper.form.paper);
    await this.entries.answer(tx, attemptId, new Map(changed.map((id) => [id, answers.get(id)!])));
    await this.regrade(tx, paper, (await this.later.latest(tx, attemptId))!, changed);
    await this.entries.add(tx, { attemptId, version: before.version + 1, formId: paper.form.id, answers, fromFile: paper.fromFile, note: paper.note.trim(), by: paper.by });
    return this.recorded(tx, paper, examinee, attemptId, answers, 'corrected');
  }

  /** An answer that somebody has marked is no longer typed over; with another form all of them would be. */
  private async marked(tx: Transaction, attemptId: string, { formId }: EntryVersion, form: PrintedForm, changed: readonly string[]): Promise<Failure | null> {
    const marked = await this.entries.marked(tx, attemptId);
    const touched = formId === form.id ? changed.find((id) => marked.has(id)) : [...marked][0];
    return touched === undefined ? null : failure('PAPER_MARKED', { question: form.paper.questions.findIndex(({ id }) => id === touched) + 1 || '?' });
  }

  private async regrade(tx: Transaction, { sitting, form: { paper } }: PaperToEnter, latest: LatestResult, changed: readonly string[]): Promise<void> {
    const keys = await this.keys.of(tx, paper.questions.map(({ id }) => id));
    const log = await this.grading.log(tx, latest.attemptId);
    const given = await this.given(tx, sitting.examId, latest, paper.questions);
    const result = grade(paper, log, new Map(keys.map(({ versionId, key }) => [versionId, key])), latest.passMark, given);
    const pending = result.answers.flatMap(({ questionId, marks }) => (marks === null ? [questionId] : []));
    await this.marking.recall(tx, latest.attemptId, pending, changed);
    await this.later.add(tx, 'corrected', { ...latest, keyRevisions: keys.map(({ revision }) => revision) }, result);
  }

  /** What people gave stays, and so does the mark of a question that was declared void. */
  private async given(tx: Transaction, examId: string, { answers }: LatestResult, asked: PrintedForm['paper']['questions']): Promise<HumanMarks> {
    const voided = await this.later.voided(tx, examId);
    const full = asked.flatMap(({ id, marks = usualMarks }) => (voided.has(id) ? [[id, marks] as const] : []));
    return new Map([...humanMarksOf(answers), ...full]);
  }

  private async recorded(tx: Transaction, { sitting, form, note, by }: PaperToEnter, examinee: Examinee, attemptId: string, answers: Entry, what: 'entered' | 'corrected'): Promise<Outcome> {
    await this.audit.record(tx, by, { action: `sitting.paper-${what}`, subjectType: 'sitting', subjectId: sitting.id, details: { attemptId, form: form.form, ...(what === 'corrected' && { note }) } });
    const latest = (await this.later.latest(tx, attemptId))!;
    const pending = latest.answers.filter(({ marks }) => marks === null).length;
    return ok({ examinee, answered: answered(answers).size, total: answers.size, pending });
  }
}

function refusal({ sitting, correct, note }: PaperToEnter): Failure | null {
  if (sitting.delivery !== 'paper') return failure('NOT_ON_PAPER');
  const state = sittingState(sitting, sitting.now);
  if (!transition(sittingSteps, state, correct ? 'paper-corrected' : 'paper-entered')) return failure(state === 'planned' ? 'SITTING_NOT_OPEN' : 'SITTING_OVER');
  return (correct && !note.trim()) || note.length > longestNote ? failure('INVALID_INPUT', { field: 'note' }, 'note') : null;
}

/** What was written, question by question of the form; the first that cannot be read is told. */
function answersOn({ form: { paper }, written }: PaperToEnter): Result<Entry, Failure> {
  const answers = new Map<string, readonly string[]>();
  for (const [index, question] of paper.questions.entries()) {
    const read = readWritten(written.get(index + 1) ?? '', question);
    if (!read.ok) return err(failure(read.error, { question: index + 1 }, `answers.${index + 1}`));
    answers.set(question.id, read.value);
  }
  const beyond = [...written].find(([position, text]) => position > paper.questions.length && text.trim() !== '');
  return beyond ? err(failure('NO_SUCH_QUESTION', { question: beyond[0] }, `answers.${beyond[0]}`)) : ok(answers);
}

const answered = (answers: Entry): Entry => new Map([...answers].filter(([, choice]) => choice.length > 0));

/** Questions whose answer is another than was typed in before. */
function changes(before: EntryVersion, form: PrintedForm, answers: Entry): string[] {
  const same = (id: string): boolean => JSON.stringify(before.answers.get(id) ?? []) === JSON.stringify(answers.get(id));
  return form.paper.questions.flatMap(({ id }) => (same(id) ? [] : [id]));
}
