import { type Actor, err, failure, type Failure, isId, newId, ok, type Result, scopeOf } from '@skillhall/kernel';
import { keyOf, type QuestionKey } from '@skillhall/question-bank/domain';
import { AnswerKeys, ReviseKey } from '@skillhall/question-bank/server';
import { AuditLog } from '@skillhall/platform/audit';
import { Database, type Transaction } from '@skillhall/platform/database';
import { Outbox } from '@skillhall/platform/jobs';
import { Injectable } from '@nestjs/common';
import { compareGrades, type Regraded, regradeAnswer, type RegradeReport } from '../../domain/index.js';
import { ExamRepository } from '../data/exam.repository.js';
import { RegradeRepository } from '../data/regrade.repository.js';
import { OpenPapers } from '../read-attempts/open-papers.js';
import { regradeJob } from './regrade.job-type.js';
import type { RegradeInput } from './regrade.types.js';

const reason = 'who orders it was found to keep the exam and to review its questions; keys and papers are the system’s';
const pageSize = 1000;
const rehearsed = 'a rehearsal leaves nothing behind';

export interface RegradeOutcome {
  readonly report: RegradeReport;
  readonly names: ReadonlyMap<string, { name: string; staffNumber: string; unitName: string }>;
  readonly regradeId: string | null;
}

class Rehearsal extends Error {
  constructor(readonly outcome: Result<RegradeOutcome, Failure>) {
    super(rehearsed);
  }
}

const mostNamed = 500;

/** Corrects a key, or declares a question void, and has every paper that holds it graded anew. A preview is the same work rolled back. */
@Injectable()
export class Regrade {
  constructor(
    private readonly database: Database,
    private readonly exams: ExamRepository,
    private readonly repository: RegradeRepository,
    private readonly revise: ReviseKey,
    private readonly keys: AnswerKeys,
    private readonly open: OpenPapers,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
  ) {}

  async preview(actor: Actor, input: RegradeInput): Promise<Result<RegradeOutcome, Failure>> {
    try {
      return await this.work(actor, { ...input, reason: rehearsed }, true);
    } catch (error) {
      if (error instanceof Rehearsal) return error.outcome;
      throw error;
    }
  }

  async apply(actor: Actor, input: RegradeInput): Promise<Result<RegradeOutcome, Failure>> {
    return input.reason?.trim() ? this.work(actor, input, false) : err(failure('REGRADE_REASON'));
  }

  private async work(actor: Actor, { examId, questionId, key, reason: why = '' }: RegradeInput, rehearsal: boolean): Promise<Result<RegradeOutcome, Failure>> {
    const exam = isId(examId) && isId(questionId) ? await this.database.asActor(actor, 'exam.manage', (tx) => this.exams.find(tx, scopeOf(actor, 'exam.manage'), examId)) : null;
    if (!exam) return err(failure('NOT_FOUND'));
    return this.database.asSystem(reason, async (tx): Promise<Result<RegradeOutcome, Failure>> => {
      const refused = await this.refusal(tx, actor, exam.id, questionId, !key);
      if (refused) return err(refused);
      const revised = key ? await this.reviseKey(tx, actor, questionId, keyOf(key), why!) : ok(null);
      if (!revised.ok) return revised;
      const report = compareGrades(await this.compare(tx, questionId, exam.id, key ? keyOf(key) : 'void'));
      const named = await this.repository.names(tx, report.lines.slice(0, mostNamed).map(({ attemptId }) => attemptId));
      if (rehearsal) throw new Rehearsal(ok({ report, names: named, regradeId: null }));
      const regradeId = newId();
      const { attempts, gained, lost, nowPassed, nowFailed, lines } = report;
      await this.repository.keep(
        tx,
        { id: regradeId, kind: key ? 'key' : 'void', examId: exam.id, questionId, keyRevision: revised.value, reason: why!.trim(), accountName: actor.name, attempts, gained, lost, nowPassed, nowFailed, changed: lines.length },
        actor.accountId,
      );
      await this.audit.record(tx, actor, { action: key ? 'exam.regraded' : 'exam.question-voided', subjectType: 'exam', subjectId: exam.id, details: { title: exam.title, versionId: questionId, reason: why!.trim(), attempts, gained, lost } });
      await this.outbox.enqueue(tx, regradeJob, regradeId, { regradeId });
      return ok({ report, names: named, regradeId });
    });
  }

  /** Why this question cannot be regraded by this person now; null where it can. */
  private async refusal(tx: Transaction, actor: Actor, examId: string, questionId: string, isVoid: boolean): Promise<Failure | null> {
    const [row] = (await tx.query(
      `select exists (select from question_bank.question_version v join question_bank.question q on q.id = v.question_id where v.id = $1
           and exists (select from unnest($3::text[]) as top where starts_with(q.unit_path, top))) as reviews,
         exists (select from assessment.sitting s join assessment.attempt a on a.sitting_id = s.id join assessment.attempt_result r on r.attempt_id = a.id where s.exam_id = $2 and $1 = any(r.key_versions)) as asked,
         exists (select from assessment.regrade where kind = 'void' and exam_id = $2 and question_id = $1) as void`,
      [questionId, examId, scopeOf(actor, 'question.review')],
    )) as [{ reviews: boolean; asked: boolean; void: boolean }];
    if (!row.reviews || !row.asked) return failure('NOT_FOUND');
    if (row.void) return failure('REGRADE_VOID');
    // Whoever is being asked the question could tell its key from who gains and loses.
    if (actor.personId !== null && (await this.open.asking(tx, actor.personId, [questionId])).size) return failure('NOT_FOUND');
    const beyond = isVoid ? 0 : await this.repository.beyond(tx, questionId, scopeOf(actor, 'exam.manage'));
    return beyond ? failure('REGRADE_BEYOND', { count: beyond }) : null;
  }

  private async reviseKey(tx: Transaction, actor: Actor, versionId: string, key: QuestionKey, why: string): Promise<Result<number, Failure>> {
    const [current] = await this.keys.of(tx, [versionId]);
    const revised = await this.revise.revise(tx, actor, scopeOf(actor, 'question.review'), { versionId, key, explanation: current!.explanation, reason: why });
    if (revised.ok) return revised;
    return err('problems' in revised.error ? failure('REGRADE_KEY') : revised.error);
  }

  private async compare(tx: Transaction, questionId: string, examId: string, key: QuestionKey | 'void'): Promise<Regraded[]> {
    const all: Regraded[] = [];
    const ids = await this.repository.ids(tx, questionId, key === 'void' ? examId : null);
    for (let from = 0; from < ids.length; from += pageSize)
      for (const held of await this.repository.held(tx, questionId, key === 'void' ? 'void' : 'key', ids.slice(from, from + pageSize))) {
        const { attemptId, before, after } = regradeAnswer(held, key);
        all.push({ attemptId, before, after });
      }
    return all;
  }
}
