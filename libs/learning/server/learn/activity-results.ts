import { Database, type Transaction } from '@skillhall/platform/database';
import { Outbox } from '@skillhall/platform/jobs';
import { Injectable } from '@nestjs/common';
import { courseCompleted, isCompleted } from '../../domain/index.js';
import { type BegunActivity, ProgressRepository } from '../data/progress.repository.js';

/** Writes down what has been done, and with the last activity that the course is completed. */
@Injectable()
export class ActivityResults {
  constructor(
    private readonly database: Database,
    private readonly progress: ProgressRepository,
    private readonly outbox: Outbox,
  ) {}

  /** Told by whoever gives quizzes; told twice it changes nothing. A quiz outside a begun course counts for none. */
  recordQuizPassed(personId: string, quizId: string, attemptId: string): Promise<void> {
    return this.database.asSystem('a passed quiz is news from another capability, for nobody signed in', async (tx) => {
      const activity = await this.progress.lockQuiz(tx, personId, quizId);
      if (activity && activity.state !== 'completed') await this.complete(tx, activity, attemptId);
    });
  }

  /** Completes an activity whose enrolment is locked. */
  async complete(tx: Transaction, { enrolmentId, activityId, personId, courseId }: BegunActivity, attemptId: string | null): Promise<void> {
    await this.progress.complete(tx, enrolmentId, activityId, attemptId);
    if (!isCompleted(await this.progress.statesOf(tx, enrolmentId))) return;
    if (!(await this.progress.completeCourse(tx, enrolmentId))) return;
    await this.outbox.publish(tx, courseCompleted.of({ enrolmentId, personId, courseId }), enrolmentId);
  }
}
