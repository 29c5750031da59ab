import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { GradedAnswer, ItemAnalysis } from '../../domain/index.js';
import { gradedVersions } from './later-result.repository.js';

export interface StoredAnalysis {
  readonly report: ItemAnalysis;
  readonly at: Date;
}

/** Papers of an exam that are in and graded: whose answers people have still to mark would count as worse than they are. */
const graded = `from assessment.sitting s join assessment.attempt a on a.sitting_id = s.id join assessment.attempt_result r on r.attempt_id = a.id
  left join lateral (select pending, answers, max_marks, graded_at from assessment.later_result l where l.attempt_id = a.id order by version desc limit 1) l on true
  where s.exam_id = $1 and coalesce(l.pending, r.pending) = 0`;

/** Needs a system transaction, except `stored`: whoever asks was found to keep the exam, or is the clock. */
@Injectable()
export class ItemAnalysisRepository {
  /** How many papers there are, and whether they are worth the same. */
  async counts(systemTx: Transaction, examId: string): Promise<{ attempts: number; sameMaximum: boolean }> {
    const [row] = (await systemTx.query(
      `select count(*)::int as attempts, count(distinct coalesce(l.max_marks, r.max_marks)) <= 1 as "sameMaximum" ${graded}`,
      [examId],
    )) as [{ attempts: number; sameMaximum: boolean }];
    return row;
  }

  /** Questions on these papers, less those declared void. */
  async questions(systemTx: Transaction, examId: string): Promise<string[]> {
    const rows = (await systemTx.query(
      `select distinct id from (select unnest(${gradedVersions}) as id ${graded}) as asked
       where not exists (select from assessment.regrade g where g.kind = 'void' and g.exam_id = $1 and g.question_id = id) order by id`,
      [examId],
    )) as { id: string }[];
    return rows.map(({ id }) => id);
  }

  /** Answers of papers after `after`, in the order of the ids. */
  papers(systemTx: Transaction, examId: string, after: string, limit: number): Promise<{ id: string; answers: GradedAnswer[] }[]> {
    return systemTx.query(`select a.id, coalesce(l.answers, r.answers) as answers ${graded} and a.id > $2 order by a.id limit $3`, [examId, after, limit]);
  }

  async keep(systemTx: Transaction, examId: string, attempts: number, report: ItemAnalysis): Promise<void> {
    await systemTx.query(
      `insert into assessment.item_analysis (exam_id, attempts, report) values ($1, $2, $3)
       on conflict (exam_id) do update set attempts = excluded.attempts, report = excluded.report, at = clock_timestamp()`,
      [examId, attempts, JSON.stringify(report)],
    );
  }

  async stored(tx: Transaction, examId: string): Promise<StoredAnalysis | null> {
    const [row] = (await tx.query('select report, at from assessment.item_analysis where exam_id = $1', [examId])) as [StoredAnalysis?];
    return row ?? null;
  }

  /** Exams with grades that are newer than their analysis, and nobody writing any more. */
  async due(systemTx: Transaction): Promise<string[]> {
    const rows = (await systemTx.query(
      `select e.id from assessment.exam e left join assessment.item_analysis i on i.exam_id = e.id
       where exists (
         select from assessment.sitting s join assessment.attempt a on a.sitting_id = s.id join assessment.attempt_result r on r.attempt_id = a.id
         left join assessment.later_result l on l.attempt_id = a.id
         where s.exam_id = e.id and (i.at is null or r.graded_at > i.at or l.graded_at > i.at))
       and not exists (select from assessment.sitting s join assessment.attempt a on a.sitting_id = s.id where s.exam_id = e.id and a.state = 'open') order by e.id`,
    )) as { id: string }[];
    return rows.map(({ id }) => id);
  }
}
