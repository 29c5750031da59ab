import type { Prepared, RunPrepared } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';

export interface NewAnswer {
  readonly attemptId: string;
  readonly personId: string;
  readonly clientSeq: number;
  readonly questionId: string;
  /** As `soundChoice` leaves it. */
  readonly choice: readonly string[];
  /** Seconds it has waited in our own queue; credited against the deadline. */
  readonly waited: number;
}

export type SaveOutcome =
  /** `deviceId`: the device that has the paper; null where none claimed it, or where the answer was known already. */
  | { readonly kind: 'saved'; readonly savedAt: Date; readonly deviceId: string | null }
  | { readonly kind: 'closed' }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'not-found' };

const input = `unnest($1::uuid[], $2::uuid[], $3::int[], $4::uuid[], $5::text[], $6::float8[]) with ordinality
  as i (attempt_id, person_id, client_seq, question_id, choice, waited, n)`;

/**
 * The only statement that adds answers. FOR KEY SHARE makes a submit wait for it and it for a submit: without that
 * an answer could be acknowledged and never be graded. The attempt must be the person's own, open, and in time.
 * Rows go in by key, so that two batches with the same numbers wait for each other and never in a circle.
 */
const append: Prepared = {
  name: 'answer.append',
  text: `with open as materialized (
    select a.id, a.person_id, a.deadline, a.device_id from assessment.attempt a
    where a.id = any($1) and a.state = 'open' order by a.id for key share)
  insert into assessment.answer_log (attempt_id, client_seq, question_id, choice)
  select i.attempt_id, i.client_seq, i.question_id, string_to_array(i.choice, chr(31))
  from ${input} join open o on o.id = i.attempt_id and o.person_id = i.person_id
  where o.deadline > clock_timestamp() - make_interval(secs => i.waited)
  order by i.attempt_id, i.client_seq, i.n
  on conflict do nothing
  returning attempt_id as "attemptId", client_seq as "clientSeq", saved_at as "savedAt", (select device_id from open o where o.id = attempt_id) as "deviceId"`,
};

/** Why an answer was not added: known already, known otherwise, closed, or nobody's. */
const explain: Prepared = {
  name: 'answer.explain',
  text: `select i.n::int as n, a.person_id is not distinct from i.person_id as own, l.saved_at as "savedAt",
    l.question_id = i.question_id and l.choice = string_to_array(i.choice, chr(31)) as same
  from ${input}
  left join assessment.attempt a on a.id = i.attempt_id
  left join assessment.answer_log l on l.attempt_id = i.attempt_id and l.client_seq = i.client_seq
  order by i.n`,
};

/** Stands in no sound choice. */
const separator = '\u001f';

const parameters = (answers: readonly NewAnswer[]): unknown[] => [
  answers.map(({ attemptId }) => attemptId),
  answers.map(({ personId }) => personId),
  answers.map(({ clientSeq }) => clientSeq),
  answers.map(({ questionId }) => questionId),
  answers.map(({ choice }) => choice.join(separator)),
  answers.map(({ waited }) => waited),
];

interface Added {
  readonly attemptId: string;
  readonly clientSeq: number;
  readonly savedAt: Date;
  readonly deviceId: string | null;
}

interface Explained {
  readonly own: boolean;
  readonly savedAt: Date | null;
  readonly same: boolean | null;
}

@Injectable()
export class AnswerLog {
  /** Adds answers of any attempts; outcomes in their order. They hold once the statement has been committed. */
  async append(run: RunPrepared, answers: readonly NewAnswer[]): Promise<SaveOutcome[]> {
    const rows = await run<Added>(append, parameters(answers));
    const added = new Map(rows.map((row) => [`${row.attemptId}:${row.clientSeq}`, row]));
    const outcomes = answers.map(({ attemptId, clientSeq }): SaveOutcome | undefined => {
      const key = `${attemptId}:${clientSeq}`;
      const row = added.get(key);
      // Of two entries with one key in this batch the first was added; the other is looked at below.
      added.delete(key);
      return row && { kind: 'saved', savedAt: row.savedAt, deviceId: row.deviceId };
    });
    const open = answers.filter((_, index) => !outcomes[index]);
    if (!open.length) return outcomes as SaveOutcome[];
    const reasons = await this.reasons(run, open);
    return outcomes.map((outcome) => outcome ?? reasons.shift()!);
  }

  private async reasons(run: RunPrepared, answers: readonly NewAnswer[]): Promise<SaveOutcome[]> {
    const rows = await run<Explained>(explain, parameters(answers));
    return rows.map(({ own, savedAt, same }): SaveOutcome => {
      if (!own) return { kind: 'not-found' };
      if (!savedAt) return { kind: 'closed' };
      return same ? { kind: 'saved', savedAt, deviceId: null } : { kind: 'conflict' };
    });
  }
}
