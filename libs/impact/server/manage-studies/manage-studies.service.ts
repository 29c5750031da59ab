import { MonthRepository } from '@skillhall/complaints/server';
import { UnitRepository } from '@skillhall/directory/server';
import { type Actor, err, failure, type Failure, isId, newId, ok, type Result, scopeOf, transition } from '@skillhall/kernel';
import { AuditLog } from '@skillhall/platform/audit';
import { Database, type Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { planProblem, planText, type StudyPlan, studyStates, type StudyStep } from '../../domain/index.js';
import { type StudyRow, StudyRepository } from '../data/study.repository.js';
import { type Study } from '../read-studies/study.types.js';
import { type SaveStudyInput, StudySuccess } from './manage-studies.types.js';

type Outcome = Result<StudySuccess, Failure>;
const permission = 'study.manage';
const longestTitle = 200;

const planOf = ({ outcomeClasses, controlClasses, countRule, decisionWindow, windowSource, wantedFall, cluster, cost }: SaveStudyInput): StudyPlan => ({
  ...{ outcomeClasses, controlClasses, countRule, decisionWindow, windowSource, wantedFall, cluster },
  cost: cost ?? null,
});

/** Declares, changes, locks and drops studies. After the lock nothing of a plan changes; a changed plan is a new study. */
@Injectable()
export class ManageStudies {
  constructor(
    private readonly database: Database,
    private readonly studies: StudyRepository,
    private readonly units: UnitRepository,
    private readonly months: MonthRepository,
    private readonly audit: AuditLog,
  ) {}

  /** The course has been found to be one that the actor may see. */
  async save(actor: Actor, input: SaveStudyInput): Promise<Outcome> {
    const [title, plan] = [input.title.trim(), planOf(input)];
    const field = !title || title.length > longestTitle ? 'title' : planProblem(plan);
    if (field) return err(failure('INVALID_INPUT', { field }, field));
    if (!input.id) return this.declare(actor, input, title, plan);
    return this.step(actor, input.id, 'change', async (tx, study) => {
      if (study.version !== input.version) return failure('STUDY_CHANGED');
      await this.studies.change(tx, study.id, title, plan);
      return this.recorded(tx, actor, 'study.changed', study);
    });
  }

  private declare(actor: Actor, { unitId, courseId, replacesId }: SaveStudyInput, title: string, plan: StudyPlan): Promise<Outcome> {
    const scope = scopeOf(actor, permission);
    return this.database.asActor(actor, permission, async (tx): Promise<Outcome> => {
      const unit = isId(unitId) ? await this.units.findInScope(tx, scope, unitId) : null;
      if (!unit) return err(failure('INVALID_INPUT', { field: 'unitId' }, 'unitId'));
      const former = replacesId && isId(replacesId) ? await this.studies.find(tx, scope, replacesId) : null;
      if (replacesId && !former) return err(failure('NOT_FOUND'));
      if (former && (former.state !== 'locked' || former.unitId !== unit.id || former.courseId !== courseId)) return err(failure('STUDY_STATE'));
      const id = newId();
      await this.studies.add(tx, { id, title, courseId, unit, replacesId: former?.id ?? null, plan }, actor);
      await this.record(tx, actor, 'study.declared', { id, title });
      return this.answer(tx, scope, id);
    });
  }

  /** From now on the plan stands; the study that it changes, if it names one, is replaced. */
  lock(actor: Actor, id: string, version: number): Promise<Outcome> {
    return this.step(actor, id, 'lock', async (tx, study) => {
      if (study.version !== version) return failure('STUDY_CHANGED');
      if (study.replacesId) {
        const former = await this.studies.lock(tx, scopeOf(actor, permission), study.replacesId);
        if (!former || !transition(studyStates, former.state, 'replace')) return failure('STUDY_STATE');
        await this.studies.setState(tx, former.id, 'replaced');
        await this.record(tx, actor, 'study.replaced', former);
      }
      const digest = createHash('sha256').update(planText({ ...study, studyId: study.id }, study)).digest('hex');
      const known = await this.months.lastMonth(tx, study.unitPath);
      await this.studies.setLocked(tx, study.id, digest, known, actor);
      return this.recorded(tx, actor, 'study.locked', study, { digest });
    });
  }

  drop(actor: Actor, id: string): Promise<Outcome> {
    return this.step(actor, id, 'drop', async (tx, study) => {
      await this.studies.setState(tx, study.id, 'dropped');
      return this.recorded(tx, actor, 'study.dropped', study);
    });
  }

  private step(actor: Actor, id: string, step: StudyStep, work: (tx: Transaction, study: StudyRow) => Promise<Failure | null>): Promise<Outcome> {
    const scope = scopeOf(actor, permission);
    return this.database.asActor(actor, permission, async (tx): Promise<Outcome> => {
      const study = isId(id) ? await this.studies.lock(tx, scope, id) : null;
      if (!study) return err(failure('NOT_FOUND'));
      if (!transition(studyStates, study.state, step)) return err(failure('STUDY_STATE'));
      const failed = await work(tx, study);
      return failed ? err(failed) : this.answer(tx, scope, id);
    });
  }

  private async answer(tx: Transaction, scope: readonly string[], id: string): Promise<Outcome> {
    const study = (await this.studies.find(tx, scope, id))!;
    return ok(Object.assign(new StudySuccess(), { study: study as Study }));
  }

  private async recorded(tx: Transaction, actor: Actor, action: string, study: StudyRow, details: object = {}): Promise<null> {
    await this.record(tx, actor, action, study, details);
    return null;
  }

  private record(tx: Transaction, actor: Actor, action: string, { id, title }: { id: string; title: string }, details: object = {}): Promise<void> {
    return this.audit.record(tx, actor, { action, subjectType: 'study', subjectId: id, details: { title, ...details } });
  }
}
