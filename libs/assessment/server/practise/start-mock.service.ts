import { ancestorPaths } from '@skillhall/directory/domain';
import { type Actor, err, failure, type Failure, isId, newId, ok, type Result } from '@skillhall/kernel';
import { Database } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { graceSeconds } from '../../domain/index.js';
import { AttemptRepository, type AttemptRow } from '../data/attempt.repository.js';
import { ExamRepository } from '../data/exam.repository.js';
import { type Examinee, examineeOf } from '../examinee.js';
import { DrawPapers } from '../prepare-papers/draw-papers.service.js';
import { StartAttemptSuccess } from '../start-attempt/start-attempt.types.js';
import { CloseAttempt } from '../submit-attempt/close-attempt.service.js';

const reason = 'a mock is drawn from questions of units above too; the statements name the person and their unit';

/** Begins a mock 模拟考试: a paper drawn by a published exam's blueprint out of what may be practised, sat like an exam. */
@Injectable()
export class StartMock {
  constructor(
    private readonly database: Database,
    private readonly exams: ExamRepository,
    private readonly attempts: AttemptRepository,
    private readonly drawing: DrawPapers,
    private readonly closing: CloseAttempt,
  ) {}

  async start(actor: Actor, examId: string): Promise<Result<StartAttemptSuccess, Failure>> {
    const examinee = examineeOf(actor);
    if (!examinee || !isId(examId)) return err(failure('NOT_FOUND'));
    const first = await this.begin(examinee, examId);
    // Time ran out before the server closed it: it is handed in now, and a new one begins.
    const overdue = first.ok && first.value.overdue && (await this.closing.closeOverdue(first.value.id));
    const outcome = overdue ? await this.begin(examinee, examId) : first;
    return outcome.ok ? ok(Object.assign(new StartAttemptSuccess(), { attempt: outcome.value })) : outcome;
  }

  private begin({ personId, unitPath }: Examinee, examId: string): Promise<Result<AttemptRow, Failure>> {
    return this.database.asSystem(reason, async (tx): Promise<Result<AttemptRow, Failure>> => {
      const open = await this.attempts.openMock(tx, personId, examId, graceSeconds);
      if (open) return ok(open);
      const [exam] = await this.exams.practised(tx, [...ancestorPaths(unitPath), unitPath], examId);
      if (!exam) return err(failure('NOT_FOUND'));
      // A mark, or its parts, would tell of questions that are being asked just now.
      if (await this.attempts.sitsNow(tx, personId)) return err(failure('EXAM_RUNNING'));
      const paper = await this.drawing.mock(tx, exam, unitPath);
      if (!paper) return err(failure('PRACTICE_EMPTY'));
      await this.attempts.startMock(tx, { id: newId(), examId, personId, minutes: exam.minutes, paper });
      return ok((await this.attempts.openMock(tx, personId, examId, graceSeconds))!);
    });
  }
}
