import type { Track } from '@skillhall/directory/domain';
import type { Actor } from '@skillhall/kernel';
import type { RequestContext } from '@skillhall/platform/graphql';
import { Injectable } from '@nestjs/common';
import { LearnerRepository, type LearnerCourseRow } from '../data/learner.repository.js';
import { OutlineRepository } from '../data/outline.repository.js';
import { ProgressRepository } from '../data/progress.repository.js';
import { LearnerDatabase, learnerOf } from './learner.js';
import { activityOf, LearnerLoader } from './learner.loader.js';
import type { Activity, LearningSummary } from './learner.types.js';

/** What a learner sees. */
@Injectable()
export class LearnerReads {
  constructor(
    private readonly database: LearnerDatabase,
    private readonly learners: LearnerRepository,
    private readonly outlines: OutlineRepository,
    private readonly progress: ProgressRepository,
    private readonly loader: LearnerLoader,
  ) {}

  async courses(actor: Actor, only: { track?: Track | null; courseId?: string }): Promise<LearnerCourseRow[]> {
    const learner = learnerOf(actor);
    return learner ? this.database.run(actor, (tx) => this.learners.courses(tx, learner, only)) : [];
  }

  /** The activity of the version that counts for the learner. In a begun course it is open from now on. */
  async openActivity(actor: Actor, activityId: string): Promise<Activity | null> {
    const learner = learnerOf(actor);
    if (!learner) return null;
    return this.database.run(actor, async (tx) => {
      const row = await this.outlines.activity(tx, activityId);
      const [course] = row ? await this.learners.courses(tx, learner, { courseId: row.courseId }) : [];
      if (!row || course?.versionId !== row.versionId) return null;
      if (!course.begun) return activityOf(row, course, new Map());
      await this.progress.open(tx, course.begun.id, activityId);
      const [states] = await this.outlines.states(tx, [course.begun.id]);
      return activityOf(row, course, states!);
    });
  }

  ownSummary(actor: Actor, context: RequestContext): Promise<LearningSummary> {
    // An account of nobody on the roster is offered nothing; no path begins with a stroke.
    const learner = learnerOf(actor) ?? { personId: actor.accountId, unitPath: '/' };
    return this.loader.summary(context, learner);
  }
}
