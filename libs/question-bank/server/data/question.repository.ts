import { type Page, type PageRequest, pageOf } from '@skillhall/kernel';
import type { Track } from '@skillhall/directory/domain';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { QuestionFace, QuestionType, QuestionUse, VersionState } from '../../domain/index.js';
import { orderBy, questionConditions, type QuestionCriteria, type QuestionOrder, usedInYear } from './question-criteria.js';

/** A question with the version that stands for it: the one in use, else the latest. Its key is read apart. */
export interface QuestionRow extends QuestionFace {
  readonly id: string;
  readonly code: string;
  readonly unitId: string;
  readonly version: number;
  readonly versionId: string;
  readonly latestVersion: number;
  readonly currentVersion: number;
  readonly latestState: VersionState;
  readonly use: QuestionUse;
  readonly categoryId: string | null;
  readonly type: QuestionType;
  readonly track: Track;
  readonly competencyCode: string | null;
  readonly difficulty: number;
  readonly clause: string | null;
  readonly updatedAt: Date;
  /** When the version that stands for the question was written. */
  readonly writtenAt: Date;
}

const columns = `q.id, q.code, q.unit_id as "unitId", v.version, v.id as "versionId", q.latest_version as "latestVersion",
  q.current_version as "currentVersion", q.latest_state as "latestState", q.use, q.category_id as "categoryId",
  v.type, v.stem, v.media, v.options, v.prompts, v.blanks, v.track, v.competency as "competencyCode", v.difficulty, v.clause,
  q.updated_at as "updatedAt", v.created_at as "writtenAt"`;

const shown = `question_bank.question q join question_bank.question_version v on v.id = q.shown_id`;

const asked = `question_bank.question q join question_bank.question_version v on v.question_id = q.id and v.part = 0`;

const scoped = `exists (select from unnest($1::text[]) as top where starts_with(q.unit_path, top))`;

export interface QuestionSelection {
  readonly criteria: QuestionCriteria;
  readonly order: QuestionOrder;
  readonly descending: boolean;
}

@Injectable()
export class QuestionRepository {
  async page(tx: Transaction, scope: readonly string[], { criteria, order, descending }: QuestionSelection, request: PageRequest): Promise<Page<QuestionRow>> {
    const { sql, values } = questionConditions(scope, criteria);
    const [offset, limit] = [values.length + 1, values.length + 2];
    const nodes = (await tx.query(`select ${columns} from ${shown} where ${sql} order by ${orderBy(order, descending)} offset $${offset} limit $${limit}`, [
      ...[...values, request.offset, request.limit],
    ])) as QuestionRow[];
    const [{ count }] = (await tx.query(`select count(*)::int as count from question_bank.question q where ${sql}`, [...values])) as [{ count: number }];
    return pageOf(nodes, count, request);
  }

  /** Ids of the questions that a filter finds, at most so many. */
  async ids(tx: Transaction, scope: readonly string[], criteria: QuestionCriteria, most: number): Promise<string[]> {
    const { sql, values } = questionConditions(scope, criteria);
    const rows = (await tx.query(`select q.id from question_bank.question q where ${sql} order by q.code limit $${values.length + 1}`, [...values, most])) as { id: string }[];
    return rows.map(({ id }) => id);
  }

  /** The question with the version that stands for it, or with the version asked for; 0 asks for the latest. */
  async findInScope(tx: Transaction, scope: readonly string[], id: string, version: number | null = null): Promise<QuestionRow | null> {
    const sql = version === null ? `select ${columns} from ${shown} where ${scoped} and q.id = $2` : `select ${columns} from ${asked} where ${scoped} and q.id = $2 and v.version = coalesce(nullif($3::int, 0), q.latest_version)`;
    const [row] = (await tx.query(sql, version === null ? [scope, id] : [scope, id, version])) as [QuestionRow?];
    return row ?? null;
  }

  /**
   * Questions whose latest version waits for a second person, with that version, those that wait longest first:
   * for somebody who wrote nothing of what nobody has reviewed yet, or only those they wrote.
   */
  async waiting(tx: Transaction, scope: readonly string[], accountId: string, own: boolean, request: PageRequest): Promise<Page<QuestionRow>> {
    const from = `from ${asked} and v.version = q.latest_version
      where ${scoped} and q.latest_state = 'inReview' and ${own ? '' : 'not'} exists (
        select from question_bank.question_version a where a.question_id = q.id and a.part = 0 and a.created_by = $2
          and a.version > coalesce((
            select max(w.version) from question_bank.question_version w join question_bank.version_step s on s.version_id = w.id
            where w.question_id = q.id and w.part = 0 and w.version < q.latest_version and s.state in ('reviewed', 'live')), 0))`;
    const nodes = (await tx.query(`select ${columns} ${from} order by q.updated_at, q.code offset $3 limit $4`, [scope, accountId, request.offset, request.limit])) as QuestionRow[];
    const [{ count }] = (await tx.query(`select count(*)::int as count ${from}`, [scope, accountId])) as [{ count: number }];
    return pageOf(nodes, count, request);
  }

  async byIds(tx: Transaction, scope: readonly string[], ids: readonly string[]): Promise<QuestionRow[]> {
    const rows = (await tx.query(`select ${columns} from ${shown} where ${scoped} and q.id = any($2)`, [scope, ids])) as QuestionRow[];
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => found.get(id) ?? []);
  }

  /** Times each question was put to somebody within a year, and the last day that it was. */
  async usage(tx: Transaction, ids: readonly string[]): Promise<{ times: number; lastDay: string | null }[]> {
    const rows = (await tx.query(
      `select q.id, ${usedInYear} as times, (select max(day)::text from question_bank.exposure e where e.question_id = q.id) as "lastDay"
       from question_bank.question q where q.id = any($1)`,
      [ids],
    )) as { id: string; times: number; lastDay: string | null }[];
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? { times: 0, lastDay: null });
  }
}
