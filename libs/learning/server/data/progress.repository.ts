import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { ActivityState } from '../../domain/index.js';

export interface BegunActivity {
  readonly activityId: string;
  readonly body: string | null;
  readonly enrolmentId: string;
  readonly courseId: string;
  readonly personId: string;
  readonly state: ActivityState;
  /** Seconds since it was opened, by the clock of the database; 0 where it was not. */
  readonly elapsed: number;
}

const begun = `select a.id as "activityId", a.body, e.id as "enrolmentId", e.course_id as "courseId", e.person_id as "personId",
    coalesce(pr.state, 'notStarted') as state, coalesce(extract(epoch from clock_timestamp() - pr.started_at), 0)::float8 as elapsed
  from learning.activity a
  join learning.enrolment e on e.course_version_id = a.course_version_id and e.person_id = $1
  left join learning.activity_progress pr on pr.enrolment_id = e.id and pr.activity_id = a.id`;

/** How far people have come, activity by activity. */
@Injectable()
export class ProgressRepository {
  /** An article of a course that the person has begun; the enrolment is locked, so that completions follow one another. */
  async lockArticle(tx: Transaction, personId: string, activityId: string): Promise<BegunActivity | null> {
    const [row] = (await tx.query(`${begun} where a.id = $2 and a.kind = 'article' for update of e`, [personId, activityId])) as [BegunActivity?];
    return row ?? null;
  }

  async lockQuiz(tx: Transaction, personId: string, quizId: string): Promise<BegunActivity | null> {
    const [row] = (await tx.query(`${begun} where a.quiz_id = $2 for update of e`, [personId, quizId])) as [BegunActivity?];
    return row ?? null;
  }

  async open(tx: Transaction, enrolmentId: string, activityId: string): Promise<void> {
    await tx.query(`insert into learning.activity_progress (enrolment_id, activity_id, state) values ($1, $2, 'started') on conflict do nothing`, [enrolmentId, activityId]);
  }

  async complete(tx: Transaction, enrolmentId: string, activityId: string, attemptId: string | null): Promise<void> {
    await tx.query(
      `insert into learning.activity_progress (enrolment_id, activity_id, state, completed_at, attempt_id)
       values ($1, $2, 'completed', clock_timestamp(), $3)
       on conflict (enrolment_id, activity_id) do update set state = 'completed', completed_at = clock_timestamp(), attempt_id = excluded.attempt_id
         where activity_progress.state <> 'completed'`,
      [enrolmentId, activityId, attemptId],
    );
  }

  /** The state of every activity of the course that the enrolment is about. */
  async statesOf(tx: Transaction, enrolmentId: string): Promise<ActivityState[]> {
    const rows = (await tx.query(
      `select coalesce(pr.state, 'notStarted') as state from learning.enrolment e
       join learning.activity a on a.course_version_id = e.course_version_id
       left join learning.activity_progress pr on pr.enrolment_id = e.id and pr.activity_id = a.id
       where e.id = $1 order by a.position`,
      [enrolmentId],
    )) as { state: ActivityState }[];
    return rows.map(({ state }) => state);
  }

  /** True the first time only. */
  async completeCourse(tx: Transaction, enrolmentId: string): Promise<boolean> {
    const [rows] = (await tx.query('update learning.enrolment set completed_at = clock_timestamp() where id = $1 and completed_at is null returning id', [enrolmentId])) as [unknown[], number];
    return rows.length > 0;
  }
}
