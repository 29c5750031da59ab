// A quiz and open attempts for measurements, one for each of some people.
import { randomUUID } from 'node:crypto';
import { openSession } from './people.mjs';

const questions = Array.from({ length: 20 }, () => ({ id: randomUUID(), type: 'single', optionKeys: ['A', 'B', 'C', 'D'] }));

const quiz = `insert into assessment.quiz (id, origin, title, pass_mark, unit_id, unit_path)
  select gen_random_uuid(), 'bench', 'bench', 60, id, path from directory.unit where code = 'U' returning id`;
const attempt = `insert into assessment.attempt (id, quiz_id, person_id, unit_id, unit_path, state, started_at, deadline, paper)
  select gen_random_uuid(), $1, p.id, p.unit_id, p.unit_path, 'open', now(), now() + interval '1 day', $3
  from directory.person p where p.id = $2 returning id`;

/** Examinees with a session and an open attempt each; `next()` of one makes its next answer. */
export async function openAttempts(client, count) {
  const { rows: [{ id: quizId }] } = await client.query(quiz);
  const examinees = [];
  for (let index = 0; index < count; index++) {
    const { cookie, personId } = await openSession(client, String(10_000_001 + index));
    const { rows: [{ id: attemptId }] } = await client.query(attempt, [quizId, personId, JSON.stringify({ questions })]);
    let clientSeq = 0;
    const next = () => {
      clientSeq++;
      return { attemptId, clientSeq, questionId: questions[clientSeq % questions.length].id, choice: ['ABCD'[clientSeq % 4]] };
    };
    examinees.push({ cookie, personId, attemptId, next });
  }
  return examinees;
}

/** Tables of the two floors: the same shape, without our product around them. */
export const floorTables = `create schema floor;
  create table floor.attempt (id uuid primary key, person_id uuid not null, state text not null, deadline timestamptz not null, touched_at timestamptz);
  create table floor.answer_log (attempt_id uuid not null, client_seq integer not null, question_id uuid not null, choice text[] not null,
    saved_at timestamptz not null default clock_timestamp(), primary key (attempt_id, client_seq));
  create table floor.answer (attempt_id uuid not null, question_id uuid not null, choice text[] not null, saved_at timestamptz not null, primary key (attempt_id, question_id));`;
