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

  /** The same, asked of what was graded: an answer that counts on a screen stands in the log as it counts. */
  I1_countedAnswersAreInTheLog: `
    select r.attempt_id, given ->> 'questionId' as question_id from assessment.attempt_result r
    join assessment.attempt a on a.id = r.attempt_id and a.source = 'screen' cross join jsonb_array_elements(r.answers) as given
    where jsonb_array_length(given -> 'choice') > 0 and not exists (
      select from assessment.answer_log l where l.attempt_id = r.attempt_id and l.question_id = (given ->> 'questionId')::uuid and to_jsonb(l.choice) = given -> 'choice')`,

  /**
   * `$1`: most seconds of our own waiting that are credited. A millisecond is what rounding the time of submission hides.
   * What was written on paper is typed in, and corrected, afterwards.
   */
  I2_noAnswerAfterTheEnd: `
    select l.attempt_id, l.client_seq from assessment.answer_log l
    left join assessment.attempt a on a.id = l.attempt_id
    where a.id is null or (a.source = 'screen' and (l.saved_at > a.submitted_at + interval '1 millisecond' or l.saved_at > a.deadline + make_interval(secs => $1)))`,

  I3_oneResultForEachSubmittedAttempt: `
    select a.id from assessment.attempt a left join assessment.attempt_result r on r.attempt_id = a.id
    where (a.state = 'submitted') <> (r.attempt_id is not null)`,

  /** Versions of later grades follow each other without a gap; a grade is open exactly while an answer waits for people. */
  I3_laterGradesFollowOneAnother: `
    select attempt_id from assessment.later_result group by attempt_id having max(version) <> count(*) + 1
    union all
    select r.attempt_id from assessment.attempt_result r join assessment.attempt a on a.id = r.attempt_id and a.sitting_id is not null
    left join lateral (select pending from assessment.later_result l where l.attempt_id = r.attempt_id order by version desc limit 1) l on true
    where (coalesce(l.pending, r.pending) > 0) <> exists (select from assessment.answer_to_mark t where t.attempt_id = r.attempt_id and t.settled_at is null)`,

  /** What counts of answers that people marked is what they agreed on: the one mark, the mean of two, or the third. */
  I4_marksOfPeopleAreTheAgreedOnes: `
    with latest as (select distinct on (attempt_id) attempt_id, answers from assessment.later_result order by attempt_id, version desc),
    agreed as (
      select t.attempt_id, t.question_id, round(case when e.markers = 1 then max(m.share) filter (where m.round = 1)
          else coalesce(max(m.share) filter (where m.round = 3), avg(m.share) filter (where m.round < 3)) end * t.max_marks / 10000, 2) as marks
      from assessment.answer_to_mark t join assessment.exam e on e.id = t.exam_id
      join assessment.answer_mark m on m.attempt_id = t.attempt_id and m.question_id = t.question_id
      where t.settled_at is not null group by t.attempt_id, t.question_id, t.max_marks, e.markers)
    select a.attempt_id from agreed a join latest l using (attempt_id) cross join jsonb_array_elements(l.answers) as given
    where given ->> 'questionId' = a.question_id::text and (given ->> 'byPeople')::boolean and (given ->> 'marks')::numeric is distinct from a.marks`,

  /**
   * Of papers whose every question is a choice that counts as a whole; with the revisions of keys that the grade names.
   * The first grade of a paper typed in as another form was one of other questions.
   */
  I4_scoresFollowFromLogAndKey: `
    with latest as (
      select distinct on (l.attempt_id, l.question_id) l.attempt_id, l.question_id, l.choice
      from assessment.answer_log l join assessment.attempt a on a.id = l.attempt_id and l.saved_at <= a.submitted_at + interval '1 millisecond'
      order by l.attempt_id, l.question_id, l.client_seq desc),
    asked as (
      select a.id, (q ->> 'id')::uuid as question_id, coalesce((q ->> 'marks')::numeric, 1) as marks
      from assessment.attempt a cross join jsonb_array_elements(a.paper -> 'questions') as q where a.state = 'submitted'
        and not exists (select from assessment.paper_entry e where e.attempt_id = a.id and e.form_id <> a.form_id)),
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

  /** The same of grades after a correction, with answers accepted late and the revisions that the latest names; a question void in its exam has its mark. */
  I4_regradedScoresFollowFromLogAndKey: `
    with latest as (select distinct on (attempt_id) * from assessment.later_result order by attempt_id, version desc),
    given as (
      select attempt_id, question_id, client_seq, choice, saved_at as at from assessment.answer_log
      union all
      select f.attempt_id, (e ->> 'questionId')::uuid, (e ->> 'clientSeq')::int, array(select jsonb_array_elements_text(e -> 'choice')), d.at
      from assessment.unsent_file f join assessment.unsent_decision d on d.file_id = f.id and d.accepted cross join jsonb_array_elements(f.answers) as e where e ->> 'finding' = 'counts'),
    chosen as (select distinct on (attempt_id, question_id) attempt_id, question_id, choice from given order by attempt_id, question_id, client_seq desc, at),
    keyed as (
      select a.id, (q ->> 'id')::uuid as question_id, coalesce((q ->> 'marks')::numeric, 1) as marks, coalesce(v.key, k.key) as key,
        exists (select from assessment.regrade g join assessment.later_result n on n.regrade_id = g.id and n.attempt_id = a.id where g.kind = 'void' and g.question_id = (q ->> 'id')::uuid) as void
      from latest l join assessment.attempt a on a.id = l.attempt_id
      cross join jsonb_array_elements(a.paper -> 'questions') as q join question_bank.question_key k on k.version_id = (q ->> 'id')::uuid
      left join question_bank.key_revision v on v.version_id = k.version_id
        and v.revision = l.key_revisions[(select place from jsonb_array_elements(l.answers) with ordinality as t (x, place) where x ->> 'questionId' = k.version_id::text)]),
    marked as (
      select k.id, sum(k.marks) as most, coalesce(sum(k.marks) filter (where k.void
        or (select array_agg(c order by c) from unnest(c.choice) c) = (select array_agg(c order by c) from jsonb_array_elements_text(k.key -> 'correct') c)), 0) as good
      from keyed k left join chosen c on c.attempt_id = k.id and c.question_id = k.question_id
      group by k.id having bool_and(k.key ->> 'kind' = 'choice' and k.key ->> 'rule' = 'allOrNothing'))
    select m.id from marked m join latest l on l.attempt_id = m.id where row(l.marks, l.max_marks, l.pending, l.score) is distinct from row(m.good, m.most, 0, round(m.good * 100.0 / m.most, 1))`,

  /** `$1`: seconds after the deadline by which the server has closed an attempt. */
  I5_noAttemptOpenLongAfterItsDeadline: `
    select id from assessment.attempt where state = 'open' and deadline < clock_timestamp() - make_interval(secs => $1)`,
} as const;
