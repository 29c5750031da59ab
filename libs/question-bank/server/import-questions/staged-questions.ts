import { type ImportContext, type ImportCounts, copyRows, type CopyValue } from '@skillhall/platform/imports';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';

const staged = `create temp table staged_question (
  row integer, id uuid, version_id uuid, code text, type text, stem text, options jsonb, key jsonb,
  explanation text, track text, competency text, difficulty smallint, clause text, content_hash bytea) on commit drop`;

export const stagedColumns = [
  ...['row', 'id', 'version_id', 'code', 'type', 'stem', 'options', 'key', 'explanation'],
  ...['track', 'competency', 'difficulty', 'clause', 'content_hash'],
] as const;

const takeRepeated = `with first as (select code, min(row) as row from staged_question group by code),
  gone as (delete from staged_question s using first f where f.code = s.code and f.row <> s.row returning s.row, s.code, f.row as first)
  select row, code, first from gone order by row`;

const takeForeign = `with gone as (
    delete from staged_question s using question_bank.question q
    where q.code = s.code and not exists (select from unnest($1::text[]) as top where starts_with(q.unit_path, top))
    returning s.row, s.code)
  select row, code from gone order by row`;

const addQuestions = `insert into question_bank.question (id, code, unit_id, unit_path, current_version)
  select id, code, $1, $2, 0 from staged_question on conflict (code) do nothing`;

// A row is new where the question has no version yet or its current one says something else.
const addVersions = `create temp table added_question on commit drop as
  select q.id as question_id, q.current_version + 1 as version, s.row
  from staged_question s
  join question_bank.question q on q.code = s.code
  left join question_bank.question_version v on v.question_id = q.id and v.version = q.current_version
  where v.content_hash is distinct from s.content_hash`;

const writeVersions = `insert into question_bank.question_version
    (id, question_id, version, type, stem, options, track, competency, difficulty, clause, content_hash, created_by)
  select s.version_id, a.question_id, a.version, s.type, s.stem, s.options, s.track, s.competency, s.difficulty, s.clause, s.content_hash, $1
  from added_question a join staged_question s using (row)`;

const writeKeys = `insert into question_bank.question_key (version_id, key, explanation)
  select s.version_id, s.key, s.explanation from added_question a join staged_question s using (row)`;

const makeCurrent = `update question_bank.question q set current_version = a.version, latest_version = a.version, updated_at = now()
  from added_question a where a.question_id = q.id`;

const count = `select count(*) filter (where a.version = 1)::int as created, count(*) filter (where a.version > 1)::int as updated,
    count(*) filter (where a.version is null)::int as unchanged
  from staged_question s left join added_question a using (row)`;

/** The rows of one file on their way into the bank, as sets. */
@Injectable()
export class StagedQuestions {
  /** Imports of questions follow one another, so that two of them never give one number to two questions. */
  async create(tx: Transaction): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(74531001)');
    await tx.query(staged);
  }

  add(tx: Transaction, rows: readonly (readonly CopyValue[])[]): Promise<void> {
    return copyRows(tx, 'staged_question', stagedColumns, rows);
  }

  /** Takes out repeated numbers and numbers that belong to units outside the scope, and says so. */
  async sift({ tx, scope, reject }: ImportContext): Promise<void> {
    const repeated = (await tx.query(takeRepeated)) as { row: number; code: string; first: number }[];
    for (const { row, code, first } of repeated) reject(row, 'number', 'duplicate-number', { text: code, first });
    const foreign = (await tx.query(takeForeign, [scope])) as { row: number; code: string }[];
    for (const { row, code } of foreign) reject(row, 'number', 'number-taken', { text: code });
  }

  /** Writes what is new; `owner` is the unit that new questions belong to. */
  async write(tx: Transaction, owner: { id: string; path: string }, accountId: string | null): Promise<ImportCounts> {
    await tx.query(addQuestions, [owner.id, owner.path]);
    await tx.query(addVersions);
    await tx.query(writeVersions, [accountId]);
    await tx.query(writeKeys);
    await tx.query(makeCurrent);
    const [counts] = (await tx.query(count)) as [ImportCounts];
    return counts;
  }

  async isEmpty(tx: Transaction): Promise<boolean> {
    return ((await tx.query('select from staged_question limit 1')) as unknown[]).length === 0;
  }

  async rejectAll({ tx, reject }: ImportContext, code: string): Promise<void> {
    for (const { row } of (await tx.query('select row from staged_question order by row')) as { row: number }[]) reject(row, 'number', code);
  }
}
