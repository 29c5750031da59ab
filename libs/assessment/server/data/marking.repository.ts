import type { PageRequest } from '@skillhall/kernel';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { AnswerMark, MarkingClaim, MarkingRound } from '../../domain/index.js';

/** How far the marking of one question of an exam has come. */
export interface QuestionProgress {
  readonly questionId: string;
  readonly maxMarks: number;
  readonly waiting: number;
  readonly once: number;
  readonly disputed: number;
  readonly settled: number;
  /** How many of them the viewer has marked. */
  readonly mine: number;
}

/** One answer on its way to a marker. What is not for the marker's eyes stays in the service. */
export interface ToMarkRow {
  readonly id: string;
  readonly attemptId: string;
  readonly questionId: string;
  readonly examId: string;
  readonly examineeId: string;
  readonly maxMarks: number;
  readonly settled: boolean;
}

export interface GivenMark extends AnswerMark {
  readonly criteria: Readonly<Record<string, number>>;
  readonly comment: string | null;
}

/** What two blind markers gave one answer. */
export interface MarkPair {
  readonly questionId: string;
  readonly first: number;
  readonly second: number;
}

const columns = `t.id, t.attempt_id as "attemptId", t.question_id as "questionId", t.exam_id as "examId", a.person_id as "examineeId", t.max_marks::float8 as "maxMarks",
  t.settled_at is not null as settled`;

/** Of answers `t` with the mark `m` that the viewer gave. */
const counted = `(count(*) filter (where t.settled_at is null and t.given = 0))::int as waiting, (count(*) filter (where t.settled_at is null and t.given = 1))::int as once,
  (count(*) filter (where t.settled_at is null and t.given > 1))::int as disputed, count(t.settled_at)::int as settled, count(m.round)::int as mine`;
const own = `left join assessment.answer_mark m on m.attempt_id = t.attempt_id and m.question_id = t.question_id and m.account_id = $2`;

/**
 * Answers that people mark. Needs a system transaction, since marking is blind: the service has found that the exam lies
 * where the marker may mark, and hands on nothing that tells whose an answer is.
 */
@Injectable()
export class MarkingRepository {
  /** Exams in scope of which people mark something, those with open answers first. */
  async exams(systemTx: Transaction, scope: readonly string[], request: PageRequest): Promise<{ ids: string[]; total: number }> {
    const rows = (await systemTx.query(
      `select e.id, (count(*) over ())::int as total from assessment.exam e
       where exists (select from unnest($1::text[]) as top where starts_with(e.unit_path, top)) and exists (select from assessment.answer_to_mark t where t.exam_id = e.id)
       order by not exists (select from assessment.answer_to_mark t where t.exam_id = e.id and t.settled_at is null), e.created_at desc, e.id offset $2 limit $3`,
      [scope, request.offset, request.limit],
    )) as { id: string; total: number }[];
    return { ids: rows.map(({ id }) => id), total: rows[0]?.total ?? 0 };
  }

  /** In the order of the exams. */
  countsOf(systemTx: Transaction, examIds: readonly string[], accountId: string): Promise<Omit<QuestionProgress, 'questionId' | 'maxMarks'>[]> {
    return systemTx.query(
      `select ${counted} from unnest($1::uuid[]) with ordinality as w (id, n) left join assessment.answer_to_mark t on t.exam_id = w.id ${own}
       group by w.id, w.n order by w.n`,
      [examIds, accountId],
    );
  }

  /** Question by question, as they were first asked for. */
  progress(systemTx: Transaction, examId: string, accountId: string): Promise<QuestionProgress[]> {
    return systemTx.query(
      `select t.question_id as "questionId", max(t.max_marks)::float8 as "maxMarks", ${counted}
       from assessment.answer_to_mark t ${own} where t.exam_id = $1 group by t.question_id order by t.question_id`,
      [examId, accountId],
    );
  }

  /** Questions of which an answer still waits. */
  async questions(systemTx: Transaction, examId: string): Promise<string[]> {
    const rows = (await systemTx.query('select distinct question_id as id from assessment.answer_to_mark where exam_id = $1 and settled_at is null', [examId])) as { id: string }[];
    return rows.map(({ id }) => id);
  }

  /**
   * The next answer that this account could mark, held until the transaction ends: what it has begun, then what is
   * nearest to a verdict. The order among equals says nothing of whose they are.
   */
  async next(systemTx: Transaction, asked: { examId: string; questionId: string | null; accountId: string; personId: string | null; markers: number; withheld: readonly string[] }): Promise<ToMarkRow | null> {
    const [row] = (await systemTx.query(
      `select ${columns} from assessment.answer_to_mark t join assessment.attempt a on a.id = t.attempt_id
       left join assessment.marking_claim own on own.attempt_id = t.attempt_id and own.question_id = t.question_id and own.account_id = $3 and own.until > clock_timestamp()
       where t.exam_id = $1 and t.settled_at is null and ($2::uuid is null or t.question_id = $2) and a.person_id is distinct from $4::uuid and t.question_id <> all($6::uuid[])
         and not exists (select from assessment.answer_mark m where m.attempt_id = t.attempt_id and m.question_id = t.question_id and m.account_id = $3)
         and (select count(*) from assessment.marking_claim c where c.attempt_id = t.attempt_id and c.question_id = t.question_id and c.account_id <> $3 and c.until > clock_timestamp())
           < case when t.given < $5 then $5 - t.given else 1 end
       order by own.until is null, t.question_id, t.given desc, t.id limit 1 for update of t skip locked`,
      [asked.examId, asked.questionId, asked.accountId, asked.personId, asked.markers, asked.withheld],
    )) as [ToMarkRow?];
    return row ?? null;
  }

  async find(systemTx: Transaction, id: string): Promise<ToMarkRow | null> {
    const [row] = (await systemTx.query(`select ${columns} from assessment.answer_to_mark t join assessment.attempt a on a.id = t.attempt_id where t.id = $1`, [id])) as [ToMarkRow?];
    return row ?? null;
  }

  /** Whoever changes the marks or the grade of an attempt holds it: of two who finish at once the second sees the first. */
  async hold(systemTx: Transaction, attemptId: string): Promise<void> {
    await systemTx.query('select from assessment.attempt where id = $1 for no key update', [attemptId]);
  }

  /** Marks and live claims of answers of one attempt, by question. */
  async marks(systemTx: Transaction, attemptId: string): Promise<Map<string, GivenMark[]>> {
    const rows = (await systemTx.query(
      `select question_id as "questionId", round, account_id as "accountId", share, criteria, comment from assessment.answer_mark where attempt_id = $1 order by question_id, round`,
      [attemptId],
    )) as (GivenMark & { questionId: string })[];
    const found = new Map<string, GivenMark[]>();
    for (const { questionId, ...mark } of rows) found.set(questionId, [...(found.get(questionId) ?? []), mark]);
    return found;
  }

  claims(systemTx: Transaction, { attemptId, questionId }: ToMarkRow): Promise<MarkingClaim[]> {
    return systemTx.query(
      `select round, account_id as "accountId", until from assessment.marking_claim where attempt_id = $1 and question_id = $2 and until > clock_timestamp()`,
      [attemptId, questionId],
    );
  }

  async now(systemTx: Transaction): Promise<Date> {
    const [{ now }] = (await systemTx.query('select clock_timestamp() as now')) as [{ now: Date }];
    return now;
  }

  async claim(systemTx: Transaction, { attemptId, questionId }: ToMarkRow, round: MarkingRound, accountId: string, minutes: number): Promise<void> {
    await systemTx.query(
      `insert into assessment.marking_claim (attempt_id, question_id, round, account_id, until) values ($1, $2, $3, $4, clock_timestamp() + make_interval(mins => $5))
       on conflict (attempt_id, question_id, round) do update set account_id = excluded.account_id, until = excluded.until`,
      [attemptId, questionId, round, accountId, minutes],
    );
  }

  async release(systemTx: Transaction, { attemptId, questionId }: ToMarkRow, accountId: string): Promise<void> {
    await systemTx.query('delete from assessment.marking_claim where attempt_id = $1 and question_id = $2 and account_id = $3', [attemptId, questionId, accountId]);
  }

  async addMark(systemTx: Transaction, { attemptId, questionId }: ToMarkRow, mark: GivenMark): Promise<void> {
    await systemTx.query(
      `with counted as (update assessment.answer_to_mark set given = given + 1 where attempt_id = $1 and question_id = $2)
       insert into assessment.answer_mark (attempt_id, question_id, round, account_id, share, criteria, comment) values ($1, $2, $3, $4, $5, $6, $7)`,
      [attemptId, questionId, mark.round, mark.accountId, mark.share, JSON.stringify(mark.criteria), mark.comment],
    );
  }

  /** Settles one answer; answers all of its attempt, with the question of those still open. */
  async settle(systemTx: Transaction, { attemptId, questionId }: ToMarkRow): Promise<{ questionId: string; maxMarks: number; settled: boolean }[]> {
    await systemTx.query('update assessment.answer_to_mark set settled_at = clock_timestamp() where attempt_id = $1 and question_id = $2', [attemptId, questionId]);
    return systemTx.query(
      `select question_id as "questionId", max_marks::float8 as "maxMarks", settled_at is not null as settled from assessment.answer_to_mark where attempt_id = $1 order by question_id`,
      [attemptId],
    );
  }

  /**
   * Before a grade with other answers: what waited for people and does so no longer is gone, and who was about to mark one
   * of the changed answers has to take it anew, under another id.
   */
  async recall(systemTx: Transaction, attemptId: string, pending: readonly string[], changed: readonly string[]): Promise<void> {
    await systemTx.query('delete from assessment.answer_to_mark where attempt_id = $1 and given = 0 and question_id <> all($2)', [attemptId, pending]);
    await systemTx.query('update assessment.answer_to_mark set id = gen_random_uuid() where attempt_id = $1 and settled_at is null and question_id = any($2)', [attemptId, changed]);
    await systemTx.query('delete from assessment.marking_claim where attempt_id = $1 and question_id = any($2)', [attemptId, changed]);
  }

  /** The first two marks of each answer that has both, in marks. */
  pairs(systemTx: Transaction, examId: string): Promise<MarkPair[]> {
    return systemTx.query(
      `select t.question_id as "questionId", (one.share * t.max_marks / 10000)::float8 as first, (two.share * t.max_marks / 10000)::float8 as second
       from assessment.answer_to_mark t
       join assessment.answer_mark one on one.attempt_id = t.attempt_id and one.question_id = t.question_id and one.round = 1
       join assessment.answer_mark two on two.attempt_id = t.attempt_id and two.question_id = t.question_id and two.round = 2
       where t.exam_id = $1 order by t.question_id, t.id`,
      [examId],
    );
  }
}
