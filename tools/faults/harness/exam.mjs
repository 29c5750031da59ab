// An exam that can be sat and graded: questions with keys, a sitting, people with sessions, an attempt each.
import { randomBytes, randomUUID } from 'node:crypto';
import { addPeople, addUnits, openSession } from '../../bench/data/people.mjs';

export const questionCount = 20;
const letters = ['A', 'B', 'C', 'D'];
const firstNumber = 10_000_001;

const addQuestion = `with place as (select id, path from directory.unit where code = 'U'),
  question as (insert into question_bank.question (id, code, unit_id, unit_path, current_version, latest_version)
    select $1, $2, id, path, 1, 1 from place returning id),
  version as (insert into question_bank.question_version (id, question_id, version, type, stem, options, track, difficulty, content_hash)
    select $3, id, 1, 'single', $2, $4, 'law', 3, $5 from question returning id),
  step as (insert into question_bank.version_step (version_id, step, state) select id, 1, 'live' from version)
  insert into question_bank.question_key (version_id, key) select id, $6 from version`;

const addSitting = `with place as (select id, path from directory.unit where code = 'U'),
  exam as (insert into assessment.exam (id, title, unit_id, unit_path, state, minutes, pass_mark, blueprint, review)
    select $1, 'faults', id, path, 'published', 60, 60, '{"sections": []}', '{"mark": "submitted", "rightAnswer": "never", "explanation": "never"}' from place returning id),
  sitting as (insert into assessment.sitting (id, exam_id, title, unit_id, unit_path, opens_at, closes_at)
    select $2, exam.id, 'faults', place.id, place.path, now() - interval '1 hour', now() + interval '1 day' from exam, place returning id)
  insert into assessment.sitting_unit_admitted (sitting_id, unit_id, unit_path) select sitting.id, place.id, place.path from sitting, place`;

const addAttempts = `insert into assessment.attempt (id, sitting_id, number, person_id, unit_id, unit_path, state, started_at, deadline, paper)
  select gen_random_uuid(), $1, 1, p.id, p.unit_id, p.unit_path, 'open', now(), now() + make_interval(secs => $2), $3 from directory.person p
  returning id, person_id as "personId"`;

async function addQuestions(client) {
  const questions = [];
  for (let n = 1; n <= questionCount; n++) {
    const id = randomUUID();
    const options = JSON.stringify(letters.map((key) => ({ key, text: `option ${key} of ${n}` })));
    const key = JSON.stringify({ kind: 'choice', correct: [letters[n % letters.length]], rule: 'allOrNothing', credits: null });
    await client.query(addQuestion, [randomUUID(), `F-${n}`, id, options, randomBytes(32), key]);
    questions.push({ id, type: 'single', optionKeys: letters });
  }
  return questions;
}

/** The next answer of an examinee: every question in turn, another option each time round. */
function answersOf(attemptId, questions) {
  let clientSeq = 0;
  return () => {
    clientSeq++;
    const round = Math.floor((clientSeq - 1) / questions.length);
    return { attemptId, clientSeq, questionId: questions[clientSeq % questions.length].id, choice: [letters[(clientSeq + round) % letters.length]] };
  };
}

/** So many people in the middle of one exam, with `seconds` left. */
export async function openExam(client, people, seconds = 86_400) {
  await addUnits(client, 10);
  await addPeople(client, people);
  const questions = await addQuestions(client);
  const sittingId = randomUUID();
  await client.query(addSitting, [randomUUID(), sittingId]);
  const { rows } = await client.query(addAttempts, [sittingId, seconds, JSON.stringify({ questions })]);
  const attempts = new Map(rows.map(({ id, personId }) => [personId, id]));
  const examinees = [];
  for (let n = 0; n < people; n++) {
    const { cookie, personId } = await openSession(client, String(firstNumber + n));
    const attemptId = attempts.get(personId);
    examinees.push({ cookie, personId, attemptId, next: answersOf(attemptId, questions) });
  }
  return { sittingId, questions, examinees };
}

