// Journal against database, and the product's own invariants; every breach is a line.
import { assessmentInvariants } from '@skillhall/assessment/server';

const parameters = (acks) => ({ I1_acknowledgedAnswersAreInTheLog: [JSON.stringify(acks)], I2_noAnswerAfterTheEnd: [10], I5_noAttemptOpenLongAfterItsDeadline: [60] });

/** For each acknowledged answer: the log has it, with this very content. */
const sameContent = `select a."attemptId", a."clientSeq" from jsonb_to_recordset($1::jsonb) as a ("attemptId" uuid, "clientSeq" integer, "questionId" uuid, choice text[])
  left join assessment.answer_log l on l.attempt_id = a."attemptId" and l.client_seq = a."clientSeq"
  where l.question_id is distinct from a."questionId" or l.choice is distinct from a.choice`;

/** What was acknowledged last for a question is what was graded, unless a later answer got through without being acknowledged. */
const graded = `with acked as (
    select distinct on (a."attemptId", a."questionId") a.* from jsonb_to_recordset($1::jsonb) as a ("attemptId" uuid, "clientSeq" integer, "questionId" uuid, choice text[])
    order by a."attemptId", a."questionId", a."clientSeq" desc)
  select a."attemptId", a."questionId" from acked a
  join assessment.attempt_result r on r.attempt_id = a."attemptId"
  cross join lateral (select g from jsonb_array_elements(r.answers) as g where (g ->> 'questionId')::uuid = a."questionId") as g
  where array(select jsonb_array_elements_text(g.g -> 'choice')) is distinct from a.choice
    and not exists (select from assessment.answer_log l where l.attempt_id = a."attemptId" and l.question_id = a."questionId" and l.client_seq > a."clientSeq")`;

/** Breaches by name, with how many; none where everything holds. */
export async function audit(query, acks) {
  const values = parameters(acks);
  const breaches = [];
  for (const [name, sql] of Object.entries({ ...assessmentInvariants, acknowledgedAsSaved: sameContent, acknowledgedAndGraded: graded })) {
    const asked = values[name] ?? (sql.includes('$1') ? [JSON.stringify(acks)] : []);
    const rows = await query(sql, asked);
    if (rows.length) breaches.push({ name, rows: rows.length, example: rows[0] });
  }
  return breaches;
}
