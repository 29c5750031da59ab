import type { Track } from '@skillhall/directory/domain';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';

/** Somebody who learns: where they stand decides what is offered to them. */
export interface Learner {
  readonly personId: string;
  readonly unitPath: string;
}

export interface EnrolmentRow {
  readonly id: string;
  readonly versionId: string;
  readonly startedAt: Date;
  readonly completedAt: Date | null;
}

/** A course as one learner has it: in the version they began, else in the one in force. */
export interface LearnerCourseRow {
  readonly id: string;
  readonly code: string;
  readonly versionId: string;
  readonly name: string;
  readonly track: Track;
  readonly summary: string;
  readonly hours: number;
  readonly begun: EnrolmentRow | null;
}

export interface SummaryRow {
  readonly personId: string;
  readonly track: Track;
  readonly courses: number;
  readonly enrolled: number;
  readonly completed: number;
  readonly hours: number;
}

/** The version that counts for a person: `e` is their enrolment, `c` the course. */
const version = `join learning.course_version v on v.course_id = c.id
  and v.id = coalesce(e.course_version_id, (select p.id from learning.course_version p where p.course_id = c.id and p.status = 'published'))`;

@Injectable()
export class LearnerRepository {
  async courses(tx: Transaction, { personId, unitPath }: Learner, only: { track?: Track | null; courseId?: string }): Promise<LearnerCourseRow[]> {
    const rows = (await tx.query(
      `select c.id, c.code, v.id as "versionId", v.name, v.track, v.summary, v.hours::float8 as hours,
         e.id as "enrolmentId", e.started_at as "startedAt", e.completed_at as "completedAt"
       from learning.course c left join learning.enrolment e on e.course_id = c.id and e.person_id = $1 ${version}
       where (e.id is not null or starts_with($2, c.unit_path))
         and ($3::text is null or v.track = $3) and ($4::uuid is null or c.id = $4)
       order by c.code`,
      [personId, unitPath, only.track ?? null, only.courseId ?? null],
    )) as (Omit<LearnerCourseRow, 'begun'> & { enrolmentId: string | null; startedAt: Date; completedAt: Date | null })[];
    return rows.map(({ enrolmentId, startedAt, completedAt, ...course }) => ({
      ...course,
      begun: enrolmentId ? { id: enrolmentId, versionId: course.versionId, startedAt, completedAt } : null,
    }));
  }

  /** Begins a course once; the unit of that moment stays on the record. */
  async enrol(tx: Transaction, id: string, personId: string, courseId: string, versionId: string): Promise<void> {
    await tx.query(
      `insert into learning.enrolment (id, person_id, course_id, course_version_id, unit_id, unit_path)
       select $1, p.id, $3, $4, p.unit_id, p.unit_path from directory.person p where p.id = $2
       on conflict (person_id, course_id) do nothing`,
      [id, personId, courseId, versionId],
    );
  }

  /** Courses offered to or begun by each person, summed by track. */
  summaries(tx: Transaction, learners: readonly Learner[]): Promise<SummaryRow[]> {
    return tx.query(
      `select p.id as "personId", v.track, count(*)::int as courses, count(e.id)::int as enrolled,
         count(e.completed_at)::int as completed, coalesce(sum(v.hours) filter (where e.completed_at is not null), 0)::float8 as hours
       from unnest($1::uuid[], $2::text[]) as p (id, path)
       cross join learning.course c
       left join learning.enrolment e on e.course_id = c.id and e.person_id = p.id ${version}
       where e.id is not null or starts_with(p.path, c.unit_path)
       group by p.id, v.track`,
      [learners.map(({ personId }) => personId), learners.map(({ unitPath }) => unitPath)],
    );
  }
}
