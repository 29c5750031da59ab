import { runAll } from '@skillhall/platform/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

// What lists ask for stands with the question itself: of the version in use, else of the latest.
const up = [
  `alter table question_bank.question
    -- No key: a question and its versions would refer to each other, and no order of tables were right for a backup.
    add shown_id uuid,
    add type text,
    add track text,
    add competency text,
    add difficulty smallint,
    add clause text,
    add shown_at timestamptz`,
  `update question_bank.question q set shown_id = v.id, type = v.type, track = v.track, competency = v.competency,
     difficulty = v.difficulty, clause = v.clause, shown_at = v.created_at
   from question_bank.question_version v where v.question_id = q.id and v.part = 0
     and v.version = case when q.current_version > 0 then q.current_version else q.latest_version end`,
  `create index question_number on question_bank.question (lower(code) text_pattern_ops)`,
  // Looked up for each question of a batch: entries still to be sorted in would be read each time.
  `alter index question_bank.question_text_sketch set (fastupdate = off)`,
  `select gin_clean_pending_list('question_bank.question_text_sketch')`,
  // Sketches got more bands; all are made anew, and compared anew.
  `update question_bank.question_text set same_hash = null, sketch = '{}', compared = false`,
];

const columns = ['shown_id', 'type', 'track', 'competency', 'difficulty', 'clause', 'shown_at'];

export class WhatStandsForAQuestion1700000031300 implements MigrationInterface {
  name = 'WhatStandsForAQuestion1700000031300';

  async up(queries: QueryRunner): Promise<void> {
    await runAll(queries, up);
  }

  async down(queries: QueryRunner): Promise<void> {
    await runAll(queries, [
      `alter index question_bank.question_text_sketch reset (fastupdate)`,
      `drop index question_bank.question_number`,
      `alter table question_bank.question ${columns.map((column) => `drop ${column}`).join(', ')}`,
    ]);
  }
}
