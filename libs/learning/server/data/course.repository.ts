import type { Track } from '@skillhall/directory/domain';
import { type Page, type PageRequest, pageOf } from '@skillhall/kernel';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { CourseStatus } from '../../domain/index.js';

/** A course with its newest version, as those see it who keep courses or answer for people. */
export interface CourseRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly track: Track;
  readonly hours: number;
  readonly status: CourseStatus;
  readonly version: number;
  readonly versionId: string;
  readonly updatedAt: Date;
}

export interface CourseCriteria {
  readonly track?: Track | null;
  readonly status?: CourseStatus | null;
  readonly search?: string | null;
}

/** Where somebody keeps courses (drafts are shown there), and where they may read learning records. */
export interface CourseScope {
  readonly managed: readonly string[];
  readonly recorded: readonly string[];
}

const columns = `c.id, c.code, v.name, v.track, v.hours::float8 as hours, v.status, v.version, v.id as "versionId", v.updated_at as "updatedAt"`;

// Courses of the managed subtrees; besides them what is offered in, or kept in, the subtrees of the records.
const visible = `from learning.course c
  cross join lateral (select exists (select from unnest($1::text[]) as top where starts_with(c.unit_path, top)) as managed) as m
  cross join lateral (
    select * from learning.course_version v
    where v.course_id = c.id and (m.managed or v.status <> 'draft') order by v.version desc limit 1) as v
  where (m.managed or exists (select from unnest($2::text[]) as top where starts_with(c.unit_path, top) or starts_with(top, c.unit_path)))`;

const filtered = `${visible}
  and ($3::text is null or v.track = $3)
  and ($4::text is null or v.status = $4)
  and ($5::text is null or starts_with(lower(c.code), lower($5)) or position(lower($5) in lower(v.name)) > 0)`;

// Records are counted and listed where their people are today.
const records = `from learning.enrolment e join directory.person p on p.id = e.person_id
  where exists (select from unnest($1::text[]) as top where p.unit_path >= top and p.unit_path < top || '~')`;

@Injectable()
export class CourseRepository {
  async page(tx: Transaction, { managed, recorded }: CourseScope, { track, status, search }: CourseCriteria, request: PageRequest): Promise<Page<CourseRow>> {
    const values = [managed, recorded, track ?? null, status ?? null, search?.trim() || null];
    const nodes = (await tx.query(`select ${columns} ${filtered} order by c.code offset $6 limit $7`, [...values, request.offset, request.limit])) as CourseRow[];
    const [{ count }] = (await tx.query(`select count(*)::int as count ${filtered}`, values)) as [{ count: number }];
    return pageOf(nodes, count, request);
  }

  async findVisible(tx: Transaction, { managed, recorded }: CourseScope, id: string): Promise<CourseRow | null> {
    const [row] = (await tx.query(`select ${columns} ${visible} and c.id = $3`, [managed, recorded, id])) as [CourseRow?];
    return row ?? null;
  }

  /** Courses by id, in the order of the ids, their drafts where these are managed; row-level security hides the others. */
  async byIds(tx: Transaction, managed: readonly string[], ids: readonly string[]): Promise<(CourseRow | null)[]> {
    const rows = (await tx.query(`select ${columns} ${visible} and c.id = any($3)`, [managed, [''], ids])) as CourseRow[];
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  }

  async counts(tx: Transaction, recorded: readonly string[], courseIds: readonly string[]): Promise<{ enrolled: number; completed: number }[]> {
    const rows = (await tx.query(
      `select e.course_id as id, count(*)::int as enrolled, count(e.completed_at)::int as completed ${records} and e.course_id = any($2) group by e.course_id`,
      [recorded, courseIds],
    )) as { id: string; enrolled: number; completed: number }[];
    const found = new Map(rows.map((row) => [row.id, row]));
    return courseIds.map((id) => found.get(id) ?? { enrolled: 0, completed: 0 });
  }
}
