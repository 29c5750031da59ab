// An exam of a hundred questions with its sittings, papers drawn ahead, and answers, made in sets.
import { randomUUID } from 'node:crypto';

export const questionCount = 100;
const bank = `
  insert into question_bank.question (id, code, unit_id, unit_path, current_version, latest_version)
    select q.id, 'B-' || q.n, u.id, u.path, 1, 1 from directory.unit u, unnest($1::uuid[]) with ordinality as q (id, n) where u.code = 'U';`;
const versions = `
  insert into question_bank.question_version (id, question_id, version, type, stem, options, prompts, blanks, track, difficulty, content_hash)
    select v.id, v.question, 1, 'single', '客户来电反映停电，您首先应当做什么？第' || v.n || '题', $3::jsonb, '[]', '[]', 'law', 3, '\\x00'
    from unnest($1::uuid[], $2::uuid[]) with ordinality as v (id, question, n)`;
const keys = `insert into question_bank.question_key (version_id, key) select v, '{"kind": "choice", "correct": ["B"], "rule": "allOrNothing", "credits": null}' from unnest($1::uuid[]) v`;
const options = JSON.stringify(['先安抚客户情绪，再核实地址和户号', '请客户拨打其他电话', '告诉客户等待通知', '直接派单，不作说明'].map((text, n) => ({ key: 'ABCD'[n], text })));

const exam = `insert into assessment.exam (id, title, instructions, unit_id, unit_path, state, minutes, pass_mark, attempts_allowed, shuffle_questions, shuffle_options, blueprint, review, markers, marking_gap, created_by)
  select gen_random_uuid(), 'bench', '', id, path, 'published', 120, 60, 1, true, true, '{"sections": []}', '{"mark": "submitted", "rightAnswer": "closed", "explanation": "closed"}', 1, 20, gen_random_uuid()
  from directory.unit where code = 'U' returning id`;
const sittings = `with made as (
    insert into assessment.sitting (exam_id, title, unit_id, unit_path, delivery, opens_at, closes_at, check_in, proctoring, id, created_by)
    select $1, 'bench', u.id, u.path, 'screen', now() - interval '1 minute', now() + interval '1 day', 'none', '{"fullScreen": false, "blur": false, "paste": false}', gen_random_uuid(), gen_random_uuid()
    from directory.unit u, generate_series(1, $2::int) where u.code = 'U' returning id, unit_id, unit_path)
  insert into assessment.sitting_unit_admitted (sitting_id, unit_id, unit_path) select id, unit_id, unit_path from made returning sitting_id as id`;

/** The exam and the paper that everybody gets. */
export async function addExam(client) {
  const [questionIds, versionIds] = [0, 1].map(() => Array.from({ length: questionCount }, () => randomUUID()));
  await client.query(bank, [questionIds]);
  await client.query(versions, [versionIds, questionIds, options]);
  await client.query(keys, [versionIds]);
  const { rows: [{ id }] } = await client.query(exam);
  const questions = versionIds.map((version) => ({ id: version, type: 'single', optionKeys: ['A', 'B', 'C', 'D'], marks: 1, section: 0 }));
  return { id, versionIds, paper: JSON.stringify({ questions, sections: [{ title: '一、单项选择题' }] }) };
}

/** So many sittings, each with a paper drawn ahead for everybody; answers their ids. */
export async function addSittings(client, { id, paper }, count, personIds) {
  const { rows } = await client.query(sittings, [id, count]);
  const ids = rows.map((row) => row.id);
  await client.query(`insert into assessment.prepared_paper (sitting_id, person_id, number, paper) select s, p, 1, $3 from unnest($1::uuid[]) s, unnest($2::uuid[]) p`, [ids, personIds, paper]);
  return ids;
}

/** An answer to every question of every attempt that is chosen. */
export const answerAll = (client, { versionIds }, where, values = []) =>
  client.query(
    `insert into assessment.answer_log (attempt_id, client_seq, question_id, choice)
     select a.id, q.n, q.id, array[substr('ABCD', 1 + (q.n % 4)::int, 1)] from assessment.attempt a, unnest($1::uuid[]) with ordinality as q (id, n) where ${where}`,
    [versionIds, ...values],
  );

/** Open attempts of one sitting, one for each of so many people, whose time is up in so many minutes, or was, where negative. */
export const addOpen = (client, { paper }, sittingId, count, minutes) =>
  client.query(
    `insert into assessment.attempt (id, sitting_id, number, person_id, unit_id, unit_path, state, started_at, deadline, paper)
     select gen_random_uuid(), $1, 1, p.id, p.unit_id, p.unit_path, 'open', now() - interval '2 hours', now() + make_interval(mins => $4), $2
     from (select * from directory.person order by staff_number limit $3) p`,
    [sittingId, paper, count, minutes],
  );
