// What the staff learnt so far: enrolments, progress, attempts with their answers and grades.
import { createHash } from 'node:crypto';
import { grade, receiptCode, receiptText } from '@skillhall/assessment/domain';
import { newId } from '@skillhall/kernel';
import { copyRows } from '@skillhall/platform/imports';
import { randomStream, shuffled } from '../world/random.mjs';

const courses = `select c.code, c.id as "courseId", v.id as "versionId",
    (select json_agg(json_build_object('id', a.id, 'kind', a.kind, 'quizId', a.quiz_id, 'minutes', a.minutes) order by m.position, a.position)
     from learning.activity a join learning.module m on m.id = a.module_id where a.course_version_id = v.id) as activities
  from learning.course c join learning.course_version v on v.course_id = c.id and v.status = 'published'`;

const quizzes = `select q.id, q.pass_mark as "passMark", q.time_limit_minutes as minutes, json_agg(json_build_object(
    'id', qq.question_version_id, 'type', qq.type, 'optionKeys', qq.option_keys, 'key', k.key, 'correct', k.key -> 'correct', 'difficulty', v.difficulty)
    order by qq.position) as questions
  from assessment.quiz q join assessment.quiz_question qq on qq.quiz_id = q.id
  join question_bank.question_version v on v.id = qq.question_version_id
  join question_bank.question_key k on k.version_id = qq.question_version_id group by q.id`;

const people = 'select staff_number as number, id, unit_id as "unitId", unit_path as "unitPath" from directory.person';

const minute = 60_000;
/** Where a quiz names no limit. */
const usualMinutes = 30;
const text = (date) => (date ? date.toISOString() : null);
const array = (values) => `{${values.map((value) => `"${value}"`).join(',')}}`;
/** The files tell the time of the company's own zone. */
const instant = (civil) => (civil ? new Date(`${civil.replace(' ', 'T')}+08:00`) : null);

const tables = {
  enrolments: ['learning.enrolment', ['id', 'person_id', 'course_id', 'course_version_id', 'unit_id', 'unit_path', 'started_at', 'completed_at']],
  attempts: ['assessment.attempt', ['id', 'quiz_id', 'person_id', 'unit_id', 'unit_path', 'state', 'started_at', 'deadline', 'submitted_at', 'submitted_by', 'paper']],
  answers: ['assessment.answer_log', ['attempt_id', 'client_seq', 'question_id', 'choice', 'saved_at']],
  results: ['assessment.attempt_result', ['attempt_id', 'score', 'passed', 'answered', 'total', 'marks', 'max_marks', 'answers', 'key_versions', 'key_revisions', 'receipt_code', 'receipt_digest', 'graded_at']],
  progress: ['learning.activity_progress', ['enrolment_id', 'activity_id', 'state', 'started_at', 'completed_at', 'attempt_id']],
};

/** How many answers are right at a score, on the right side of the pass mark whatever the number of questions. */
function rightAnswers({ questions, passMark }, score) {
  const least = Math.ceil((passMark * questions.length) / 100);
  const near = Math.round((score * questions.length) / 100);
  return score >= passMark ? Math.max(least, near) : Math.min(least - 1, near);
}

/** Of several right options one is forgotten; of one, another is taken. */
const mistaken = ({ correct, optionKeys }) => (correct.length > 1 ? correct.slice(1) : [optionKeys.find((key) => !correct.includes(key)) ?? optionKeys[0]]);

/** A choice for each question, so many of them right; what is hard goes wrong more often. */
function chosen(random, quiz, questions, score) {
  const easiest = questions.map((question, index) => ({ index, hard: question.difficulty / 3 + random() })).sort((a, b) => a.hard - b.hard);
  const right = new Set(easiest.slice(0, rightAnswers(quiz, score)).map(({ index }) => index));
  return questions.map((question, index) => [...(right.has(index) ? question.correct : mistaken(question))].sort());
}

/** One attempt, ended at `end`, with its log and the grade that the product's own rules give. */
function addAttempt({ rows, random }, person, quiz, score, end) {
  const id = newId(end.getTime());
  const questions = shuffled(random, quiz.questions);
  const pace = minute * Math.min(1, ((quiz.minutes ?? usualMinutes) - 1) / (questions.length + 2));
  const started = new Date(Math.round(end.getTime() - (questions.length + 2) * pace));
  const paper = { questions: questions.map(({ id: question, type, optionKeys }) => ({ id: question, type, optionKeys })) };
  const log = chosen(random, quiz, questions, score).map((choice, index) => ({ clientSeq: index + 1, questionId: questions[index].id, choice }));
  const graded = grade(paper, log, new Map(questions.map(({ id: question, key }) => [question, key])), quiz.passMark);
  const digest = createHash('sha256').update(receiptText({ attemptId: id, submittedAt: end, submittedBy: 'examinee', grade: graded })).digest('hex');
  const deadline = new Date(started.getTime() + (quiz.minutes ?? usualMinutes) * minute);
  rows.attempts.push([id, quiz.id, person.id, person.unitId, person.unitPath, 'submitted', text(started), text(deadline), text(end), 'examinee', JSON.stringify(paper)]);
  for (const { clientSeq, questionId, choice } of log) rows.answers.push([id, clientSeq, questionId, array(choice), text(new Date(Math.round(started.getTime() + clientSeq * pace)))]);
  rows.results.push([id, graded.score, graded.passed, graded.answered, graded.total, graded.marks, graded.maxMarks, JSON.stringify(graded.answers), array(graded.answers.map(({ questionId }) => questionId)), array(graded.answers.map(() => 0)), receiptCode(digest), digest, text(end)]);
  return id;
}

/** What was read, from the start on; the last of who stopped half way stands open. Answers the time then. */
function addReading(rows, enrolment, activities, progress, startedAt) {
  const done = Math.floor(progress * activities.length);
  let at = startedAt.getTime();
  for (const [index, { id, minutes, kind }] of activities.slice(0, done + 1).entries()) {
    const begun = new Date(at);
    if (index === done) rows.progress.push([enrolment, id, 'started', text(begun), null, null]);
    else if (kind !== 'quiz') rows.progress.push([enrolment, id, 'completed', text(begun), text(new Date((at += minutes * minute))), null]);
  }
  return at;
}

/** One line of the file: a person, a course, how far they came. */
function addLine(world, person, course, { startedAt, completedAt, progress, scores }) {
  const { rows, quizOf } = world;
  const enrolment = newId(startedAt.getTime());
  rows.enrolments.push([enrolment, person.id, course.courseId, course.versionId, person.unitId, person.unitPath, text(startedAt), text(completedAt)]);
  const read = addReading(rows, enrolment, course.activities, progress, startedAt);
  const quiz = course.activities.find(({ kind }) => kind === 'quiz');
  if (!quiz) return;
  const last = completedAt?.getTime() ?? read + 60 * minute;
  const attempts = scores.map((score, index) => addAttempt(world, person, quizOf.get(quiz.quizId), score, new Date(last - (scores.length - 1 - index) * 60 * minute)));
  if (completedAt) rows.progress.push([enrolment, quiz.id, 'completed', text(new Date(last - 20 * minute)), text(completedAt), attempts.at(-1)]);
}

/** All of it in one transaction, so that a creation that was broken off finds either everything or nothing. */
export function addHistory(database, csv, seed) {
  return database.asSystem('the demo company is being created', async (tx) => {
    const [{ there }] = await tx.query('select exists (select from learning.enrolment) as there');
    if (there) return;
    const byCode = new Map((await tx.query(courses)).map((course) => [course.code, course]));
    const byNumber = new Map((await tx.query(people)).map((person) => [person.number, person]));
    const rows = { enrolments: [], attempts: [], answers: [], results: [], progress: [] };
    const world = { rows, random: randomStream(seed, 'answers'), quizOf: new Map((await tx.query(quizzes)).map((quiz) => [quiz.id, quiz])) };
    for (const line of csv.trim().split('\n').slice(1)) {
      const [number, code, started, completed, progress, scores] = line.trim().split(',');
      const parts = { startedAt: instant(started), completedAt: instant(completed), progress: Number(progress), scores: scores ? scores.split(';').map(Number) : [] };
      addLine(world, byNumber.get(number), byCode.get(code), parts);
    }
    for (const [name, [table, columns]] of Object.entries(tables)) await copyRows(tx, table, columns, rows[name]);
  });
}
