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

  /** Of papers whose every question is a choice that counts as a whole; with the revisions of keys that the grade names. */
  I4_scoresFollowFromLogAndKey: `
    with latest as (
      select distinct on (attempt_id, question_id) attempt_id, question_id, choice
      from assessment.answer_log order by attempt_id, question_id, client_seq desc),
    asked as (
      select a.id, (q ->> 'id')::uuid as question_id, coalesce((q ->> 'marks')::numeric, 1) as marks
      from assessment.attempt a cross join jsonb_array_elements(a.paper -> 'questions') as q where a.state = 'submitted'),
    keyed as (
      select asked.*, coalesce(v.key, k.key) as key
      from asked
      join question_bank.question_key k on k.version_id = asked.question_id
      left join assessment.attempt_result r on r.attempt_id = asked.id
      left join question_bank.key_revision v on v.version_id = asked.question_id
        and v.revision = r.key_revisions[array_position(r.key_versions, asked.question_id)]),
    marked as (
      select k.id, count(*) as total, count(*) filter (where cardinality(l.choice) > 0) as answered, sum(k.marks) as most,
        coalesce(sum(k.marks) filter (where (select array_agg(c order by c) from unnest(l.choice) c) = (select array_agg(c order by c) from jsonb_array_elements_text(k.key -> 'correct') c)), 0) as good
      from keyed k left join latest l on l.attempt_id = k.id and l.question_id = k.question_id
      group by k.id having bool_and(k.key ->> 'kind' = 'choice' and k.key ->> 'rule' = 'allOrNothing'))
    select m.id from marked m
    join assessment.attempt a using (id) left join assessment.quiz q on q.id = a.quiz_id
    left join assessment.sitting s on s.id = a.sitting_id left join assessment.exam e on e.id = coalesce(s.exam_id, a.mock_exam_id)
    left join assessment.attempt_result r on r.attempt_id = m.id
    where row(r.total, r.answered, r.marks, r.max_marks, r.pending, r.score, r.passed) is distinct from
      row(m.total, m.answered, m.good, m.most, 0, round(m.good * 100.0 / m.most, 1), m.good * 100 >= coalesce(q.pass_mark, e.pass_mark) * m.most)`,

  /** `$1`: seconds after the deadline by which the server has closed an attempt. */
  I5_noAttemptOpenLongAfterItsDeadline: `
    select id from assessment.attempt where state = 'open' and deadline < clock_timestamp() - make_interval(secs => $1)`,
} as const;
