import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { ActivityKind, ActivityState } from '../../domain/index.js';

export interface ActivityRow {
  readonly id: string;
  readonly versionId: string;
  readonly moduleId: string;
  readonly kind: ActivityKind;
  readonly title: string;
  readonly minutes: number;
  readonly quizId: string | null;
  readonly body: string | null;
  readonly questionCodes: string[];
  readonly passMark: number | null;
}

export interface ModuleRow {
  readonly id: string;
  readonly versionId: string;
  readonly title: string;
  readonly activities: ActivityRow[];
}

export type States = ReadonlyMap<string, ActivityState>;

const activityColumns = `a.id, a.course_version_id as "versionId", a.module_id as "moduleId", a.kind, a.title, a.minutes,
  a.quiz_id as "quizId", a.question_codes as "questionCodes", a.pass_mark as "passMark"`;

/** What versions of courses consist of, and how far enrolments have come. */
@Injectable()
export class OutlineRepository {
  /** Modules with their activities, for each version; bodies of articles are read only when asked for. */
  async outlines(tx: Transaction, versionIds: readonly string[], bodies: boolean): Promise<ModuleRow[][]> {
    const modules = (await tx.query(
      `select id, course_version_id as "versionId", title from learning.module where course_version_id = any($1) order by position`,
      [versionIds],
    )) as Omit<ModuleRow, 'activities'>[];
    const activities = (await tx.query(
      `select ${activityColumns}, ${bodies ? 'a.body' : 'null as body'} from learning.activity a where a.course_version_id = any($1) order by a.position`,
      [versionIds],
    )) as ActivityRow[];
    return versionIds.map((versionId) =>
      modules
        .filter((module) => module.versionId === versionId)
        .map((module) => ({ ...module, activities: activities.filter(({ moduleId }) => moduleId === module.id) })),
    );
  }

  /** The state of each begun activity, for each enrolment. */
  async states(tx: Transaction, enrolmentIds: readonly string[]): Promise<States[]> {
    const rows = (await tx.query(
      `select enrolment_id as "enrolmentId", activity_id as "activityId", state from learning.activity_progress where enrolment_id = any($1)`,
      [enrolmentIds],
    )) as { enrolmentId: string; activityId: string; state: ActivityState }[];
    return enrolmentIds.map((id) => new Map(rows.filter(({ enrolmentId }) => enrolmentId === id).map(({ activityId, state }) => [activityId, state])));
  }

  async activity(tx: Transaction, id: string): Promise<(ActivityRow & { readonly courseId: string }) | null> {
    const [row] = (await tx.query(
      `select ${activityColumns}, a.body, v.course_id as "courseId" from learning.activity a
       join learning.course_version v on v.id = a.course_version_id where a.id = $1`,
      [id],
    )) as [(ActivityRow & { readonly courseId: string })?];
    return row ?? null;
  }
}
