import { newId } from '@skillhall/kernel';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { type ActivityContent, type CourseContent, type CourseStatus, expectedMinutes } from '../../domain/index.js';

export interface CourseHead {
  readonly id: string;
  readonly code: string;
  readonly unitId: string;
  readonly unitPath: string;
  readonly inScope: boolean;
}

export interface VersionHead {
  readonly id: string;
  readonly version: number;
  readonly status: CourseStatus;
  readonly contentHash: string;
}

export interface QuizActivity {
  readonly id: string;
  readonly title: string;
  readonly questionCodes: string[];
  readonly passMark: number;
  readonly timeLimitMinutes: number | null;
}

const head = `select c.id, c.code, c.unit_id as "unitId", c.unit_path as "unitPath",
  exists (select from unnest($1::text[]) as top where starts_with(c.unit_path, top)) as "inScope" from learning.course c`;

/** Writes courses and their versions; every call is inside a system transaction whose caller has checked the scope. */
@Injectable()
export class CourseStore {
  /** The course, locked until the end of the transaction. */
  async lockByCode(tx: Transaction, scope: readonly string[], code: string): Promise<CourseHead | null> {
    const [row] = (await tx.query(`${head} where c.code = $2 for update`, [scope, code])) as [CourseHead?];
    return row ?? null;
  }

  async lockById(tx: Transaction, scope: readonly string[], id: string): Promise<CourseHead | null> {
    const [row] = (await tx.query(`${head} where c.id = $2 for update`, [scope, id])) as [CourseHead?];
    return row?.inScope ? row : null;
  }

  async addCourse(tx: Transaction, code: string, unit: { id: string; path: string }): Promise<string> {
    const id = newId();
    await tx.query('insert into learning.course (id, code, unit_id, unit_path) values ($1, $2, $3, $4)', [id, code, unit.id, unit.path]);
    return id;
  }

  /** Versions of a course, the newest first. */
  versionsOf(tx: Transaction, courseId: string): Promise<VersionHead[]> {
    return tx.query(
      `select id, version, status, encode(content_hash, 'hex') as "contentHash" from learning.course_version where course_id = $1 order by version desc`,
      [courseId],
    );
  }

  async addVersion(tx: Transaction, courseId: string, version: number, content: CourseContent, hash: string, accountId: string | null): Promise<void> {
    const { name, track, hours, summary, competencies } = content;
    const id = newId();
    await tx.query(
      `insert into learning.course_version (id, course_id, version, status, name, track, hours, summary, competencies, content_hash, created_by)
       values ($1, $2, $3, 'draft', $4, $5, $6, $7, $8, decode($9, 'hex'), $10)`,
      [id, courseId, version, name, track, hours, summary, competencies, hash, accountId],
    );
    let position = 0;
    for (const [index, module] of content.modules.entries()) {
      const moduleId = newId();
      await tx.query('insert into learning.module (id, course_version_id, position, title) values ($1, $2, $3, $4)', [moduleId, id, index + 1, module.title]);
      for (const activity of module.activities) await this.addActivity(tx, id, moduleId, ++position, activity);
    }
  }

  /** Takes a draft away; the next one takes its number. */
  async removeDraft(tx: Transaction, versionId: string): Promise<void> {
    await tx.query('delete from learning.activity where course_version_id = $1', [versionId]);
    await tx.query('delete from learning.module where course_version_id = $1', [versionId]);
    await tx.query(`delete from learning.course_version where id = $1 and status = 'draft'`, [versionId]);
  }

  quizzesOf(tx: Transaction, versionId: string): Promise<QuizActivity[]> {
    return tx.query(
      `select id, title, question_codes as "questionCodes", pass_mark as "passMark", time_limit_minutes as "timeLimitMinutes"
       from learning.activity where course_version_id = $1 and kind = 'quiz' order by position`,
      [versionId],
    );
  }

  async setQuiz(tx: Transaction, activityId: string, quizId: string): Promise<void> {
    await tx.query('update learning.activity set quiz_id = $2 where id = $1', [activityId, quizId]);
  }

  async setStatus(tx: Transaction, versionId: string, status: CourseStatus): Promise<void> {
    await tx.query(
      `update learning.course_version set status = $2, updated_at = now(),
         published_at = case when $2 = 'published' then now() else published_at end,
         retired_at = case when $2 = 'retired' then now() end
       where id = $1`,
      [versionId, status],
    );
  }

  private async addActivity(tx: Transaction, versionId: string, moduleId: string, position: number, activity: ActivityContent): Promise<void> {
    const quiz = activity.kind === 'quiz' ? activity : null;
    await tx.query(
      `insert into learning.activity (id, course_version_id, module_id, position, kind, title, minutes, body, question_codes, pass_mark, time_limit_minutes)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        ...[newId(), versionId, moduleId, position, activity.kind, activity.title, expectedMinutes(activity)],
        ...[activity.kind === 'article' ? activity.body : null, quiz?.questionCodes ?? [], quiz?.passMark ?? null, quiz?.timeLimitMinutes ?? null],
      ],
    );
  }
}
