import { type Actor, err, failure, type Failure, isId, newId, ok, type Result, scopeOf, transition } from '@skillhall/kernel';
import { AuditLog } from '@skillhall/platform/audit';
import { Database } from '@skillhall/platform/database';
import { Outbox } from '@skillhall/platform/jobs';
import { Injectable } from '@nestjs/common';
import { studyStates } from '../../domain/index.js';
import { RunRepository } from '../data/run.repository.js';
import { StudyRepository } from '../data/study.repository.js';
import { type RunStudyInput, RunStudySuccess } from '../manage-studies/manage-studies.types.js';
import { runStudyJob } from './run-study.job-type.js';

const permission = 'study.manage';
const longestReason = 1000;

/** Writes a run down and asks for its computation. Nothing is run before the lock, and no run without a trace. */
@Injectable()
export class AskRun {
  constructor(
    private readonly database: Database,
    private readonly studies: StudyRepository,
    private readonly runs: RunRepository,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
  ) {}

  ask(actor: Actor, { studyId, reason: given, snapshotId }: RunStudyInput): Promise<Result<RunStudySuccess, Failure>> {
    const reason = (given ?? '').trim().slice(0, longestReason);
    return this.database.asActor(actor, permission, async (tx): Promise<Result<RunStudySuccess, Failure>> => {
      const study = isId(studyId) ? await this.studies.lock(tx, scopeOf(actor, permission), studyId) : null;
      if (!study) return err(failure('NOT_FOUND'));
      if (!transition(studyStates, study.state, 'run')) return err(failure('STUDY_STATE'));
      const former = await this.runs.ofStudies(tx, [study.id]);
      if (former.some(({ state }) => state === 'waiting' || state === 'computing')) return err(failure('STUDY_RUNNING'));
      if (former.length && !reason) return err(failure('STUDY_REASON_NEEDED'));
      if (snapshotId && !former.some((run) => run.snapshotId === snapshotId)) return err(failure('NOT_FOUND'));
      const [id, number] = [newId(), (former[0]?.number ?? 0) + 1];
      await this.runs.add(tx, { id, studyId: study.id, number, reason, snapshotId: snapshotId ?? null }, actor);
      await this.audit.record(tx, actor, { action: 'study.run', subjectType: 'study', subjectId: study.id, details: { title: study.title, run: number, reason } });
      await this.outbox.enqueue(tx, runStudyJob, id, { runId: id });
      return ok(Object.assign(new RunStudySuccess(), { run: (await this.runs.find(tx, id))! }));
    });
  }
}
