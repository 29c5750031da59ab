import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { GradedAnswer, Paper, Submitter } from '../../domain/index.js';

export interface EvidenceRow {
  readonly id: string;
  readonly personName: string;
  readonly staffNumber: string;
  readonly unitName: string;
  readonly examTitle: string;
  readonly sittingTitle: string;
  readonly sittingId: string;
  readonly startedAt: Date;
  readonly submittedAt: Date;
  readonly submittedBy: Submitter;
  readonly receiptCode: string;
  readonly paper: Paper;
  readonly answers: readonly GradedAnswer[];
}

export interface GradeStep {
  readonly version: number;
  readonly cause: 'first' | 'marked' | 'regraded' | 'corrected' | 'late';
  readonly at: Date;
  readonly score: number;
  readonly marks: number;
  readonly passed: boolean | null;
  readonly reason: string | null;
}

export interface MarkOnPaper {
  readonly questionId: string;
  readonly round: number;
  readonly share: number;
  readonly comment: string | null;
  readonly at: Date;
}

/** One paper as evidence. Needs a system transaction; the statement that finds it holds the scope. */
@Injectable()
export class EvidenceRepository {
  /** Handed in at a sitting that is over, of somebody in scope who is not the reader; null otherwise. */
  async find(systemTx: Transaction, id: string, scope: readonly string[], readerId: string | null): Promise<EvidenceRow | null> {
    const [row] = (await systemTx.query(
      `select a.id, p.name as "personName", p.staff_number as "staffNumber", u.name as "unitName", e.title as "examTitle", s.title as "sittingTitle", s.id as "sittingId",
         a.started_at as "startedAt", a.submitted_at as "submittedAt", a.submitted_by as "submittedBy", r.receipt_code as "receiptCode", a.paper, coalesce(l.answers, r.answers) as answers
       from assessment.attempt a join assessment.sitting s on s.id = a.sitting_id join assessment.exam e on e.id = s.exam_id
       join assessment.attempt_result r on r.attempt_id = a.id join directory.person p on p.id = a.person_id join directory.unit u on u.id = a.unit_id
       left join lateral (select answers from assessment.later_result l where l.attempt_id = a.id order by version desc limit 1) l on true
       where a.id = $1 and assessment.sitting_over(s.id) and a.person_id is distinct from $3::uuid and exists (select from unnest($2::text[]) as top where starts_with(a.unit_path, top))`,
      [id, scope, readerId],
    )) as [EvidenceRow?];
    return row ?? null;
  }

  /** Every grade it has had, the first one first; why a key, or what had been typed in from paper, was corrected, or late answers were accepted. */
  grades(systemTx: Transaction, id: string): Promise<GradeStep[]> {
    return systemTx.query(
      `select 1 as version, 'first' as cause, graded_at as at, score::float8 as score, marks::float8 as marks, passed, null as reason from assessment.attempt_result where attempt_id = $1
       union all
       select l.version, l.cause, l.graded_at, l.score::float8, l.marks::float8, l.passed, coalesce(g.reason, e.note, d.note)
       from (select *, count(*) over (partition by cause order by version) as nth from assessment.later_result where attempt_id = $1) l
       left join assessment.regrade g on g.id = l.regrade_id
       left join assessment.paper_entry e on l.cause = 'corrected' and e.attempt_id = l.attempt_id and e.version = l.nth + 1
       left join (select d.note, row_number() over (order by d.at) as nth from assessment.unsent_file f join assessment.unsent_decision d on d.file_id = f.id and d.accepted where f.attempt_id = $1) d
         on l.cause = 'late' and d.nth = l.nth
       order by version`,
      [id],
    );
  }

  marks(systemTx: Transaction, id: string): Promise<MarkOnPaper[]> {
    return systemTx.query(`select question_id as "questionId", round, share, comment, at from assessment.answer_mark where attempt_id = $1 order by question_id, round`, [id]);
  }

  /** What was noted about this paper or about everybody in the room. */
  incidents(systemTx: Transaction, sittingId: string, id: string): Promise<{ id: string; kind: string; minutes: number | null; note: string; at: Date; accountName: string }[]> {
    return systemTx.query(
      `select id, kind, minutes, note, at, account_name as "accountName" from assessment.incident
       where sitting_id = $1 and (attempt_id = $2 or (attempt_id is null and kind <> 'checked-in')) order by at, id`,
      [sittingId, id],
    );
  }
}
