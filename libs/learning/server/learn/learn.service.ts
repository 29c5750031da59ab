import { type Actor, err, failure, type Failure, newId, ok, type Result, transition } from '@skillhall/kernel';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { activityStates, secondsToWait } from '../../domain/index.js';
import { LearnerRepository, type LearnerCourseRow } from '../data/learner.repository.js';
import { ProgressRepository } from '../data/progress.repository.js';
import { ActivityResults } from './activity-results.js';
import { LearnerDatabase, learnerOf } from './learner.js';
import { CompleteArticleSuccess, StartCourseSuccess } from './learner.types.js';

/** What a learner does: begin a course, finish an article. Everything may be repeated without harm. */
@Injectable()
export class LearnService {
  constructor(
    private readonly database: LearnerDatabase,
    private readonly learners: LearnerRepository,
    private readonly progress: ProgressRepository,
    private readonly results: ActivityResults,
  ) {}

  async startCourse(actor: Actor, courseId: string): Promise<Result<StartCourseSuccess, Failure>> {
    const learner = learnerOf(actor);
    if (!learner) return err(failure('NOT_FOUND'));
    return this.database.run(actor, async (tx) => {
      const course = await this.find(tx, actor, courseId);
      if (!course) return err(failure('NOT_FOUND'));
      if (!course.begun) await this.learners.enrol(tx, newId(), learner.personId, courseId, course.versionId);
      return ok(Object.assign(new StartCourseSuccess(), { course: (await this.find(tx, actor, courseId))! }));
    });
  }

  async completeArticle(actor: Actor, activityId: string): Promise<Result<CompleteArticleSuccess, Failure>> {
    const { personId } = actor;
    if (!personId) return err(failure('NOT_FOUND'));
    return this.database.run(actor, async (tx) => {
      const article = await this.progress.lockArticle(tx, personId, activityId);
      if (!article) return err(failure('NOT_FOUND'));
      const { state, enrolmentId, courseId, body, elapsed } = article;
      if (state === 'notStarted') await this.progress.open(tx, enrolmentId, activityId);
      const waitSeconds = state === 'completed' ? 0 : secondsToWait(body ?? '', elapsed);
      if (waitSeconds > 0) return err(failure('READ_TOO_FAST', { waitSeconds }));
      if (transition(activityStates, state, 'complete') !== state) await this.results.complete(tx, article, null);
      return ok(Object.assign(new CompleteArticleSuccess(), { course: (await this.find(tx, actor, courseId))! }));
    });
  }

  private async find(tx: Transaction, actor: Actor, courseId: string): Promise<LearnerCourseRow | null> {
    const learner = learnerOf(actor);
    const [course] = learner ? await this.learners.courses(tx, learner, { courseId }) : [];
    return course ?? null;
  }
}
