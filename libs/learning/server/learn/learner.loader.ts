import type { RequestContext } from '@skillhall/platform/graphql';
import { Injectable } from '@nestjs/common';
import type { Learner, LearnerCourseRow, SummaryRow } from '../data/learner.repository.js';
import { LearnerRepository } from '../data/learner.repository.js';
import { type ModuleRow, OutlineRepository, type States } from '../data/outline.repository.js';
import { LearnerDatabase } from './learner.js';
import { Activity, type CourseForLearner, type CourseModule, LearningSummary } from './learner.types.js';
import { tracks } from '@skillhall/directory/domain';

const keys = { outlines: {}, states: {}, summaries: {} };
const noStates: States = new Map();

/** Parts of courses and records of one request, fetched together. */
@Injectable()
export class LearnerLoader {
  constructor(
    private readonly database: LearnerDatabase,
    private readonly outlines: OutlineRepository,
    private readonly learners: LearnerRepository,
  ) {}

  outline(context: RequestContext, versionId: string): Promise<ModuleRow[]> {
    const read = (ids: readonly string[]) => this.database.run(context.actor!, (tx) => this.outlines.outlines(tx, ids, false));
    return context.loader(keys.outlines, read).load(versionId);
  }

  states(context: RequestContext, enrolmentId: string | undefined): Promise<States> {
    if (!enrolmentId) return Promise.resolve(noStates);
    const read = (ids: readonly string[]) => this.database.run(context.actor!, (tx) => this.outlines.states(tx, ids));
    return context.loader(keys.states, read).load(enrolmentId);
  }

  /** The modules of a course with the state of each activity. */
  async modules(context: RequestContext, course: CourseForLearner): Promise<CourseModule[]> {
    const [modules, states] = await Promise.all([this.outline(context, course.versionId), this.states(context, course.begun?.id)]);
    return modules.map(({ id, title, activities }) => ({
      id,
      title,
      activities: activities.map((row) => activityOf(row, course as LearnerCourseRow, states)),
    }));
  }

  summary(context: RequestContext, learner: Learner): Promise<LearningSummary> {
    const read = (list: readonly Learner[]) =>
      this.database.run(context.actor!, async (tx) => {
        const rows = await this.learners.summaries(tx, list);
        return list.map(({ personId }) => summaryOf(rows.filter((row) => row.personId === personId)));
      });
    return context.loader(keys.summaries, read).load(learner);
  }
}

export function activityOf(row: ModuleRow['activities'][number], course: LearnerCourseRow, states: States): Activity {
  const { id, kind, title, minutes, quizId, body } = row;
  return Object.assign(new Activity(), { id, kind, title, minutes, quizId, body, state: states.get(id) ?? 'notStarted', course });
}

function summaryOf(rows: readonly SummaryRow[]): LearningSummary {
  const sum = (count: (row: SummaryRow) => number): number => rows.reduce((total, row) => total + count(row), 0);
  return {
    enrolled: sum(({ enrolled }) => enrolled),
    completed: sum(({ completed }) => completed),
    tracks: tracks.map((track) => {
      const { courses = 0, completed = 0, hours = 0 } = rows.find((row) => row.track === track) ?? {};
      return { track, courses, completed, hours };
    }),
  };
}
