import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import { type GradedAnswer, type Paper, type PaperQuestion, type PastAnswers, type ReviewRules, visibleTo } from '../../domain/index.js';

/** All that a person has answered to a version, with the latest answer as it was asked and given. */
export interface PastAnswersRow extends PastAnswers {
  readonly choice: readonly string[];
  readonly asked: PaperQuestion;
  /** False where it was asked on a paper whose right answers are not to be shown. */
  readonly keySeen: boolean;
}

/** Misses say something about a weak point for so many days. */
const recentDays = 180;

const practised = `select distinct on (a.question_id) a.question_id as "versionId", extract(epoch from a.at) * 1000 as "lastAt",
    a.credit::float8 as credit, j.verdict as judged, a.choice, p.questions -> (a.position - 1) as asked,
    count(*) filter (where a.credit is not null and a.at > now() - make_interval(days => $2)) over own::int as answered,
    count(*) filter (where a.credit < 1 and a.at > now() - make_interval(days => $2)) over own::int as missed
  from assessment.practice p join assessment.practice_answer a on a.practice_id = p.id
  left join assessment.practice_judgement j on j.practice_id = a.practice_id and j.position = a.position
  where p.person_id = $1 window own as (partition by a.question_id) order by a.question_id, a.at desc`;

const sat = `select a.submitted_at as "submittedAt", a.submitted_at > now() - make_interval(days => $2) as recent, a.paper, coalesce(l.answers, r.answers) as answers,
    case when a.sitting_id is not null then e.review end as review, assessment.sitting_over(a.sitting_id) as over
  from assessment.attempt a join assessment.attempt_result r on r.attempt_id = a.id
  left join assessment.sitting s on s.id = a.sitting_id left join assessment.exam e on e.id = s.exam_id
  left join lateral (select l.answers from assessment.later_result l where l.attempt_id = a.id order by l.version desc limit 1) l on true
  where a.person_id = $1 and a.state = 'submitted' order by a.submitted_at desc limit 200`;

interface SatRow {
  readonly submittedAt: Date;
  readonly recent: boolean;
  readonly paper: Paper;
  readonly answers: readonly GradedAnswer[];
  readonly review: ReviewRules | null;
  readonly over: boolean | null;
}

/** What a person has answered, in practice and on papers whose marks they may see by now. Needs a system transaction. */
@Injectable()
export class PastAnswersRepository {
  /** One row for each version. */
  async of(systemTx: Transaction, personId: string): Promise<PastAnswersRow[]> {
    const rounds = (await systemTx.query(practised, [personId, recentDays])) as (Omit<PastAnswersRow, 'lastAt' | 'keySeen'> & { lastAt: string })[];
    const papers = (await systemTx.query(sat, [personId, recentDays])) as SatRow[];
    const all = [...rounds.map((row) => ({ ...row, lastAt: Number(row.lastAt), keySeen: true })), ...papers.flatMap(onPaper)];
    const byVersion = new Map<string, PastAnswersRow>();
    for (const row of all) {
      const known = byVersion.get(row.versionId);
      byVersion.set(row.versionId, known ? { ...(row.lastAt > known.lastAt ? row : known), answered: known.answered + row.answered, missed: known.missed + row.missed } : row);
    }
    return [...byVersion.values()];
  }
}

/** Answers of one paper; none while its mark may not be seen, and what people have still to mark says nothing. */
function onPaper({ submittedAt, recent, paper, answers, review, over }: SatRow): PastAnswersRow[] {
  const seen = review && visibleTo(review, { submitted: true, closed: over ?? true });
  if (seen && !seen.mark) return [];
  return answers.flatMap(({ questionId, choice, marks, maxMarks }) => {
    const asked = paper.questions.find(({ id }) => id === questionId);
    if (marks === null || !asked) return [];
    const credit = maxMarks > 0 ? marks / maxMarks : 1;
    const counted = recent ? 1 : 0;
    return [{ versionId: questionId, lastAt: submittedAt.getTime(), credit, judged: null, answered: counted, missed: credit < 1 ? counted : 0, choice, asked, keySeen: seen?.rightAnswer ?? true }];
  });
}
