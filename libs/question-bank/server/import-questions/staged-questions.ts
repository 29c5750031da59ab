import { type ImportContext, type ImportCounts, copyRows, type CopyValue } from '@skillhall/platform/imports';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { contentColumns, type ContentRow } from '../data/content-rows.js';
import { VersionWriter } from '../data/version-writer.js';
import type { ImportPlace } from './import-place.js';
import { StagedNumbers } from './staged-numbers.js';

/** A row of a file on its way into the bank. */
export interface StagedQuestion extends ContentRow {
  readonly row: number;
  /** Id of the question, if its number is new. */
  readonly id: string;
  /** Null where the file names none: it is found by what it says, or gets the next number of its track. */
  readonly code: string | null;
  /** Path of the category that the file names. */
  readonly category: string | null;
}

const columns = { row: 'integer', id: 'uuid', code: 'text', category: 'text', ...contentColumns } as const satisfies Record<keyof StagedQuestion, string>;
const names = Object.keys(columns) as (keyof StagedQuestion)[];

const staged = `create temp table staged_question (${Object.entries(columns).map(([name, type]) => `${name} ${type}`).join(', ')}, numbered boolean not null default false) on commit drop`;

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

const lockQuestions = `select count(*) from (
  select from question_bank.question q where q.code in (select code from staged_question) order by q.id for update) as locked`;

// A row is new where neither the version in use nor the latest one says the same.
const findNew = `create temp table new_version on commit drop as
  select q.id as question_id, q.latest_version + 1 as version, s.row, ${Object.keys(contentColumns).map((name) => `s.${name}`).join(', ')}
  from staged_question s join question_bank.question q on q.code = s.code
  where not exists (select from question_bank.question_version v where v.question_id = q.id and v.part = 0
    and v.version in (q.current_version, q.latest_version) and v.content_hash = decode(s.content_hash, 'hex'))`;

const count = `select count(*) filter (where n.version = 1)::int as created, count(*) filter (where n.version > 1)::int as updated,
    count(*) filter (where n.version is null)::int as unchanged
  from staged_question s left join new_version n using (row)`;

const copied = (value: unknown, type: string): CopyValue => {
  if (type === 'jsonb') return JSON.stringify(value);
  return Array.isArray(value) ? `{${value.join(',')}}` : (value as CopyValue);
};

/** The rows of one file on their way into the bank, as sets. */
@Injectable()
export class StagedQuestions {
  constructor(
    private readonly writer: VersionWriter,
    private readonly numbers: StagedNumbers,
  ) {}

  /** Imports of questions follow one another, so that two of them never give one number to two questions. */
  async create(tx: Transaction): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(74531001)');
    await tx.query(staged);
  }

  add(tx: Transaction, rows: readonly StagedQuestion[]): Promise<void> {
    return copyRows(tx, 'staged_question', names, rows.map((row) => names.map((name) => copied(row[name], columns[name]))));
  }

  /** Takes out repeated numbers and texts and numbers that belong to units outside the scope, and says so. */
  async sift({ tx, scope, reject }: ImportContext): Promise<void> {
    await tx.query('analyze staged_question');
    const repeated = (await tx.query(takeRepeated)) as { row: number; code: string; first: number }[];
    for (const { row, code, first } of repeated) reject(row, 'number', 'duplicate-number', { text: code, first });
    const foreign = (await tx.query(takeForeign, [scope])) as { row: number; code: string }[];
    for (const { row, code } of foreign) reject(row, 'number', 'number-taken', { text: code });
    for (const { row, first } of await this.numbers.takeRepeated(tx)) reject(row, 'stem', 'repeated-question', { first });
  }

  /** Writes what is new. */
  async write(tx: Transaction, scope: readonly string[], { owner, state }: ImportPlace, accountId: string | null): Promise<ImportCounts> {
    await this.numbers.recognise(tx, scope);
    await this.numbers.number(tx, () => tx.query(addQuestions, [owner.id, owner.path]));
    await tx.query(lockQuestions);
    await tx.query(findNew);
    await this.writer.writeFrom(tx, 'new_version', state, accountId);
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
