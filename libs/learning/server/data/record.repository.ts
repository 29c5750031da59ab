import type { Track } from '@skillhall/directory/domain';
import type { PersonRow } from '@skillhall/directory/server';
import { type Page, type PageRequest, pageOf } from '@skillhall/kernel';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { type RecordState, stalledAfterDays } from '../../domain/index.js';

export interface RecordRow {
  readonly personId: string;
  readonly courseId: string;
  readonly enrolmentId: string;
  readonly versionId: string;
  readonly startedAt: Date;
  readonly completedAt: Date | null;
}

export interface RecordCriteria {
  readonly courseId?: string | null;
  readonly unitPath?: string | null;
  readonly state?: RecordState | null;
  /** By what was done last, instead of by place and person. */
  readonly latestFirst?: boolean | null;
}

export interface WithoutCriteria {
  readonly unitPath?: string | null;
  /** Without a course of this track; null = without any course. */
  readonly track?: Track | null;
}

const inScope = `exists (select from unnest($1::text[]) as top where p.unit_path >= top and p.unit_path < top || '~')
  and ($2::text is null or (p.unit_path >= $2 and p.unit_path < $2 || '~'))`;

/** The last step that was taken in an enrolment. */
const lastStep = `greatest(e.started_at, (select max(greatest(pr.started_at, pr.completed_at)) from learning.activity_progress pr where pr.enrolment_id = e.id))`;

const stalled = `e.completed_at is null and ${lastStep} < now() - make_interval(days => ${stalledAfterDays})`;

// Records are listed where their people are today.
const listed = `from learning.enrolment e join directory.person p on p.id = e.person_id
  where ${inScope} and ($3::uuid is null or e.course_id = $3)
    and case $4::text when 'open' then e.completed_at is null when 'completed' then e.completed_at is not null when 'stalled' then ${stalled} else true end`;

/** `$4` time zone of the year. */
const without = `from directory.person p
  where ${inScope} and p.left_on is null and not exists (
    select from learning.enrolment e join learning.course_version v on v.id = e.course_version_id
    where e.person_id = p.id and ($3::text is null or v.track = $3)
      and e.completed_at >= date_trunc('year', now() at time zone $4) at time zone $4)`;

/** Who has learnt what, and who has not. */
@Injectable()
export class RecordRepository {
  async page(tx: Transaction, scope: readonly string[], { courseId, unitPath, state, latestFirst }: RecordCriteria, request: PageRequest): Promise<Page<RecordRow>> {
    const values = [scope, unitPath ?? null, courseId ?? null, state ?? null];
    const order = latestFirst ? `${lastStep} desc, e.id` : 'p.unit_path, p.staff_number, e.course_id';
    const nodes = (await tx.query(
      `select e.person_id as "personId", e.course_id as "courseId", e.id as "enrolmentId", e.course_version_id as "versionId",
         e.started_at as "startedAt", e.completed_at as "completedAt"
       ${listed} order by ${order} offset $5 limit $6`,
      [...values, request.offset, request.limit],
    )) as RecordRow[];
    const [{ count }] = (await tx.query(`select count(*)::int as count ${listed}`, values)) as [{ count: number }];
    return pageOf(nodes, count, request);
  }

  /** People employed who have finished nothing since the year began. */
  async peopleWithout(tx: Transaction, scope: readonly string[], { unitPath, track }: WithoutCriteria, request: PageRequest, timeZone = 'Asia/Shanghai'): Promise<Page<Pick<PersonRow, 'id'>>> {
    const values = [scope, unitPath ?? null, track ?? null, timeZone];
    const nodes = (await tx.query(`select p.id ${without} order by p.unit_path, p.staff_number offset $5 limit $6`, [...values, request.offset, request.limit])) as { id: string }[];
    const [{ count }] = (await tx.query(`select count(*)::int as count ${without}`, values)) as [{ count: number }];
    return pageOf(nodes, count, request);
  }
}
