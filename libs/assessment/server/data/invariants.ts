/**
 * What must always hold for attempts, as queries of which each answers the rows that break it: none. Run them after
 * every test that writes answers, and at night. I4 recomputes grades in SQL on purpose, apart from the code that grades;
 * it therefore reads the keys of the question bank, and runs as the system.
 */
export const assessmentInvariants = {
  /** `$1`: what was acknowledged, as JSON `[{"attemptId": …, "clientSeq": …}]`. */
  I1_acknowledgedAnswersAreInTheLog: `
    select ack.* from jsonb_to_recordset($1::jsonb) as ack ("attemptId" uuid, "clientSeq" integer)
    where not exists (select from assessment.answer_log l where l.attempt_id = ack."attemptId" and l.client_seq = ack."clientSeq")`,

  /** `$1`: most seconds of our own waiting that are credited. A millisecond is what rounding the time of submission hides. */
  I2_noAnswerAfterTheEnd: `
    select l.attempt_id, l.client_seq from assessment.answer_log l
    left join assessment.attempt a on a.id = l.attempt_id
    where a.id is null or l.saved_at > a.submitted_at + interval '1 millisecond' or l.saved_at > a.deadline + make_interval(secs => $1)`,

  I3_oneResultForEachSubmittedAttempt: `
    select a.id from assessment.attempt a left join assessment.attempt_result r on r.attempt_id = a.id
    where (a.state = 'submitted') <> (r.attempt_id is not null)`,

  I4_scoresFollowFromLogAndKey: `
    with latest as (
      select distinct on (attempt_id, question_id) attempt_id, question_id, choice
      from assessment.answer_log order by attempt_id, question_id, client_seq desc),
    marked as (
      select a.id, count(*) as total, count(*) filter (where cardinality(l.choice) > 0) as answered,
        count(*) filter (where (select array_agg(c order by c) from unnest(l.choice) c) = (select array_agg(c order by c) from jsonb_array_elements_text(k.key -> 'correct') c)) as good
      from assessment.attempt a
      cross join jsonb_array_elements(a.paper -> 'questions') as asked
      join question_bank.question_key k on k.version_id = (asked ->> 'id')::uuid
      left join latest l on l.attempt_id = a.id and l.question_id = k.version_id
      where a.state = 'submitted' group by a.id)
    select m.id from marked m
    join assessment.attempt a using (id) join assessment.quiz q on q.id = a.quiz_id
    left join assessment.attempt_result r on r.attempt_id = m.id
    where row(r.total, r.answered, r.score, r.passed) is distinct from
      row(m.total, m.answered, round(m.good * 100.0 / m.total, 1), m.good * 100 >= q.pass_mark * m.total)`,

  /** `$1`: seconds after the deadline by which the server has closed an attempt. */
  I5_noAttemptOpenLongAfterItsDeadline: `
    select id from assessment.attempt where state = 'open' and deadline < clock_timestamp() - make_interval(secs => $1)`,
} as const;
