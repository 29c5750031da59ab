import type { Transaction } from '@skillhall/platform/database';
import { newId } from '@skillhall/kernel';
import { Outbox } from '@skillhall/platform/jobs';
import { Injectable } from '@nestjs/common';
import type { QuestionFace } from '../../domain/index.js';
import { compareQuestions } from './compare-questions.js';
import { textRow } from './content-rows.js';

interface ShownFace extends QuestionFace {
  readonly questionId: string;
  readonly versionId: string;
  readonly parts: QuestionFace[];
}

const faceObject = (row: string): string =>
  `jsonb_build_object('type', ${row}.type, 'stem', ${row}.stem, 'media', ${row}.media, 'options', ${row}.options, 'prompts', ${row}.prompts, 'blanks', ${row}.blanks)`;

// The version that stands for a question: the one in use, else the latest.
const show = `update question_bank.question q set shown_id = v.id, type = v.type, track = v.track, competency = v.competency,
    difficulty = v.difficulty, clause = v.clause, shown_at = v.created_at
  from question_bank.question_version v
  where q.id = any($1) and v.question_id = q.id and v.part = 0
    and v.version = case when q.current_version > 0 then q.current_version else q.latest_version end`;

const shown = `select q.id as "questionId", v.id as "versionId", v.type, v.stem, v.media, v.options, v.prompts, v.blanks,
    coalesce((select jsonb_agg(${faceObject('p')} order by p.part) from question_bank.question_version p where p.case_id = v.id), '[]') as parts
  from question_bank.question q join question_bank.question_version v on v.id = q.shown_id where q.id = any($1)`;

const write = `insert into question_bank.question_text (question_id, version_id, plain, same_hash, sketch)
  select question_id, version_id, plain, decode(same_hash, 'hex'), sketch
  from jsonb_to_recordset($1::jsonb) as s (question_id uuid, version_id uuid, plain text, same_hash text, sketch integer[])
  on conflict (question_id) do update set version_id = excluded.version_id, plain = excluded.plain, same_hash = excluded.same_hash,
    sketch = excluded.sketch, compared = question_text.same_hash is not distinct from excluded.same_hash and question_text.compared`;

/** Keeps what is listed, searched and compared in step with the version that stands for its question. */
@Injectable()
export class QuestionTexts {
  constructor(private readonly outbox: Outbox) {}

  async refresh(systemTx: Transaction, questionIds: readonly string[]): Promise<void> {
    await systemTx.query(show, [questionIds]);
    const faces = (await systemTx.query(shown, [questionIds])) as ShownFace[];
    const rows = faces.map(({ questionId, versionId, ...face }) => ({ question_id: questionId, version_id: versionId, ...textRow(face) }));
    if (!rows.length) return;
    await systemTx.query(write, [JSON.stringify(rows)]);
    await this.compareSoon(systemTx);
  }

  /** Asks for new texts to be compared with all others, once this transaction is through. */
  compareSoon(systemTx: Transaction): Promise<void> {
    return this.outbox.enqueue(systemTx, compareQuestions, newId(), {});
  }
}
