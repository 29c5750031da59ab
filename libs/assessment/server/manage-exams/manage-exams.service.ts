import { type Actor, err, failure, type Failure, isId, newId, ok, type Result, scopeOf, transition } from '@skillhall/kernel';
import { UnitRepository } from '@skillhall/directory/server';
import { AuditLog } from '@skillhall/platform/audit';
import { Database, type Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { type BlueprintProblem, blueprintTotals, examStates } from '../../domain/index.js';
import { type ExamFields, ExamRepository, type ExamRow } from '../data/exam.repository.js';
import { ExamPool } from '../prepare-papers/exam-pool.js';
import { blueprintOf, examProblem } from './check-exam.js';
import { type SaveExamInput, SaveExamSuccess } from './manage-exams.types.js';

type Outcome = Result<SaveExamSuccess, Failure>;
const permission = 'exam.manage';

const fieldsOf = ({ id: _id, version: _version, unitId: _unit, sections, exposureCap, title, ...rest }: SaveExamInput): ExamFields => ({
  ...rest,
  title: title.trim(),
  exposureCap: exposureCap ?? null,
  blueprint: blueprintOf(sections),
});

/** Questions that are lacking; a fixed one that is gone or stands twice counts as one. */
export const missingOf = (problems: readonly BlueprintProblem[]): number =>
  problems.reduce((sum, problem) => sum + (problem.kind === 'too-few' ? problem.needed - problem.available : 1), 0);

/** Writes, publishes and archives exams. A published exam no longer changes: people sit it by the same rules. */
@Injectable()
export class ManageExams {
  constructor(
    private readonly database: Database,
    private readonly exams: ExamRepository,
    private readonly units: UnitRepository,
    private readonly pool: ExamPool,
    private readonly audit: AuditLog,
  ) {}

  async save(actor: Actor, input: SaveExamInput): Promise<Outcome> {
    const problem = examProblem(input);
    if (problem) return err(problem);
    const fields = fieldsOf(input);
    if (input.id) return this.change(actor, input.id, 'change', 'exam.changed', async (tx, exam) => {
      if (exam.version !== input.version) return failure('EXAM_CHANGED');
      await this.exams.change(tx, exam.id, fields);
      return null;
    });
    return this.database.asActor(actor, permission, async (tx): Promise<Outcome> => {
      const unit = isId(input.unitId) ? await this.units.findInScope(tx, scopeOf(actor, permission), input.unitId) : null;
      if (!unit) return err(failure('INVALID_INPUT', { field: 'unitId' }, 'unitId'));
      const id = newId();
      await this.exams.add(tx, id, unit, fields, actor.accountId);
      return this.recorded(tx, actor, 'exam.written', id);
    });
  }

  /** Only what can be drawn today: each cell of the grid with questions enough. */
  async publish(actor: Actor, id: string): Promise<Outcome> {
    const read = isId(id) ? await this.database.asActor(actor, permission, (tx) => this.exams.find(tx, scopeOf(actor, permission), id)) : null;
    // Counted before the exam is held: the pool is read on a connection of its own.
    const missing = read ? missingOf((await this.pool.count(read)).problems) : 0;
    return this.change(actor, id, 'publish', 'exam.published', async (tx, exam) => {
      if (exam.version !== read?.version) return failure('EXAM_CHANGED');
      if (blueprintTotals(exam.blueprint).questions === 0) return failure('EXAM_EMPTY');
      if (missing) return failure('EXAM_NOT_FEASIBLE', { missing });
      await this.exams.setState(tx, id, 'published');
      return null;
    });
  }

  archive(actor: Actor, id: string): Promise<Outcome> {
    return this.change(actor, id, 'archive', 'exam.archived', async (tx) => {
      await this.exams.setState(tx, id, 'archived');
      return null;
    });
  }

  /** Mocks are drawn by its rules; the exam itself stays as it was published. */
  async openToPractice(actor: Actor, id: string, open: boolean): Promise<Outcome> {
    const read = open && isId(id) ? await this.database.asActor(actor, permission, (tx) => this.exams.find(tx, scopeOf(actor, permission), id)) : null;
    const missing = read ? missingOf(await this.pool.mockProblems(read)) : 0;
    return this.database.asActor(actor, permission, async (tx): Promise<Outcome> => {
      const exam = isId(id) ? await this.exams.lock(tx, scopeOf(actor, permission), id) : null;
      if (!exam) return err(failure('NOT_FOUND'));
      if (open && exam.state !== 'published') return err(failure('EXAM_STATE'));
      if (missing) return err(failure('MOCK_NOT_FEASIBLE', { missing }));
      await this.exams.setOpenToPractice(tx, id, open);
      return this.recorded(tx, actor, open ? 'exam.opened-to-practice' : 'exam.closed-to-practice', id);
    });
  }

  private change(actor: Actor, id: string, step: 'change' | 'publish' | 'archive', action: string, work: (tx: Transaction, exam: ExamRow) => Promise<Failure | null>): Promise<Outcome> {
    return this.database.asActor(actor, permission, async (tx): Promise<Outcome> => {
      const exam = isId(id) ? await this.exams.lock(tx, scopeOf(actor, permission), id) : null;
      if (!exam) return err(failure('NOT_FOUND'));
      if (!transition(examStates, exam.state, step)) return err(failure('EXAM_STATE'));
      const failed = await work(tx, exam);
      return failed ? err(failed) : this.recorded(tx, actor, action, id);
    });
  }

  private async recorded(tx: Transaction, actor: Actor, action: string, id: string): Promise<Outcome> {
    const exam = (await this.exams.find(tx, scopeOf(actor, permission), id))!;
    await this.audit.record(tx, actor, { action, subjectType: 'exam', subjectId: id, details: { title: exam.title } });
    return ok(Object.assign(new SaveExamSuccess(), { exam }));
  }
}
