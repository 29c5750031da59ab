import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { PaperQuestion, PracticeMode, SelfVerdict, PracticeReason } from '../../domain/index.js';

export interface RoundSettings {
  readonly chapterId?: string;
  readonly chapterName?: string;
  /** Of a weak-point round: why it holds what it holds. */
  readonly reasons?: readonly PracticeReason[];
}

/** A round of practice as it was frozen. */
export interface RoundRow {
  readonly id: string;
  readonly mode: PracticeMode;
  readonly settings: RoundSettings;
  readonly questions: readonly PaperQuestion[];
  readonly startedAt: Date;
  readonly endedAt: Date | null;
}

export interface RoundAnswerRow {
  readonly practiceId: string;
  readonly position: number;
  readonly questionId: string;
  readonly choice: string[];
  readonly credit: number | null;
  readonly judged: SelfVerdict | null;
  readonly at: Date;
}

export interface NewRound extends Pick<RoundRow, 'id' | 'mode' | 'settings' | 'questions'> {
  readonly personId: string;
}

const columns = `p.id, p.mode, p.settings, p.questions, p.started_at as "startedAt", p.ended_at as "endedAt"`;

/** Rounds of practice. Needs a system transaction; the person stands in every statement that finds a round. */
@Injectable()
export class PracticeRepository {
  /** Starts a round unless one of the same kind is open: then nothing happens. */
  async start(systemTx: Transaction, { id, personId, mode, settings, questions }: NewRound): Promise<void> {
    await systemTx.query(
      `insert into assessment.practice (id, person_id, unit_id, unit_path, mode, settings, questions)
       select $1, p.id, p.unit_id, p.unit_path, $3, $4, $5 from directory.person p where p.id = $2 on conflict do nothing`,
      [id, personId, mode, JSON.stringify(settings), JSON.stringify(questions)],
    );
  }

  async openOf(systemTx: Transaction, personId: string, mode: PracticeMode, chapterId: string | null): Promise<RoundRow | null> {
    const [row] = (await systemTx.query(
      `select ${columns} from assessment.practice p where p.person_id = $1 and p.mode = $2 and coalesce(p.settings ->> 'chapterId', '') = $3 and p.ended_at is null`,
      [personId, mode, chapterId ?? ''],
    )) as [RoundRow?];
    return row ?? null;
  }

  /** Rounds that are not finished, the latest first. */
  open(systemTx: Transaction, personId: string): Promise<RoundRow[]> {
    return systemTx.query(`select ${columns} from assessment.practice p where p.person_id = $1 and p.ended_at is null order by p.started_at desc limit 20`, [personId]);
  }

  async find(systemTx: Transaction, personId: string, id: string): Promise<RoundRow | null> {
    const [row] = (await systemTx.query(`select ${columns} from assessment.practice p where p.id = $1 and p.person_id = $2`, [id, personId])) as [RoundRow?];
    return row ?? null;
  }

  /** The same, nobody else's to change until the end of the transaction. */
  async lock(systemTx: Transaction, personId: string, id: string): Promise<RoundRow | null> {
    const [row] = (await systemTx.query(`select ${columns} from assessment.practice p where p.id = $1 and p.person_id = $2 for no key update`, [id, personId])) as [RoundRow?];
    return row ?? null;
  }

  /** Of rounds that were found to be the person's own. */
  answers(systemTx: Transaction, practiceIds: readonly string[]): Promise<RoundAnswerRow[]> {
    return systemTx.query(
      `select a.practice_id as "practiceId", a.position, a.question_id as "questionId", a.choice, a.credit::float8 as credit, j.verdict as judged, a.at
       from assessment.practice_answer a left join assessment.practice_judgement j using (practice_id, position)
       where a.practice_id = any($1) order by a.practice_id, a.position`,
      [practiceIds],
    );
  }

  /** False where the place has an answer already, which stays. */
  async addAnswer(systemTx: Transaction, practiceId: string, { position, questionId, choice, credit }: Pick<RoundAnswerRow, 'position' | 'questionId' | 'choice' | 'credit'>): Promise<boolean> {
    const rows = (await systemTx.query(
      `insert into assessment.practice_answer (practice_id, position, question_id, choice, credit) values ($1, $2, $3, $4, $5) on conflict do nothing returning position`,
      [practiceId, position, questionId, choice, credit],
    )) as unknown[];
    return rows.length > 0;
  }

  /** What the person says of an answer that no machine judges; false where there is no such answer. */
  async judge(systemTx: Transaction, practiceId: string, position: number, verdict: SelfVerdict): Promise<boolean> {
    const rows = (await systemTx.query(
      `insert into assessment.practice_judgement (practice_id, position, verdict)
       select practice_id, position, $3 from assessment.practice_answer where practice_id = $1 and position = $2 and credit is null
       on conflict (practice_id, position) do update set verdict = excluded.verdict, at = clock_timestamp() returning position`,
      [practiceId, position, verdict],
    )) as unknown[];
    return rows.length > 0;
  }

  async end(systemTx: Transaction, id: string): Promise<void> {
    await systemTx.query('update assessment.practice set ended_at = clock_timestamp() where id = $1 and ended_at is null', [id]);
  }
}
