// What the staff learnt so far: enrolments, progress, attempts with their answers and grades.
import { createHash } from 'node:crypto';
import { grade, receiptCode, receiptText } from '@skillhall/assessment/domain';
import { newId } from '@skillhall/kernel';
import { copyRows } from '@skillhall/platform/imports';

const courses = `select c.code, c.id as "courseId", v.id as "versionId",
    (select json_agg(json_build_object('id', a.id, 'kind', a.kind, 'quizId', a.quiz_id, 'minutes', a.minutes) order by m.position, a.position)
     from learning.activity a join learning.module m on m.id = a.module_id where a.course_version_id = v.id) as activities
  from learning.course c join learning.course_version v on v.course_id = c.id and v.status = 'published'`;

const quizzes = `select q.id, q.pass_mark as "passMark", json_agg(json_build_object(
    'id', qq.question_version_id, 'type', qq.type, 'optionKeys', qq.option_keys, 'correct', k.correct_keys) order by qq.position) as questions
  from assessment.quiz q join assessment.quiz_question qq on qq.quiz_id = q.id
  join question_bank.question_key k on k.version_id = qq.question_version_id group by q.id`;

const people = 'select staff_number as number, id, unit_id as "unitId", unit_path as "unitPath" from directory.person';

const minute = 60_000;
const text = (date) => (date ? date.toISOString() : null);
const array = (values) => `{${values.map((value) => `"${value}"`).join(',')}}`;
/** The files tell the time of the company's own zone. */
const instant = (civil) => (civil ? new Date(`${civil.replace(' ', 'T')}+08:00`) : null);

const tables = {
  enrolments: ['learning.enrolment', ['id', 'person_id', 'course_id', 'course_version_id', 'unit_id', 'unit_path', 'started_at', 'completed_at']],
  attempts: ['assessment.attempt', ['id', 'quiz_id', 'person_id', 'unit_id', 'unit_path', 'state', 'started_at', 'deadline', 'submitted_at', 'submitted_by', 'paper']],
  answers: ['assessment.answer_log', ['attempt_id', 'client_seq', 'question_id', 'choice', 'saved_at']],
  results: ['assessment.attempt_result', ['attempt_id', 'score', 'passed', 'answered', 'total', 'answers', 'key_versions', 'receipt_code', 'receipt_digest', 'graded_at']],
  progress: ['learning.activity_progress', ['enrolment_id', 'activity_id', 'state', 'started_at', 'completed_at', 'attempt_id']],
};

/** Answers of which so many are right, the others wrong in the nearest way. */
function chosen({ questions }, score) {
  const right = Math.round((score * questions.length) / 100);
  return questions.map(({ correct, optionKeys }, index) => (index < right ? correct : [optionKeys.find((key) => !correct.includes(key)) ?? optionKeys[0]]));
}

/** One attempt, ended at `end`, with its log and the grade that the product's own rules give. */
function addAttempt(rows, person, quiz, score, end) {
  const id = newId(end.getTime());
  const started = new Date(end.getTime() - (quiz.questions.length + 2) * minute);
  const paper = { questions: quiz.questions.map(({ id: question, type, optionKeys }) => ({ id: question, type, optionKeys })) };
  const log = chosen(quiz, score).map((choice, index) => ({ clientSeq: index + 1, questionId: quiz.questions[index].id, choice: [...choice].sort() }));
  const graded = grade(paper, log, new Map(quiz.questions.map(({ id: question, correct }) => [question, correct])), quiz.passMark);
  const digest = createHash('sha256').update(receiptText({ attemptId: id, submittedAt: end, submittedBy: 'examinee', grade: graded })).digest('hex');
  const deadline = new Date(started.getTime() + 30 * minute);
  rows.attempts.push([id, quiz.id, person.id, person.unitId, person.unitPath, 'submitted', text(started), text(deadline), text(end), 'examinee', JSON.stringify(paper)]);
  for (const { clientSeq, questionId, choice } of log) rows.answers.push([id, clientSeq, questionId, array(choice), text(new Date(started.getTime() + clientSeq * minute))]);
  rows.results.push([id, graded.score, graded.passed, graded.answered, graded.total, JSON.stringify(graded.answers), array(quiz.questions.map((q) => q.id)), receiptCode(digest), digest, text(end)]);
  return id;
}

/** One line of the file: a person, a course, how far they came. */
function addLine(rows, person, course, quizOf, { startedAt, completedAt, progress, scores }) {
  const enrolment = newId(startedAt.getTime());
  rows.enrolments.push([enrolment, person.id, course.courseId, course.versionId, person.unitId, person.unitPath, text(startedAt), text(completedAt)]);
  const { activities } = course;
  const quiz = activities.find(({ kind }) => kind === 'quiz');
  const done = completedAt ? activities.length : Math.floor(progress * activities.length);
  let at = startedAt.getTime();
  for (const [index, activity] of activities.entries()) {
    if (activity.kind === 'quiz' || index >= done) continue;
    const begun = new Date(at);
    at += activity.minutes * minute;
    rows.progress.push([enrolment, activity.id, 'completed', text(begun), text(new Date(at)), null]);
  }
  if (!quiz) return;
  const last = (completedAt ?? new Date(at + 60 * minute)).getTime();
  const attempts = scores.map((score, index) => addAttempt(rows, person, quizOf.get(quiz.quizId), score, new Date(last - (scores.length - 1 - index) * 60 * minute)));
  if (completedAt) rows.progress.push([enrolment, quiz.id, 'completed', text(new Date(last - 20 * minute)), text(completedAt), attempts.at(-1)]);
}

export function addHistory(database, csv) {
  return database.asSystem('the demo company is being created', async (tx) => {
    const [{ there }] = await tx.query('select exists (select from learning.enrolment) as there');
    if (there) return;
    const byCode = new Map((await tx.query(courses)).map((course) => [course.code, course]));
    const quizOf = new Map((await tx.query(quizzes)).map((quiz) => [quiz.id, quiz]));
    const byNumber = new Map((await tx.query(people)).map((person) => [person.number, person]));
    const rows = { enrolments: [], attempts: [], answers: [], results: [], progress: [] };
    for (const line of csv.trim().split('\n').slice(1)) {
      const [number, code, started, completed, progress, scores] = line.trim().split(',');
      const parts = { startedAt: instant(started), completedAt: instant(completed), progress: Number(progress), scores: scores ? scores.split(';').map(Number) : [] };
      addLine(rows, byNumber.get(number), byCode.get(code), quizOf, parts);
    }
    for (const [name, [table, columns]] of Object.entries(tables)) await copyRows(tx, table, columns, rows[name]);
  });
}
