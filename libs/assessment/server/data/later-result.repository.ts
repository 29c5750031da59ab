import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { Grade, GradedAnswer } from '../../domain/index.js';

/** The grade that counts now, and what it takes to grade again. */
export interface LatestResult {
  readonly attemptId: string;
  readonly quizId: string | null;
  readonly sittingId: string | null;
  readonly personId: string;
  readonly passMark: number;
  readonly version: number;
  readonly answers: readonly GradedAnswer[];
  readonly keyRevisions: readonly number[];
}

/** Grades after the first one: only ever added. Needs a system transaction that holds the attempt. */
@Injectable()
export class LaterResults {
  async latest(systemTx: Transaction, attemptId: string): Promise<LatestResult | null> {
    const [row] = (await systemTx.query(
      `select a.id as "attemptId", a.quiz_id as "quizId", a.sitting_id as "sittingId", a.person_id as "personId", coalesce(q.pass_mark, e.pass_mark) as "passMark",
         coalesce(l.version, 1) as version, coalesce(l.answers, r.answers) as answers, coalesce(l.key_revisions, r.key_revisions) as "keyRevisions"
       from assessment.attempt a join assessment.attempt_result r on r.attempt_id = a.id
       left join assessment.quiz q on q.id = a.quiz_id left join assessment.sitting s on s.id = a.sitting_id left join assessment.exam e on e.id = s.exam_id
       left join lateral (select * from assessment.later_result l where l.attempt_id = a.id order by version desc limit 1) l on true
       where a.id = $1`,
      [attemptId],
    )) as [LatestResult?];
    return row ?? null;
  }

  /** The grade after people have marked; the first result and its receipt stay. */
  addMarked(systemTx: Transaction, latest: LatestResult, grade: Grade): Promise<void> {
    return this.add(systemTx, 'marked', latest, grade);
  }

  /** The grade of a paper that had been typed in wrongly. */
  addCorrected(systemTx: Transaction, latest: LatestResult, grade: Grade): Promise<void> {
    return this.add(systemTx, 'corrected', latest, grade);
  }

  /** The grade with answers that came late. */
  addLate(systemTx: Transaction, latest: LatestResult, grade: Grade): Promise<void> {
    return this.add(systemTx, 'late', latest, grade);
  }

  private async add(systemTx: Transaction, cause: 'marked' | 'corrected' | 'late', { attemptId, version, keyRevisions }: LatestResult, grade: Grade): Promise<void> {
    await systemTx.query(
      `insert into assessment.later_result (attempt_id, version, cause, score, passed, marks, max_marks, pending, answers, key_revisions)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [attemptId, version + 1, cause, grade.score, grade.passed, grade.marks, grade.maxMarks, grade.pending, JSON.stringify(grade.answers), keyRevisions],
    );
  }
}
