import { newId } from '@skillhall/kernel';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { PaperQuestion } from '../../domain/index.js';

export interface QuizRow {
  readonly id: string;
  readonly title: string;
  readonly passMark: number;
  readonly timeLimitMinutes: number | null;
  readonly attemptsAllowed: number | null;
  readonly shuffleQuestions: boolean;
  readonly shuffleOptions: boolean;
  readonly questionCount: number;
}

export interface NewQuiz {
  readonly origin: string;
  readonly title: string;
  readonly passMark: number;
  readonly timeLimitMinutes: number | null;
  readonly unit: { readonly id: string; readonly path: string };
  readonly questions: readonly PaperQuestion[];
}

const columns = `q.id, q.title, q.pass_mark as "passMark", q.time_limit_minutes as "timeLimitMinutes", q.attempts_allowed as "attemptsAllowed",
  q.shuffle_questions as "shuffleQuestions", q.shuffle_options as "shuffleOptions",
  (select count(*)::int from assessment.quiz_question qq where qq.quiz_id = q.id) as "questionCount"`;

@Injectable()
export class QuizRepository {
  async add(tx: Transaction, { origin, title, passMark, timeLimitMinutes, unit, questions }: NewQuiz): Promise<string> {
    const id = newId();
    await tx.query(
      'insert into assessment.quiz (id, origin, title, pass_mark, time_limit_minutes, unit_id, unit_path) values ($1, $2, $3, $4, $5, $6, $7)',
      [id, origin, title, passMark, timeLimitMinutes, unit.id, unit.path],
    );
    await tx.query(
      `insert into assessment.quiz_question (quiz_id, position, question_version_id, type, option_keys)
       select $1, n, id, type, string_to_array(keys, ',') from unnest($2::uuid[], $3::text[], $4::text[]) with ordinality as q (id, type, keys, n)`,
      [id, questions.map((q) => q.id), questions.map((q) => q.type), questions.map((q) => q.optionKeys.join(','))],
    );
    return id;
  }

  /** The quiz, if it is meant for somebody at `unitPath` or the person has sat it before. */
  async findFor(tx: Transaction, person: { personId: string; unitPath: string }, id: string): Promise<QuizRow | null> {
    const [row] = (await tx.query(
      `select ${columns} from assessment.quiz q
       where q.id = $1 and (starts_with($2, q.unit_path)
         or exists (select from assessment.attempt a where a.quiz_id = q.id and a.person_id = $3))`,
      [id, person.unitPath, person.personId],
    )) as [QuizRow?];
    return row ?? null;
  }

  /** Quizzes of attempts that were already found, in the order of the ids. */
  async byIds(tx: Transaction, ids: readonly string[]): Promise<(QuizRow | null)[]> {
    const rows = (await tx.query(`select ${columns} from assessment.quiz q where q.id = any($1)`, [ids])) as QuizRow[];
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  }

  questionsOf(tx: Transaction, quizId: string): Promise<PaperQuestion[]> {
    return tx.query(
      `select question_version_id as id, type, option_keys as "optionKeys" from assessment.quiz_question where quiz_id = $1 order by position`,
      [quizId],
    );
  }
}
