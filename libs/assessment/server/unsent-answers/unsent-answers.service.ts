import { type Actor, err, failure, type Failure, isId, newId, ok, type Result, scopeOf } from '@skillhall/kernel';
import { AnswerKeys } from '@skillhall/question-bank/server';
import { AuditLog } from '@skillhall/platform/audit';
import { Database, type Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { type CheckedAnswer, checkUnsent, withLateAnswers, readUnsentFile, type UnsentFile } from '../../domain/index.js';
import { LaterResults } from '../data/later-result.repository.js';
import { MarkingRepository } from '../data/marking.repository.js';
import { SittingRepository } from '../data/sitting.repository.js';
import { type HandedIn, type UnsentFileRow, UnsentRepository } from '../data/unsent.repository.js';
import { SittingAccess } from '../invigilate/sitting-access.js';

type Outcome = Result<UnsentFileRow, Failure>;
const reason = 'who asks has been found to run this sitting';
const longestFile = 1_000_000;
const longestNote = 1000;
const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Takes in files of answers that did not arrive, and has people decide about them. Nothing counts by itself. */
@Injectable()
export class UnsentAnswers {
  constructor(
    private readonly access: SittingAccess,
    private readonly database: Database,
    private readonly sittings: SittingRepository,
    private readonly unsent: UnsentRepository,
    private readonly later: LaterResults,
    private readonly keys: AnswerKeys,
    private readonly marking: MarkingRepository,
    private readonly audit: AuditLog,
  ) {}

  async ofSitting(sittingId: string): Promise<UnsentFileRow[]> {
    return this.database.asSystem(reason, (tx) => this.unsent.ofSitting(tx, sittingId));
  }

  /** Whoever invigilates may bring a file; it is looked at and kept, whatever is found. */
  async bring(actor: Actor, sittingId: string, content: string): Promise<Outcome> {
    if (!(await this.access.invigilated(actor, sittingId))) return err(failure('NOT_FOUND'));
    const file = content.length <= longestFile ? readUnsentFile(content) : null;
    if (!file) return err(failure('UNSENT_NOT_OURS'));
    return this.database.asSystem(reason, async (tx): Promise<Outcome> => {
      const attempt = isId(file.attemptId) ? await this.unsent.hold(tx, sittingId, file.attemptId) : null;
      if (!attempt) return err(failure('UNSENT_OTHER_SITTING'));
      if (attempt.state === 'open') return err(failure('UNSENT_STILL_OPEN'));
      if (attempt.personId === actor.personId) return err(failure('UNSENT_OWN_PAPER'));
      const id = newId();
      const row = { id, sittingId, attemptId: attempt.id, contentHash: sha256(file.sealed), sound: soundOf(file), deviceId: file.deviceId, exportedAt: file.exportedAt, answers: await this.checked(tx, attempt, file.answers) };
      if (!(await this.unsent.add(tx, row, actor))) return err(failure('UNSENT_KNOWN'));
      await this.audit.record(tx, actor, { action: 'sitting.unsent-brought', subjectType: 'sitting', subjectId: sittingId, details: { attemptId: attempt.id } });
      return ok((await this.unsent.find(tx, id))!);
    });
  }

  /** Whoever manages exams there decides, once, with a reason. What is accepted is graded as a later result. */
  async decide(actor: Actor, fileId: string, accepted: boolean, note: string): Promise<Outcome> {
    const file = isId(fileId) ? await this.database.asSystem(reason, (tx) => this.unsent.find(tx, fileId)) : null;
    const sitting = file && (await this.database.asActor(actor, 'exam.manage', (tx) => this.sittings.findInScope(tx, scopeOf(actor, 'exam.manage'), file.sittingId)));
    if (!file || !sitting) return err(failure('NOT_FOUND'));
    const reasonGiven = note.trim();
    if (!reasonGiven || reasonGiven.length > longestNote) return err(failure('INVALID_INPUT', { field: 'note' }, 'note'));
    if (file.personId === actor.personId) return err(failure('UNSENT_OWN_PAPER'));
    return this.database.asSystem(reason, async (tx): Promise<Outcome> => {
      const attempt = (await this.unsent.hold(tx, file.sittingId, file.attemptId))!;
      const now = (await this.unsent.find(tx, file.id))!;
      if (now.decision) return err(failure('UNSENT_DECIDED'));
      // Looked at again: another file may have been accepted since.
      const counting = accepted ? (await this.checked(tx, attempt, now.answers)).filter(({ finding }) => finding === 'counts') : [];
      if (accepted && now.sound === false) return err(failure('UNSENT_CHANGED'));
      if (accepted && !counting.length) return err(failure('UNSENT_NOTHING_COUNTS'));
      await this.unsent.decide(tx, file.id, { accepted, note: reasonGiven, counted: counting.length }, actor);
      if (counting.length) await this.grade(tx, sitting.examId, attempt, counting);
      await this.audit.record(tx, actor, { action: accepted ? 'sitting.unsent-accepted' : 'sitting.unsent-refused', subjectType: 'sitting', subjectId: file.sittingId, details: { attemptId: attempt.id, note: reasonGiven } });
      return ok((await this.unsent.find(tx, file.id))!);
    });
  }

  private async checked(tx: Transaction, attempt: HandedIn, answers: UnsentFile['answers']): Promise<CheckedAnswer[]> {
    return checkUnsent(attempt, answers, await this.unsent.known(tx, attempt.id));
  }

  private async grade(tx: Transaction, examId: string, { id, paper }: HandedIn, counting: readonly CheckedAnswer[]): Promise<void> {
    const latest = (await this.later.latest(tx, id))!;
    const voided = await this.later.voided(tx, examId);
    const late = new Map(counting.filter(({ questionId }) => !voided.has(questionId)).map(({ questionId, choice }) => [questionId, choice]));
    const keys = new Map((await this.keys.of(tx, [...late.keys()])).map((key) => [key.versionId, key]));
    const grade = withLateAnswers(paper, latest, late, new Map([...keys].map(([versionId, { key }]) => [versionId, key])), latest.passMark);
    const keyRevisions = latest.answers.map(({ questionId }, index) => keys.get(questionId)?.revision ?? latest.keyRevisions[index]!);
    const pending = grade.answers.flatMap(({ questionId, marks }) => (marks === null ? [questionId] : []));
    await this.marking.recall(tx, id, pending, [...late.keys()]);
    await this.later.add(tx, 'late', { ...latest, keyRevisions }, grade);
  }
}

const soundOf = ({ digest, sealed }: UnsentFile): boolean | null => (digest === null ? null : digest.toLowerCase() === sha256(sealed).toString('hex'));
