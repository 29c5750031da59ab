import type { Track } from '@skillhall/directory/domain';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { Blank, QuestionType } from '../../domain/index.js';

/** A question that papers may draw: what a blueprint asks about, and nothing of what it says. */
export interface PoolQuestion {
  readonly questionId: string;
  readonly versionId: string;
  readonly type: QuestionType;
  readonly track: Track;
  readonly competency: string | null;
  readonly difficulty: number;
  /** Its category and all above that. */
  readonly categoryIds: readonly string[];
  /** How often it has been put to somebody. */
  readonly exposure: number;
}

export interface RecognisedQuestion {
  readonly questionId: string;
  readonly code: string;
  readonly type: QuestionType;
  readonly stem: string;
  readonly difficulty: number;
}

/** How often a version was put. */
export interface AskedVersion {
  readonly versionId: string;
  readonly times: number;
}

/** What a paper has to know of a question to freeze it; of a case, its parts in order. */
export interface QuestionFrame {
  readonly id: string;
  readonly type: QuestionType;
  readonly optionKeys: readonly string[];
  readonly promptKeys: readonly string[];
  readonly blanks: readonly Blank[];
  readonly parts: readonly QuestionFrame[];
}

const usable = `(starts_with($1, q.unit_path) or starts_with(q.unit_path, $1)) and q.use <> 'practiceOnly'
    and not exists (select from question_bank.version_step s where s.version_id = v.id
      and s.step = (select max(step) from question_bank.version_step l where l.version_id = v.id) and s.state <> 'live')`;

const pool = `with recursive above as (
    select id, parent_id, array[id] as ids from question_bank.category where parent_id is null
    union all
    select c.id, c.parent_id, a.ids || c.id from question_bank.category c join above a on c.parent_id = a.id),
  used as (select question_id, sum(times)::int as times from question_bank.exposure group by question_id)
  select q.id as "questionId", v.id as "versionId", v.type, v.track, v.competency, v.difficulty,
    coalesce(a.ids, '{}') as "categoryIds", coalesce(u.times, 0) as exposure
  from question_bank.question q
  join question_bank.question_version v on v.question_id = q.id and v.version = q.current_version and v.part = 0
  left join above a on a.id = q.category_id
  left join used u on u.question_id = q.id
  where ${usable} order by q.id`;

const recognised = `select q.id as "questionId", q.code, v.type, v.stem, v.difficulty from question_bank.question q
  join question_bank.question_version v on v.question_id = q.id and v.version = q.current_version and v.part = 0
  where ${usable}`;

const keysOf = (column: string): string => `coalesce((select array_agg(o ->> 'key' order by n) from jsonb_array_elements(v.${column}) with ordinality as t (o, n)), '{}')`;

const frames = `select v.id, v.case_id as "caseId", v.type, ${keysOf('options')} as "optionKeys", ${keysOf('prompts')} as "promptKeys", v.blanks
  from question_bank.question_version v where v.id = any($1) or v.case_id = any($1) order by v.part`;

/** Questions on their way onto papers. It never touches the tables of keys. */
@Injectable()
export class QuestionPool {
  /** Live questions that a unit may use for examinations: its own, those of units above it, and those below it. */
  of(tx: Transaction, unitPath: string): Promise<PoolQuestion[]> {
    return tx.query(pool, [unitPath]);
  }

  /** Of these questions, those that a unit may use, as an author recognises them. */
  recognised(tx: Transaction, unitPath: string, questionIds: readonly string[]): Promise<RecognisedQuestion[]> {
    return tx.query(`${recognised} and q.id = any($2)`, [unitPath, questionIds]);
  }

  /** Questions that papers of a unit may put: those whose number begins with what is searched for, or whose stem holds it. */
  search(tx: Transaction, unitPath: string, search: string, limit: number): Promise<RecognisedQuestion[]> {
    return tx.query(`${recognised} and (starts_with(lower(q.code), lower($2)) or position(lower($2) in lower(v.stem)) > 0) order by q.code limit $3`, [unitPath, search, limit]);
  }

  /** In the order of the version ids. */
  async frames(tx: Transaction, versionIds: readonly string[]): Promise<QuestionFrame[]> {
    const rows = (await tx.query(frames, [versionIds])) as (Omit<QuestionFrame, 'parts'> & { caseId: string | null })[];
    const frameOf = ({ caseId: _, ...row }: (typeof rows)[number]): QuestionFrame => ({ ...row, parts: rows.filter((part) => part.caseId === row.id).map(frameOf) });
    const found = new Map(rows.filter(({ caseId }) => caseId === null).map((row) => [row.id, row]));
    return versionIds.map((id) => {
      const row = found.get(id);
      if (!row) throw new Error(`question version ${id} is gone`);
      return frameOf(row);
    });
  }

  /** How often these versions were put to somebody on a day; it takes the place of what was said of them before. Needs a system transaction. */
  async expose(systemTx: Transaction, day: string, asked: readonly AskedVersion[]): Promise<void> {
    await systemTx.query(
      `insert into question_bank.exposure (question_id, day, times)
       select v.question_id, $1::date, sum(w.times) from question_bank.question_version v join unnest($2::uuid[], $3::int[]) as w (id, times) on w.id = v.id
       group by v.question_id order by v.question_id
       on conflict (question_id, day) do update set times = excluded.times where exposure.times <> excluded.times`,
      [day, asked.map(({ versionId }) => versionId), asked.map(({ times }) => times)],
    );
  }

  /** Whether anything was counted yet. Needs a system transaction. */
  async wasExposed(systemTx: Transaction): Promise<boolean> {
    return ((await systemTx.query('select from question_bank.exposure limit 1')) as unknown[]).length > 0;
  }
}
