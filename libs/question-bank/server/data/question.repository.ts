import { type Page, type PageRequest, pageOf } from '@skillhall/kernel';
import type { Track } from '@skillhall/directory/domain';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { QuestionOption, QuestionType } from '../../domain/index.js';

/** The current version of a question as its authors list it; its key is read apart. */
export interface QuestionRow {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly versionId: string;
  readonly type: QuestionType;
  readonly stem: string;
  readonly options: QuestionOption[];
  readonly track: Track;
  readonly competencyCode: string | null;
  readonly difficulty: number;
  readonly clause: string | null;
  readonly updatedAt: Date;
}

export interface QuestionCriteria {
  readonly track?: Track | null;
  readonly type?: QuestionType | null;
  readonly competency?: string | null;
  readonly search?: string | null;
}

const columns = `q.id, q.code, v.version, v.id as "versionId", v.type, v.stem, v.options, v.track,
  v.competency as "competencyCode", v.difficulty, v.clause, q.updated_at as "updatedAt"`;

const current = `from question_bank.question q
  join question_bank.question_version v on v.question_id = q.id and v.version = q.current_version`;

const scoped = `exists (select from unnest($1::text[]) as top where q.unit_path >= top and q.unit_path < top || '~')`;

const filtered = `${current}
  where ${scoped}
    and ($2::text is null or v.track = $2)
    and ($3::text is null or v.type = $3)
    and ($4::text is null or v.competency = $4)
    and ($5::text is null or starts_with(lower(q.code), lower($5)) or position(lower($5) in lower(v.stem)) > 0)`;

@Injectable()
export class QuestionRepository {
  async page(tx: Transaction, scope: readonly string[], criteria: QuestionCriteria, request: PageRequest): Promise<Page<QuestionRow>> {
    const { track, type, competency, search } = criteria;
    const values = [scope, track ?? null, type ?? null, competency ?? null, search?.trim() || null];
    const nodes = (await tx.query(`select ${columns} ${filtered} order by q.code offset $6 limit $7`, [...values, request.offset, request.limit])) as QuestionRow[];
    const [{ count }] = (await tx.query(`select count(*)::int as count ${filtered}`, values)) as [{ count: number }];
    return pageOf(nodes, count, request);
  }

  async findInScope(tx: Transaction, scope: readonly string[], id: string): Promise<QuestionRow | null> {
    const [row] = (await tx.query(`select ${columns} ${current} where ${scoped} and q.id = $2`, [scope, id])) as [QuestionRow?];
    return row ?? null;
  }
}
