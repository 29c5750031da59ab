import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { VersionState } from '../../domain/index.js';
import { contentColumns, type ContentRow } from './content-rows.js';
import { QuestionTexts } from './question-texts.js';

export interface NewVersion extends ContentRow {
  readonly question_id: string;
  readonly version: number;
}

export type NewVersionState = Extract<VersionState, 'draft' | 'inReview' | 'live'>;

const record = Object.entries({ question_id: 'uuid', version: 'integer', ...contentColumns }).map(([name, type]) => `${name} ${type}`).join(', ');
const face = 'type, stem, media, options, prompts, blanks';
const faceOf = (row: string): string => face.split(', ').map((name) => `${row}.${name}`).join(', ');
const partsOf = `jsonb_to_recordset(s.parts) as p (id uuid, part integer, type text, stem text, media jsonb, options jsonb, prompts jsonb, blanks jsonb, key jsonb, explanation text)`;

const versions = (source: string): string => `insert into question_bank.question_version
    (id, question_id, version, ${face}, track, competency, difficulty, clause, content_hash, created_by)
  select s.version_id, s.question_id, s.version, ${faceOf('s')}, s.track, s.competency, s.difficulty, s.clause, decode(s.content_hash, 'hex'), $1
  from ${source}`;

const parts = (source: string): string => `insert into question_bank.question_version
    (id, question_id, version, part, case_id, ${face}, track, competency, difficulty, clause, content_hash, created_by)
  select p.id, s.question_id, s.version, p.part, s.version_id, ${faceOf('p')}, s.track, s.competency, s.difficulty, s.clause, decode(s.content_hash, 'hex'), $1
  from ${source} cross join ${partsOf}`;

const keys = (source: string): string => `insert into question_bank.question_key (version_id, key, explanation)
  select s.version_id, s.key, s.explanation from ${source}
  union all select p.id, p.key, p.explanation from ${source} cross join ${partsOf}`;

// What the new version takes the place of: an unpublished one before it, and the one in use if the new one is live at once.
const supersede = (source: string): string => `insert into question_bank.version_step (version_id, step, state, account_id)
  select v.id, (select max(step) + 1 from question_bank.version_step l where l.version_id = v.id), 'retired', $1
  from ${source} join question_bank.question q on q.id = s.question_id
  join question_bank.question_version v on v.question_id = q.id and v.part = 0
  where (v.version = q.latest_version and q.latest_state in ('draft', 'inReview', 'reviewed')) or ($2 = 'live' and v.version = q.current_version)`;

const steps = (source: string): string => `insert into question_bank.version_step (version_id, step, state, account_id)
  select s.version_id, n, state, $1 from ${source}
  cross join unnest(case $2 when 'inReview' then array['draft', 'inReview'] else array[$2] end) with ordinality as each (state, n)`;

const questions = (source: string): string => `update question_bank.question q
  set latest_version = s.version, latest_state = $1, current_version = case $1 when 'live' then s.version else q.current_version end, updated_at = now()
  from ${source} where q.id = s.question_id`;

// The version in use stands for its question, else the latest.
const shown = (source: string): string => `update question_bank.question q
  set shown_id = s.version_id, type = s.type, track = s.track, competency = s.competency, difficulty = s.difficulty, clause = s.clause, shown_at = now()
  from ${source} where q.id = s.question_id and q.current_version in (0, s.version)`;

const texts = (source: string): string => `insert into question_bank.question_text (question_id, version_id, plain, same_hash, sketch)
  select s.question_id, s.version_id, s.plain, decode(s.same_hash, 'hex'), s.sketch
  from ${source} join question_bank.question q on q.id = s.question_id where q.current_version in (0, s.version)
  on conflict (question_id) do update set version_id = excluded.version_id, plain = excluded.plain, same_hash = excluded.same_hash,
    sketch = excluded.sketch, compared = question_text.same_hash is not distinct from excluded.same_hash and question_text.compared`;

/** Writes new versions of questions as sets; their questions exist and are locked. Works in a system transaction. */
@Injectable()
export class VersionWriter {
  constructor(private readonly texts: QuestionTexts) {}

  /** `table` is a temporary table that has the columns of a content, `question_id` and `version`. */
  writeFrom(systemTx: Transaction, table: string, state: NewVersionState, accountId: string | null): Promise<void> {
    return this.run(systemTx, `${table} as s`, [], state, accountId);
  }

  write(systemTx: Transaction, rows: readonly NewVersion[], state: NewVersionState, accountId: string | null): Promise<void> {
    return this.run(systemTx, `jsonb_to_recordset($3::jsonb) as s (${record})`, [JSON.stringify(rows)], state, accountId);
  }

  private async run(tx: Transaction, source: string, rows: readonly unknown[], state: NewVersionState, accountId: string | null): Promise<void> {
    // Each statement names only the values that it uses, and the rows stand behind them.
    const say = (sql: string, ...values: unknown[]) => tx.query(sql.replaceAll('$3', `$${values.length + 1}`), [...values, ...rows]);
    await say(supersede(source), accountId, state);
    await say(versions(source), accountId);
    await say(parts(source), accountId);
    await say(keys(source));
    await say(steps(source), accountId, state);
    await say(questions(source), state);
    await say(shown(source));
    await say(texts(source));
    await this.texts.compareSoon(tx);
  }
}
