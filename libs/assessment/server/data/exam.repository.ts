import { type Page, pageOf, type PageRequest } from '@skillhall/kernel';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { Blueprint, ExamState, ReviewRules } from '../../domain/index.js';

export interface ExamFields {
  readonly title: string;
  readonly instructions: string;
  readonly minutes: number;
  readonly passMark: number;
  readonly attemptsAllowed: number;
  readonly shuffleQuestions: boolean;
  readonly shuffleOptions: boolean;
  readonly blueprint: Blueprint;
  readonly review: ReviewRules;
  readonly exposureCap: number | null;
  readonly markers: number;
  readonly markingGap: number;
}

export interface ExamRow extends ExamFields {
  readonly id: string;
  readonly unitId: string;
  readonly unitPath: string;
  readonly state: ExamState;
  /** Whether staff may take mocks drawn by its blueprint. */
  readonly openToPractice: boolean;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface ExamCriteria {
  readonly state?: ExamState | null;
  readonly search?: string | null;
}

const columns = `e.id, e.title, e.instructions, e.unit_id as "unitId", e.unit_path as "unitPath", e.state, e.minutes, e.pass_mark as "passMark",
  e.attempts_allowed as "attemptsAllowed", e.shuffle_questions as "shuffleQuestions", e.shuffle_options as "shuffleOptions", e.blueprint, e.review,
  e.exposure_cap as "exposureCap", e.markers, e.marking_gap as "markingGap", e.open_to_practice as "openToPractice", e.version, e.created_at as "createdAt", e.updated_at as "updatedAt"`;

const scoped = `exists (select from unnest($1::text[]) as top where e.unit_path >= top and e.unit_path < top || '~')`;
const filtered = `from assessment.exam e where ${scoped} and ($2::text is null or e.state = $2) and ($3::text is null or position(lower($3) in lower(e.title)) > 0)`;

const fieldValues = (fields: ExamFields): unknown[] => [
  ...[fields.title, fields.instructions, fields.minutes, fields.passMark, fields.attemptsAllowed, fields.shuffleQuestions, fields.shuffleOptions],
  ...[JSON.stringify(fields.blueprint), JSON.stringify(fields.review), fields.exposureCap, fields.markers, fields.markingGap],
];

@Injectable()
export class ExamRepository {
  async page(tx: Transaction, scope: readonly string[], { state, search }: ExamCriteria, request: PageRequest): Promise<Page<ExamRow>> {
    const values = [scope, state ?? null, search?.trim() || null];
    const nodes = (await tx.query(`select ${columns} ${filtered} order by e.created_at desc, e.id offset $4 limit $5`, [...values, request.offset, request.limit])) as ExamRow[];
    const [{ count }] = (await tx.query(`select count(*)::int as count ${filtered}`, values)) as [{ count: number }];
    return pageOf(nodes, count, request);
  }

  async find(tx: Transaction, scope: readonly string[], id: string): Promise<ExamRow | null> {
    const [row] = (await tx.query(`select ${columns} from assessment.exam e where ${scoped} and e.id = $2`, [scope, id])) as [ExamRow?];
    return row ?? null;
  }

  async lock(tx: Transaction, scope: readonly string[], id: string): Promise<ExamRow | null> {
    const [row] = (await tx.query(`select ${columns} from assessment.exam e where ${scoped} and e.id = $2 for update`, [scope, id])) as [ExamRow?];
    return row ?? null;
  }

  /** In the order of the ids; the walls leave out what the viewer may not see. */
  async byIds(tx: Transaction, ids: readonly string[]): Promise<(ExamRow | null)[]> {
    const rows = (await tx.query(`select ${columns} from assessment.exam e where e.id = any($1)`, [ids])) as ExamRow[];
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  }

  async add(tx: Transaction, id: string, unit: { id: string; path: string }, fields: ExamFields, accountId: string): Promise<void> {
    await tx.query(
      `insert into assessment.exam (title, instructions, minutes, pass_mark, attempts_allowed, shuffle_questions, shuffle_options, blueprint, review,
         exposure_cap, markers, marking_gap, id, unit_id, unit_path, state, created_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 'draft', $16)`,
      [...fieldValues(fields), id, unit.id, unit.path, accountId],
    );
  }

  async change(tx: Transaction, id: string, fields: ExamFields): Promise<void> {
    await tx.query(
      `update assessment.exam set title = $1, instructions = $2, minutes = $3, pass_mark = $4, attempts_allowed = $5, shuffle_questions = $6,
         shuffle_options = $7, blueprint = $8, review = $9, exposure_cap = $10, markers = $11, marking_gap = $12, version = version + 1, updated_at = now()
       where id = $13`,
      [...fieldValues(fields), id],
    );
  }

  async setState(tx: Transaction, id: string, state: ExamState): Promise<void> {
    await tx.query(`update assessment.exam set state = $2, version = version + 1, updated_at = now() where id = $1`, [id, state]);
  }

  /** Of the version nothing changes: what is published stays what it is. */
  async setOpenToPractice(tx: Transaction, id: string, open: boolean): Promise<void> {
    await tx.query(`update assessment.exam set open_to_practice = $2, updated_at = now() where id = $1`, [id, open]);
  }

  /** Published exams of these units that are open to practice, the newest first; or the one of this id among them. */
  practised(systemTx: Transaction, unitPaths: readonly string[], id: string | null = null): Promise<ExamRow[]> {
    return systemTx.query(
      `select ${columns} from assessment.exam e where e.open_to_practice and e.state = 'published' and e.unit_path = any($1) and ($2::uuid is null or e.id = $2)
       order by e.created_at desc, e.id limit 20`,
      [unitPaths, id],
    );
  }

  /** The secret from which every paper of the exam follows; made once. Needs a system transaction. */
  async seed(systemTx: Transaction, examId: string, fresh: () => Buffer): Promise<Buffer> {
    await systemTx.query('insert into assessment.exam_secret (exam_id, seed) values ($1, $2) on conflict do nothing', [examId, fresh()]);
    const [row] = (await systemTx.query('select seed from assessment.exam_secret where exam_id = $1', [examId])) as [{ seed: Buffer }];
    return row.seed;
  }
}
