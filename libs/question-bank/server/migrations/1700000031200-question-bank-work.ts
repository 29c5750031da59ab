import { appRole, protect, runAll } from '@skillhall/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

// The state of the latest version stands with its question, so that a list can ask for it.
const states = [
  `alter table question_bank.question
    add latest_state text not null default 'draft' check (latest_state in ('draft', 'inReview', 'reviewed', 'live', 'retired'))`,
  `update question_bank.question q set latest_state = s.state
   from question_bank.question_version v join question_bank.version_step s on s.version_id = v.id
   where v.question_id = q.id and v.version = q.latest_version and v.part = 0
     and s.step = (select max(step) from question_bank.version_step l where l.version_id = v.id)`,
  `create index question_waiting on question_bank.question (latest_state, unit_path) where latest_state in ('draft', 'inReview', 'reviewed')`,
];

// What a question says, to be searched and compared: of the version in use, else of the latest. No key is in it.
const texts = [
  `create table question_bank.question_text (
    question_id uuid primary key references question_bank.question on delete cascade,
    version_id uuid not null references question_bank.question_version,
    plain text not null,
    -- Digest of what two questions that say the same have in common, and bands of a sketch for those that nearly do.
    same_hash bytea,
    sketch integer[] not null default '{}',
    -- False until it was compared with all others.
    compared boolean not null default false)`,
  `create index question_text_words on question_bank.question_text using gin (plain gin_trgm_ops)`,
  `create index question_text_same on question_bank.question_text (same_hash)`,
  `create index question_text_sketch on question_bank.question_text using gin (sketch)`,
  `create index question_text_due on question_bank.question_text (question_id) where not compared`,
  `create index question_text_version on question_bank.question_text (version_id)`,
  `insert into question_bank.question_text (question_id, version_id, plain)
   select q.id, v.id, trim(regexp_replace(lower(normalize(v.stem || ' ' || coalesce(
     (select string_agg(o ->> 'text', ' ') from jsonb_array_elements(v.options) as o where v.type <> 'trueFalse'), ''), nfkc)), '\\s+', ' ', 'g'))
   from question_bank.question q join question_bank.question_version v on v.question_id = q.id and v.part = 0
     and v.version = case when q.current_version > 0 then q.current_version else q.latest_version end`,
  // Pairs that say the same or nearly so, the lower id first; and pairs of which somebody said that they are different questions.
  `create table question_bank.duplicate_pair (
    a_id uuid not null references question_bank.question on delete cascade,
    b_id uuid not null references question_bank.question on delete cascade,
    exact boolean not null,
    similarity real not null,
    primary key (a_id, b_id),
    check (a_id < b_id))`,
  `create index duplicate_pair_b on question_bank.duplicate_pair (b_id)`,
  `create index duplicate_pair_nearest on question_bank.duplicate_pair (exact, similarity)`,
  `create table question_bank.duplicate_verdict (
    a_id uuid not null references question_bank.question on delete cascade,
    b_id uuid not null references question_bank.question on delete cascade,
    -- Whether they said exactly the same when it was said; if they come to do so later, the pair is shown again.
    exact boolean not null,
    at timestamptz not null default now(),
    account_id uuid,
    primary key (a_id, b_id),
    check (a_id < b_id))`,
  `create index duplicate_verdict_b on question_bank.duplicate_verdict (b_id)`,
];

const media = [
  `create table question_bank.media (
    file_id uuid primary key,
    kind text not null check (kind in ('image', 'audio')),
    media_type text not null,
    name text not null,
    size integer not null check (size > 0),
    created_at timestamptz not null default now(),
    account_id uuid not null)`,
  `create index media_account on question_bank.media (account_id)`,
  `create index question_version_media on question_bank.question_version using gin (media jsonb_path_ops) where media <> '[]'`,
];

const ofQuestion = (table: string, column: string): string[] => protect(`question_bank.${table}`, `exists (select from question_bank.question q where q.id = ${column})`);
const ofBoth = 'exists (select from question_bank.question q where q.id = a_id) and exists (select from question_bank.question q where q.id = b_id)';

const walls = [
  ...ofQuestion('question_text', 'question_id'),
  ...protect('question_bank.duplicate_pair', ofBoth),
  ...protect('question_bank.duplicate_verdict', ofBoth),
  ...protect('question_bank.media', `account_id::text = current_setting('app.account', true)`),
  `revoke insert, update, delete on question_bank.question_text, question_bank.duplicate_pair, question_bank.duplicate_verdict, question_bank.media from ${appRole}`,
];

const tables = ['question_text', 'duplicate_pair', 'duplicate_verdict', 'media'];

export class QuestionBankWork1700000031200 implements MigrationInterface {
  name = 'QuestionBankWork1700000031200';

  async up(queries: QueryRunner): Promise<void> {
    await runAll(queries, [...states, ...texts, ...media, ...walls]);
  }

  async down(queries: QueryRunner): Promise<void> {
    await runAll(queries, [
      `drop index question_bank.question_version_media`,
      ...tables.map((table) => `drop table question_bank.${table}`),
      `drop index question_bank.question_waiting`,
      `alter table question_bank.question drop latest_state`,
    ]);
  }
}
