import type { Transaction } from '@skillhall/platform/database';
import { Outbox } from '@skillhall/platform/jobs';
import { Injectable } from '@nestjs/common';
import { attemptGraded, type Grade, type GradedAnswer } from '../../domain/index.js';

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

/**
 * What the latest grade `l` of the attempt `a` with the first result `r` is of, question by question. A paper that had been
 * typed in as another form was first graded by other questions.
 */
export const gradedVersions = `case when a.source = 'paper' then array(select (x ->> 'questionId')::uuid from jsonb_array_elements(coalesce(l.answers, r.answers)) with ordinality as t (x, place) order by place)
  else r.key_versions end`;

/** Grades after the first one: only ever added. Needs a system transaction that holds the attempt. */
@Injectable()
export class LaterResults {
  constructor(private readonly outbox: Outbox) {}

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

  /** People have marked, a paper had been typed in wrongly, or answers came late: grade and news. The first result and its receipt stay. */
  async add(systemTx: Transaction, cause: 'marked' | 'corrected' | 'late', latest: LatestResult, grade: Grade): Promise<void> {
    const { attemptId, quizId, sittingId, personId, keyRevisions } = latest;
    const version = latest.version + 1;
    await systemTx.query(
      `insert into assessment.later_result (attempt_id, version, cause, score, passed, marks, max_marks, pending, answers, key_revisions)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [attemptId, version, cause, grade.score, grade.passed, grade.marks, grade.maxMarks, grade.pending, JSON.stringify(grade.answers), keyRevisions],
    );
    if (grade.passed !== null) await this.outbox.publish(systemTx, attemptGraded.of({ attemptId, quizId, sittingId, personId, score: grade.score, passed: grade.passed }), `${attemptId}:${version}`);
  }

  /** Questions of the exam that were declared void: their mark is everybody's, whatever was chosen. */
  async voided(systemTx: Transaction, examId: string): Promise<Set<string>> {
    const rows = (await systemTx.query(`select question_id as id from assessment.regrade where exam_id = $1 and kind = 'void'`, [examId])) as { id: string }[];
    return new Set(rows.map(({ id }) => id));
  }
}
